import { toldCases } from '@/cloud/erasure/told-cases'
import type { Handler } from '@/cloud/handler'
import { thingsOf } from '@/cloud/store/queries/erasure/exported'
import { SECTIONS } from '@/cloud/store/queries/erasure/sections'
import { DATA_GROUPS } from '@/domain/retention/groups'
import type { DataGroupKey } from '@/domain/retention/kept-after'
import { WRONG_CURSOR, readCursor, writeCursor } from '../cursor'
import { personOf } from '../person'

/** Things of a page; of consultations, with all that was written in them, fewer. */
const PAGE = 100
const CASES = 3

/** After the sections that are told as they stand. */
const CASES_AT = SECTIONS.length

/** A page of everything that is kept about the person who asks, section by section. */
export const exportMe: Handler<'me.export'> = async ({ input, actor, dependencies }) => {
  const after = readCursor(input.after, ['number', 'number'])
  if (after === null) return WRONG_CURSOR
  const [section, offset] = after ?? [0, 0]
  if (section < 0 || section > CASES_AT || offset < 0) return WRONG_CURSOR
  const personId = personOf(actor)
  const limit = section === CASES_AT ? CASES : PAGE
  const page = { personId, limit: limit + 1, offset }
  const cases = section === CASES_AT ? await toldCases(dependencies, page) : null
  const things = cases
    ? cases.map(({ facts }) => facts)
    : await thingsOf(dependencies.store.pool, SECTIONS[section]!, page)
  const attachments = cases
    ?.slice(0, limit)
    .flatMap((one, item) => one.attachments.map((attachment) => ({ item, ...attachment })))
  const group: DataGroupKey = section === CASES_AT ? 'consultations' : SECTIONS[section]!.group
  const { title, why, kept, basis } = DATA_GROUPS[group]
  const items = things.slice(0, limit)
  return {
    value: {
      ...{ group, title, why, kept, basis, items, attachments },
      after: next(things.length > limit),
    },
  }

  function next(more: boolean): string | null {
    if (more) return writeCursor(section, offset + limit)
    return section < CASES_AT ? writeCursor(section + 1, 0) : null
  }
}
