import type { Output } from '@/contract'
import { poolState } from '@/domain/seats/pool'
import { toInstantText } from '@/domain/time/instant'
import { type Show, nextTurn, sameForAll } from '@/cloud/shared-answers/same-for-all'
import { activitiesToCome } from '@/cloud/store/queries/activities'
import { shortNameOfCentre } from '@/cloud/store/queries/centres'
import { WRONG_CURSOR, pageOf, readCursor, writeCursor } from '../cursor'
import { summaryOf } from './summary'

const PAGE = 20

type Summary = Output<'activities.list'>['activities'][number]
type Row = Awaited<ReturnType<typeof activitiesToCome>>[number]

const showActivities: Show<'activities.list'> = async ({ input, now, store }) => {
  const after = readCursor(input.after, ['instant', 'key'])
  if (after === null) return WRONG_CURSOR
  const { centreId, category, audience, text } = input
  const rows = await activitiesToCome(store.db, {
    ...{ centreId, category, audience, text },
    after,
    now,
    limit: PAGE + 1,
  })
  if (rows.length === 0 && (await shortNameOfCentre(store.db, centreId)) === null) {
    return { refusal: { code: 'NOT_FOUND', facts: { what: 'centre' } } }
  }
  const { page, last } = pageOf(rows, PAGE)
  return {
    value: {
      activities: page.map((row) => onTheWire(row, now.getTime())),
      after: last && writeCursor(last.next_starts_at, last.activity_id),
    },
    turnsAt: nextTurn(
      now.getTime(),
      page.flatMap((row) => [row.opens_at, row.closes_at]),
    ),
  }
}

/** The activities of a centre that still have something to come, soonest first. */
export const listActivities = sameForAll('activities.list', showActivities)

function onTheWire(row: Row, now: number): Summary {
  const startsAt = toInstantText(row.next_starts_at)
  const next = { startsAt, endsAt: toInstantText(row.next_ends_at) }
  return { ...summaryOf(row, row.lessons ?? 1), next, pool: firstPool(row, now) }
}

function firstPool(row: Row, now: number): Summary['pool'] {
  const { pool_id: poolId, capacity, taken, opens_at: opensAt, closes_at: closesAt } = row
  const { only_role: onlyRole, mode } = row
  if (poolId === null || capacity === null || taken === null) return null
  if (opensAt === null || closesAt === null) return null
  const state = poolState({ capacity, taken, opensAt, closesAt }, now)
  const counts = { poolId, capacity, taken, state }
  return { ...counts, opensAt: toInstantText(opensAt), mode: mode ?? undefined, onlyRole }
}
