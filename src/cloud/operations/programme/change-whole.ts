import type { PoolClient } from 'pg'
import type { Output } from '@/contract'
import type { Intent } from '@/cloud/handler'
import { applyPlan } from '@/cloud/programme/apply-plan'
import {
  type WholeChange,
  lessonsAfter,
  planAfter,
  whyNotWhole,
} from '@/cloud/programme/whole-change'
import { lockStanding } from '@/cloud/store/queries/programme/standing'
import { expectedActivity } from './expected-activity'

/** Postpones or cancels all lessons to come of an activity, in the transaction of the command. */
export async function changeWhole(
  client: PoolClient,
  { personId: changedBy }: Intent,
  input: { activityId: string; version: number; reason: string },
  change: WholeChange,
  now: Date,
) {
  const found = await expectedActivity(client, input)
  if ('refusal' in found) return found
  const { activity } = found
  const why = whyNotWhole(activity, change)
  if (why) return why
  const diff = lessonsAfter(await lockStanding(client, activity, now), change, now.getTime())
  if (diff.moved.length + diff.cancelled.length === 0) {
    return { refusal: { code: 'NOTHING_TO_COME' as const, facts: {} } }
  }
  const result = await applyPlan(
    client,
    activity,
    {
      plan: planAfter(activity.plan, diff, now.getTime()),
      ...{ changedBy, reason: input.reason, lessons: () => diff },
      ...(change.kind === 'cancel'
        ? { kind: 'cancelled', state: 'cancelled' }
        : { kind: 'postponed' }),
    },
    now,
  )
  if ('refusal' in result) {
    throw new Error(`Changing a whole activity was refused: ${result.refusal.code}`)
  }
  const { version, told } = result.applied
  const state = change.kind === 'cancel' ? 'cancelled' : 'published'
  const value: Output<'programme.cancel'> = {
    activityId: activity.activityId,
    version,
    state,
    told,
  }
  return { value }
}
