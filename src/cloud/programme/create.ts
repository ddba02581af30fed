import { randomBytes } from 'node:crypto'
import type { PoolClient } from 'pg'
import { LOCAL_KEY_BYTES, centreKey, localKey } from '@/domain/access/key'
import { hasEnd, plannedLessons } from '@/domain/programme/lessons-of-plan'
import type { Plan } from '@/domain/programme/plan'
import { dateOf } from '@/domain/time/date'
import { addLessons } from '@/cloud/store/queries/programme/add-lessons'
import { renumberLessons } from '@/cloud/store/queries/programme/move-lessons'
import { insertActivity, writeChange } from '@/cloud/store/queries/programme/write-plan'

/** The key of an activity that is new. */
export function newActivityId(centreId: string): string {
  return centreKey(centreId, localKey(randomBytes(LOCAL_KEY_BYTES)))
}

/** What a new activity is. */
export interface NewPlannedActivity {
  centreId: string
  activityId: string
  plan: Plan
  state: 'draft' | 'published'
  /** What names it in the clerk's timetable. */
  importKey?: string | null
  changedBy: string
}

/**
 * Writes a new activity in the caller's transaction; a published one with its pools and every lesson of
 * the plan that is not over. A plan without one is written all the same: ask `lessonsToCome` first.
 */
export async function createActivity(
  client: PoolClient,
  { importKey = null, plan, state, ...key }: NewPlannedActivity,
  now: Date,
): Promise<void> {
  await insertActivity(client, { ...key, importKey }, { plan, state }, now)
  if (state === 'draft') return
  await layOut(client, key, plan, now)
  const change = { kind: 'published' as const, reason: null, facts: {} }
  await writeChange(client, { ...key, version: 1 }, change, now)
}

/** Writes the lessons of an activity that has none, and their pools. */
export async function layOut(
  client: PoolClient,
  { centreId, activityId }: { centreId: string; activityId: string },
  plan: Plan,
  now: Date,
): Promise<void> {
  await addLessons(
    client,
    { centreId, activityId },
    plan.seating,
    lessonsToCome(plan, now.getTime()),
  )
  if (plan.seating?.per === 'term') {
    await renumberLessons(client, { centreId, activityId }, hasEnd(plan))
  }
}

/** The lessons of a plan that are not over at `now`. */
export function lessonsToCome(plan: Plan, now: number) {
  return plannedLessons(plan, dateOf(now)).filter(({ endsAt }) => endsAt > now)
}
