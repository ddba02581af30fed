import type { Handler } from '@/cloud/handler'
import { centresAfter } from '@/cloud/store/queries/centres'
import { WRONG_CURSOR, pageOf, readCursor, writeCursor } from '../cursor'
import { countsIn } from './counts'
import { monthsOf } from './months'
import { monthInBrief } from './tables'

const PAGE = 10

/** For the district: the figures of every centre by month, in brief. */
export const districtFigures: Handler<'figures.district'> = async ({ input, dependencies }) => {
  const { store, clock } = dependencies
  const now = clock.now()
  const span = monthsOf(input, now.getTime())
  if ('refusal' in span) return span
  const after = readCursor(input.after, ['number', 'key'])
  if (after === null) return WRONG_CURSOR
  const { page, last } = pageOf(await centresAfter(store.db, after, PAGE + 1), PAGE)
  const { months, current, from, to } = span
  const centreIds = page.map(({ centre_id: centreId }) => centreId)
  const counts = await countsIn(store.pool, { centreIds, from, to, now })
  return {
    value: {
      centres: page.map(({ centre_id: centreId, short_name: shortName }) => ({
        ...{ centreId, shortName },
        months: months.map((month) => monthInBrief(counts, centreId, month, month < current)),
      })),
      after: last && writeCursor(last.position, last.centre_id),
    },
  }
}
