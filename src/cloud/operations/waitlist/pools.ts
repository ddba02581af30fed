import { toInstantText } from '@/domain/time/instant'
import type { Handler } from '@/cloud/handler'
import { shortNameOfCentre } from '@/cloud/store/queries/centres'
import { poolsWaitedFor } from '@/cloud/store/queries/waitlist/pools'
import { WRONG_CURSOR, pageOf, readCursor, writeCursor } from '../cursor'

const PAGE = 50

/** For staff: the pools of a centre for which somebody waits or has to confirm. */
export const listPoolsWaitedFor: Handler<'waitlist.pools'> = async ({ input, dependencies }) => {
  const { store } = dependencies
  const after = readCursor(input.after, ['instant', 'key'])
  if (after === null) return WRONG_CURSOR
  const { centreId } = input
  const rows = await poolsWaitedFor(store.pool, { centreId, after, limit: PAGE + 1 })
  if (rows.length === 0 && (await shortNameOfCentre(store.db, centreId)) === null) {
    return { refusal: { code: 'NOT_FOUND', facts: { what: 'centre' } } }
  }
  const { page, last } = pageOf(rows, PAGE)
  return {
    value: {
      pools: page.map(({ startsAt, endsAt, ...pool }) => ({
        ...pool,
        startsAt: toInstantText(startsAt),
        endsAt: toInstantText(endsAt),
      })),
      after: last && writeCursor(last.startsAt, last.poolId),
    },
  }
}
