import { createHash } from 'node:crypto'
import { centreKey, localKey } from '@/domain/access/key'
import { type Rule, type RuleOccurrence, expand } from '@/domain/calendar/recurrence'
import { type Seating, poolTimes, slots } from '@/domain/calendar/seating'
import type { PlannedOccurrences } from '@/cloud/store/queries/programme'

/** What an activity's occurrences and pools are made of. */
export interface ProgrammeActivity {
  centreId: string
  activityId: string
  place: string
  rule: Rule
  /** Null where nobody needs a seat. */
  seating: Seating | null
}

/** A local key of 39 characters holds one of so many, a day, a time and three hyphens. */
const LONGEST_STEM = 24

/**
 * The occurrences and pools of an activity on the days from one to another, both included. Their
 * keys follow from the rule alone, so that planning twice gives the same ones. A term has one pool
 * for all its lessons; the days must then span the whole term.
 */
export function plannedOccurrences(
  activity: ProgrammeActivity,
  from: string,
  to: string,
): PlannedOccurrences {
  const { centreId, activityId, place, rule, seating } = activity
  const planned: PlannedOccurrences = { pools: [], occurrences: [] }
  const held = expand(rule, from, to)
  const isTerm = seating?.per === 'term'
  const termPoolId = isTerm ? keyOf(activity, 'term') : null
  const [first, last] = [held[0], held[held.length - 1]]
  if (seating && termPoolId && first && last) {
    planned.pools.push(poolRow(activity, seating, termPoolId, first.startsAt, last.endsAt))
  }
  for (const one of held) {
    const cut = seating && !isTerm ? slots(seating, one) : [one]
    for (const { startsAt, endsAt } of cut) {
      const key = keyOf(activity, ...nameParts(one, startsAt, cut.length > 1))
      const poolId = seating && !isTerm ? key : termPoolId
      if (seating && !isTerm) {
        planned.pools.push(poolRow(activity, seating, key, startsAt, endsAt))
      }
      planned.occurrences.push({
        centre_id: centreId,
        occurrence_id: key,
        activity_id: activityId,
        pool_id: poolId,
        day: one.date,
        starts_at: new Date(startsAt),
        ends_at: new Date(endsAt),
        original_starts_at: new Date(one.originalStartsAt + (startsAt - one.startsAt)),
        place,
        state: one.date === one.originalDate ? 'scheduled' : 'rescheduled',
        lesson_number: isTerm ? one.lessonNumber : null,
        lesson_of: isTerm ? one.lessonOf : null,
      })
    }
  }
  return planned
}

function poolRow(
  { centreId, activityId }: ProgrammeActivity,
  seating: Seating,
  poolId: string,
  startsAt: number,
  endsAt: number,
): PlannedOccurrences['pools'][number] {
  const times = poolTimes(seating, { startsAt })
  return {
    centre_id: centreId,
    pool_id: poolId,
    activity_id: activityId,
    capacity: seating.capacity,
    mode: seating.mode ?? 'open',
    opens_at: new Date(times.opensAt),
    closes_at: new Date(times.closesAt),
    cancel_until: new Date(times.cancelUntil),
    starts_at: new Date(startsAt),
    ends_at: new Date(endsAt),
    home_centre_until: times.homeCentreUntil === null ? null : new Date(times.homeCentreUntil),
    only_role: seating.onlyRole ?? null,
    numbered: seating.numbered ?? false,
    intake: seating.intake ?? null,
  }
}

/** The day that the rule gave, and in a cut occurrence the slot's minutes after its beginning. */
function nameParts(one: RuleOccurrence, startsAt: number, cut: boolean): string[] {
  const day = one.originalDate.replaceAll('-', '')
  return cut ? [day, String((startsAt - one.startsAt) / 60_000)] : [day]
}

function keyOf({ centreId, activityId }: ProgrammeActivity, ...parts: string[]): string {
  const local = activityId.slice(centreId.length + 1)
  const stem =
    local.length <= LONGEST_STEM
      ? local
      : localKey(createHash('sha256').update(local).digest().subarray(0, 10))
  return centreKey(centreId, [stem, ...parts].join('-'))
}
