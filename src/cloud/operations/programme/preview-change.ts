import type { Handler } from '@/cloud/handler'
import { previewOf } from '@/cloud/programme/preview'
import { lessonsAfter, planAfter, whyNotWhole } from '@/cloud/programme/whole-change'
import { activityOf } from '@/cloud/store/queries/programme/activity'
import { standingLessons } from '@/cloud/store/queries/programme/standing'
import { NO_ACTIVITY } from './expected-activity'

/** For staff: what postponing or cancelling an activity would change; changes nothing. */
export const previewChange: Handler<'programme.previewChange'> = async (call) => {
  const { input, dependencies } = call
  const { store, clock } = dependencies
  const now = clock.now()
  const activity = await activityOf(store.pool, input.activityId)
  if (!activity) return NO_ACTIVITY
  const why = whyNotWhole(activity, input.change)
  if (why) return why
  const standing = await standingLessons(store.pool, activity, now)
  const diff = lessonsAfter(standing, input.change, now.getTime())
  if (diff.moved.length + diff.cancelled.length === 0) {
    return { refusal: { code: 'NOTHING_TO_COME', facts: {} } }
  }
  const plan = planAfter(activity.plan, diff, now.getTime())
  const value = await previewOf(store.pool, activity, plan, { diff, standing }, now.getTime())
  return { value }
}
