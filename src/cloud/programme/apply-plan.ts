import type { PoolClient } from 'pg'
import { hasEnd } from '@/domain/programme/lessons-of-plan'
import type { ActivityChangeKind, ActivityState, Plan } from '@/domain/programme/plan'
import type { PlannedActivity } from '@/cloud/store/queries/programme/activity'
import { addLessons } from '@/cloud/store/queries/programme/add-lessons'
import {
  moveLessons,
  renameLessons,
  renumberLessons,
} from '@/cloud/store/queries/programme/move-lessons'
import { peopleConcerned, tellOfActivity } from '@/cloud/store/queries/programme/people'
import {
  type LockedPool,
  lockPools,
  retimePools,
  setCapacity,
} from '@/cloud/store/queries/programme/pools'
import { lockStanding } from '@/cloud/store/queries/programme/standing'
import { writeChange, writePlan } from '@/cloud/store/queries/programme/write-plan'
import { passOn } from '@/cloud/store/queries/waitlist/pass-on'
import { type WrittenDiff, concernedBy, diffOfPlans } from './change-of-plan'
import { type FixedField, fixedField, isReseated } from './seating-change'
import type { WrittenLesson } from '@/cloud/store/queries/programme/standing'

/** What is to become of a published activity. */
export interface PlanChange {
  plan: Plan
  changedBy: string
  reason: string | null
  kind?: Exclude<ActivityChangeKind, 'published'>
  state?: ActivityState
  /** What becomes of its lessons, where that is not the least that makes them the plan's. */
  lessons?: (standing: readonly WrittenLesson[]) => WrittenDiff
}

export interface Applied {
  version: number
  /** How many people find it among their notices. */
  told: number
  lessons: { same: number; moved: number; added: number; cancelled: number }
}

/** Why a change is not made; nothing was written then. */
export type NotApplied =
  | { code: 'CAPACITY_BELOW_TAKEN'; facts: { taken: number } }
  | { code: 'REASON_NEEDED'; facts: { people: number } }
  | { code: 'SEATING_FIXED'; facts: { field: FixedField } }
  | { code: 'NOTHING_TO_COME'; facts: Record<string, never> }

/**
 * Makes a published activity, which the caller's transaction holds (lockActivity), what a plan says:
 * words at once, seats for pools that have not opened, capacity for all that are not over, lessons that
 * have not begun. Bookings are never touched. Whoever has a seat in a lesson that changes is told once,
 * and what came free is passed on to those who wait. The plan must be right by `whatIsWrong`.
 */
export async function applyPlan(
  client: PoolClient,
  activity: PlannedActivity,
  change: PlanChange,
  now: Date,
): Promise<{ applied: Applied } | { refusal: NotApplied }> {
  const { plan, changedBy, reason, kind = 'changed', state = activity.state } = change
  const { centreId, activityId } = activity
  const fixed = fixedField(activity.plan.seating, plan.seating)
  if (fixed) return refused('SEATING_FIXED', { field: fixed })
  const standing = await lockStanding(client, activity, now)
  const diff =
    change.lessons?.(standing) ??
    diffOfPlans(standing, { before: activity.plan, after: plan }, now.getTime())
  const touched = concernedBy(diff, standing, plan.seating?.per === 'term')
  if (isOver(standing, diff, now.getTime())) return refused('NOTHING_TO_COME', {})

  const poolIds = [...new Set(touched.flatMap(({ poolId }) => poolId ?? []))]
  const pools = await lockPools(client, activity, poolIds, now)
  const refusal = whyNotSeated(activity.plan, plan, pools)
  if (refusal) return { refusal }
  const { people } = await peopleConcerned(client, centreId, touched)
  if (people > 0 && reason === null) return refused('REASON_NEEDED', { people })

  const key = { centreId, activityId, changedBy }
  const version = await writePlan(client, key, { plan, state }, now)
  const lessons = countsOf(diff)
  await writeChange(client, { ...key, version }, { kind, reason, facts: lessons }, now)
  await writeLessons(client, activity, { ...change, diff }, now)
  const seated = await writePools(client, activity, { plan, diff, pools, poolIds }, now)
  const about = kind === 'cancelled' ? 'activity-cancelled' : 'activity-changed'
  const notice = { centreId, activityId, number: version, kind: about } as const
  const told = await tellOfActivity(client, notice, touched, now)
  for (const poolId of seated) await passOn(client, poolId, now)
  return { applied: { version, told, lessons } }
}

