import { toInstantText } from '@/domain/time/instant'
import type { Handler } from '@/cloud/handler'
import { activityOf } from '@/cloud/store/queries/programme/activity'
import { toComeOf } from '@/cloud/store/queries/programme/to-come'
import { coverOnTheWire } from '@/cloud/programme/cover-on-the-wire'
import { NO_ACTIVITY } from './expected-activity'

/** For staff: one activity as it is planned. */
export const getPlan: Handler<'programme.get'> = async ({ input, dependencies }) => {
  const { store, clock } = dependencies
  const activity = await activityOf(store.pool, input.activityId)
  if (!activity) return NO_ACTIVITY
  const { activityId, version, state, plan, changedAt, changedBy } = activity
  const { toCome, taken } = await toComeOf(store.pool, activity, clock.now())
  return {
    value: {
      ...{ activityId, version, state, plan },
      ...coverOnTheWire(activity),
      ...{ toCome, taken, changedAt: toInstantText(changedAt), changedBy },
    },
  }
}
