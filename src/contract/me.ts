import * as v from 'valibot'
import { ROLES } from '@/domain/access/role'
import { CentreId, PlainLine } from './fields'
import { command, query } from './operation'

/** A name that a person chose to be called by; seen by nobody else so far. No control characters. */
export const Nickname = PlainLine(1, 20)

export const Me = v.object({
  nickname: v.nullable(v.string()),
  homeCentreId: v.nullable(CentreId),
  /** A null centre means every centre of the deployment. */
  roles: v.array(v.object({ role: v.picklist(ROLES), centreId: v.nullable(CentreId) })),
})

/** What is kept about the person who asks. */
export const get = query(v.strictObject({}), Me, {})

/** Changes the nickname or the home centre; null clears it, a field left out stays. */
export const update = command(
  v.strictObject({
    nickname: v.optional(v.nullable(Nickname)),
    homeCentreId: v.optional(v.nullable(CentreId)),
  }),
  Me,
  { NOT_FOUND: v.object({ what: v.literal('centre') }) },
)