function refused<Code extends NotApplied['code']>(
  code: Code,
  facts: Extract<NotApplied, { code: Code }>['facts'],
): { refusal: NotApplied } {
  return { refusal: { code, facts } as NotApplied }
}

/** Whether nothing stands that is to come, and nothing would. */
function isOver(standing: readonly WrittenLesson[], diff: WrittenDiff, now: number): boolean {
  return diff.added.length === 0 && !standing.some(({ endsAt }) => endsAt > now)
}

function whyNotSeated(before: Plan, after: Plan, pools: readonly LockedPool[]): NotApplied | null {
  const capacity = after.seating?.capacity
  if (capacity === undefined || capacity === before.seating?.capacity) return null
  const seats = pools.filter(({ isGuests }) => !isGuests)
  // A ballot said what it draws before people entered it.
  if (seats.some(({ isDrawn }) => isDrawn)) {
    return { code: 'SEATING_FIXED', facts: { field: 'capacity' } }
  }
  const taken = Math.max(0, ...seats.map((pool) => pool.taken))
  return taken > capacity ? { code: 'CAPACITY_BELOW_TAKEN', facts: { taken } } : null
}

async function writeLessons(
  client: PoolClient,
  { centreId, activityId }: PlannedActivity,
  { diff, plan, changedBy, reason }: PlanChange & { diff: WrittenDiff },
  now: Date,
): Promise<void> {
  const changes = [
    ...diff.moved.map(({ lesson, planned }) => ({ lesson, to: planned })),
    ...diff.cancelled.map((lesson) => ({ lesson, to: null })),
  ]
  await moveLessons(client, { centreId, changedBy, reason }, changes, now)
  await renameLessons(client, centreId, [...diff.same, ...diff.moved])
  await addLessons(client, { centreId, activityId }, plan.seating, diff.added)
  if (plan.seating?.per === 'term' && (changes.length > 0 || diff.added.length > 0)) {
    await renumberLessons(client, { centreId, activityId }, hasEnd(plan))
  }
}

/** Sets the pools that something changed for; gives those whose seats may be passed on. */
async function writePools(
  client: PoolClient,
  activity: PlannedActivity,
  change: {
    plan: Plan
    diff: WrittenDiff
    pools: readonly LockedPool[]
    poolIds: readonly string[]
  },
  now: Date,
): Promise<string[]> {
  const { plan, pools, poolIds } = change
  const { seating } = plan
  if (seating === null) return []
  const was = activity.plan.seating
  const reseated = isReseated(was, seating)
  const guests = pools.filter(({ isGuests }) => isGuests)
  const own = pools.filter(({ isGuests }) => !isGuests)
  const hasMoved = own.filter(({ poolId }) => poolIds.includes(poolId))
  const retimed = reseated ? own : hasMoved
  const moved = poolIds.length > 0 ? guests : []
  await retimePools(client, activity, [...retimed, ...moved], { seating, reseated }, now)
  const resized = seating.capacity === was?.capacity ? [] : own.map(({ poolId }) => poolId)
  if (resized.length > 0) await setCapacity(client, activity, resized, seating.capacity)
  const passed = [...hasMoved, ...moved].map(({ poolId }) => poolId)
  return [...new Set([...resized, ...passed])]
}

function countsOf({ same, moved, added, cancelled }: WrittenDiff): Applied['lessons'] {
  return {
    ...{ same: same.length, moved: moved.length },
    ...{ added: added.length, cancelled: cancelled.length },
  }
}
