import type { Output } from '@/contract'
import { centreOf } from '@/domain/access/key'
import { MOST_ATTENDEES } from '@/domain/family/member'
import { whoMayBookInWords } from '@/domain/seats/eligibility-words'
import { FIRST_TRY_WITHIN_MS } from '@/domain/seats/first-try'
import { type PoolState, poolState, seatsLeft } from '@/domain/seats/pool'
import { toInstantText } from '@/domain/time/instant'
import { coverOnTheWire } from '@/cloud/programme/cover-on-the-wire'
import { type Show, nextTurn, sameForAll } from '@/cloud/shared-answers/same-for-all'
import {
  poolsOfActivity,
  publishedActivity,
  walkInsOfActivity,
} from '@/cloud/store/queries/activities'
import { occurrencesOfPools } from '@/cloud/store/queries/occurrences'
import { parallelClasses } from '@/cloud/store/queries/limits/read'
import { pastChances } from '@/cloud/store/queries/waitlist/chance'
import { lessonOf } from '../lesson'
import { summaryOf } from './summary'

const MOST = 30
/** Which pool a resident would look at first. */
const ORDER: readonly PoolState[] = ['open', 'upcoming', 'full', 'closed']

type Pool = Output<'activities.get'>['pools'][number]
type PoolRow = Awaited<ReturnType<typeof poolsOfActivity>>[number]
type OccurrenceRow = Awaited<ReturnType<typeof occurrencesOfPools>>[number]

const showActivity: Show<'activities.get'> = async ({ input, now, store }) => {
  const key = { centreId: centreOf(input.activityId), activityId: input.activityId }
  const activity = await publishedActivity(store.db, key.centreId, key.activityId)
  if (!activity) return { refusal: { code: 'NOT_FOUND', facts: { what: 'activity' } } }
  const [poolRows, walkIns, parallel] = await Promise.all([
    poolsOfActivity(store.db, key, now, MOST),
    walkInsOfActivity(store.db, key, now, MOST),
    activity.parallel_group === null ? [] : parallelClasses(store.db, activity, now),
  ])
  const occurrences = await occurrencesOfPools(store.db, poolRows)
  const pools = poolRows.map((row) => {
    const covered = occurrences.filter(({ pool_id }) => pool_id === row.pool_id)
    const times = { opensAt: row.opens_at, closesAt: row.closes_effectively_at ?? row.closes_at }
    const state = poolState({ ...row, ...times }, now.getTime())
    return { row, covered, state, onTheWire: poolOnTheWire(row, covered, state, now) }
  })
  const short = pools.filter(isShort)
  const chances = await pastChances(
    store.pool,
    short.map(({ row }) => ({ activityId: row.activity_id, position: row.waiting + 1 })),
  )
  for (const [index, { onTheWire }] of short.entries()) onTheWire.chance = chances[index] ?? null
  const first = ORDER.flatMap((state) => pools.filter((pool) => pool.state === state))[0]
  const who = first && {
    mode: first.row.mode,
    homeCentreUntil: first.row.home_centre_until,
    onlyRole: first.row.only_role,
    intake: first.row.intake,
  }
  return {
    value: {
      ...summaryOf(activity, first?.covered.length ?? 1),
      now: toInstantText(now.getTime()),
      nowMs: now.getTime(),
      description: activity.description,
      host: activity.host,
      bring: activity.bring,
      whoMayBook: who ? whoMayBookInWords(who, activity.centre_name, now.getTime()) : null,
      pools: pools.map(({ onTheWire }) => onTheWire),
      limits: {
        coursesPerTerm: activity.whole_term ? activity.courses_per_term : null,
        seatsPerTerm: activity.seats_per_term,
        parallel: parallel.map((row) => ({ activityId: row.activity_id, title: row.title })),
      },
      ...coverOnTheWire({
        centreId: key.centreId,
        cover: activity.cover,
        coverWidth: activity.cover_width,
        coverHeight: activity.cover_height,
      }),
      walkIns: walkIns.map(occurrenceOnTheWire),
    },
    turnsAt: nextTurn(
      now.getTime(),
      poolRows.flatMap((row) => [row.opens_at, row.closes_at, row.home_centre_until]),
    ),
  }
}

/** One activity with the pools and occurrences that are not over. */
export const getActivity = sameForAll('activities.get', showActivity)

/** Whether somebody may ask for more seats at once than a pool has left, and so has to wait. */
function isShort({ row, state }: { row: PoolRow; state: PoolState }): boolean {
  return state === 'full' || (state === 'open' && seatsLeft(row) < MOST_ATTENDEES)
}

function poolOnTheWire(row: PoolRow, covered: OccurrenceRow[], state: PoolState, now: Date): Pool {
  const toCome = covered.filter(({ ends_at }) => ends_at > now.getTime()).slice(0, MOST)
  return {
    poolId: row.pool_id,
    capacity: row.capacity,
    taken: row.taken,
    mode: row.mode,
    opensAt: toInstantText(row.opens_at),
    closesAt: toInstantText(row.closes_at),
    cancelUntil: toInstantText(row.cancel_until),
    state,
    firstTryWithinMs: row.mode === 'open' ? FIRST_TRY_WITHIN_MS : undefined,
    numbered: row.numbered,
    intake: row.intake,
    waiting: row.waiting,
    held: row.held,
    ballotId: row.ballot_id,
    occurrences: toCome.map(occurrenceOnTheWire),
  }
}

function occurrenceOnTheWire(row: OccurrenceRow): Pool['occurrences'][number] {
  return {
    occurrenceId: row.occurrence_id,
    startsAt: toInstantText(row.starts_at),
    endsAt: toInstantText(row.ends_at),
    place: row.place,
    state: row.state,
    topic: row.topic ?? undefined,
    lesson: lessonOf(row),
  }
}
