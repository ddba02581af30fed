import { toInstantText } from '@/domain/time/instant'
import type { Handler } from '@/cloud/handler'
import { poolsToAnnounce } from '@/cloud/store/queries/ballot/lists'
import { shortNameOfCentre } from '@/cloud/store/queries/centres'
import { WRONG_CURSOR, pageOf, readCursor, writeCursor } from '../cursor'

const PAGE = 20

/** For staff: the pools of a centre that are to be drawn and of which no ballot was announced. */
export const listPoolsToDraw: Handler<'ballot.pools'> = async ({ input, dependencies }) => {
  const { store, clock } = dependencies
  const after = readCursor(input.after, ['instant', 'key'])
  if (after === null) return WRONG_CURSOR
  const { centreId } = input
  const rows = await poolsToAnnounce(store.db, {
    ...{ centreId, after, limit: PAGE + 1 },
    now: clock.now(),
  })
  if (rows.length === 0 && (await shortNameOfCentre(store.db, centreId)) === null) {
    return { refusal: { code: 'NOT_FOUND', facts: { what: 'centre' } } }
  }
  const { page, last } = pageOf(rows, PAGE)
  return {
    value: {
      pools: page.map((row) => ({
        poolId: row.pool_id,
        activityId: row.activity_id,
        title: row.title,
        startsAt: toInstantText(row.starts_at),
        endsAt: toInstantText(row.ends_at),
        capacity: row.capacity,
        opensAt: toInstantText(row.opens_at),
        closesAt: toInstantText(row.closes_at),
      })),
      after: last && writeCursor(last.closes_at, last.pool_id),
    },
  }
}
