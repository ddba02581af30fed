import type { PoolClient } from 'pg'
import { changedMeanwhile } from '@/cloud/programme/changed-meanwhile'
import { type PlannedActivity, lockActivity } from '@/cloud/store/queries/programme/activity'

type NotExpected =
  | ReturnType<typeof changedMeanwhile>['refusal']
  | { code: 'NOT_FOUND'; facts: { what: 'activity' } }

export const NO_ACTIVITY = {
  refusal: { code: 'NOT_FOUND' as const, facts: { what: 'activity' as const } },
}

/** Holds an activity that is as it was when somebody looked at it. */
export async function expectedActivity(
  client: PoolClient,
  { activityId, version }: { activityId: string; version: number | null },
): Promise<{ activity: PlannedActivity } | { refusal: NotExpected }> {
  const activity = await lockActivity(client, activityId)
  if (!activity) return NO_ACTIVITY
  return activity.version === version ? { activity } : changedMeanwhile(activity)
}
