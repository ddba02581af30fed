import { centreOf } from '@/domain/access/key'
import { whatIsWrong } from '@/domain/programme/judge-plan'
import type { Handler } from '@/cloud/handler'
import { diffOfPlans } from '@/cloud/programme/change-of-plan'
import { lessonsToCome } from '@/cloud/programme/create'
import { previewOf } from '@/cloud/programme/preview'
import { shortNameOfCentre } from '@/cloud/store/queries/centres'
import { activityOf } from '@/cloud/store/queries/programme/activity'
import { standingLessons } from '@/cloud/store/queries/programme/standing'
import { NO_ACTIVITY } from './expected-activity'

/** For staff: what a plan gives and what it would change; changes nothing. */
export const previewPlan: Handler<'programme.preview'> = async ({ input, dependencies }) => {
  const { store, clock } = dependencies
  const { centreId, activityId, plan } = input
  const now = clock.now()
  const wrong = whatIsWrong(plan, now.getTime())
  if (wrong) return { invalid: wrong }
  if ((await shortNameOfCentre(store.db, centreId)) === null) {
    return { refusal: { code: 'NOT_FOUND', facts: { what: 'centre' } } }
  }
  // Permission was given for this centre alone.
  const isOfCentre = activityId !== null && centreOf(activityId) === centreId
  const activity = isOfCentre ? await activityOf(store.pool, activityId) : null
  if (activityId !== null && !activity) return NO_ACTIVITY
  if (activity?.state === 'cancelled') return { refusal: { code: 'CANCELLED', facts: {} } }
  if (activity?.state === 'published') {
    const standing = await standingLessons(store.pool, activity, now)
    const diff = diffOfPlans(standing, { before: activity.plan, after: plan }, now.getTime())
    const value = await previewOf(store.pool, activity, plan, { diff, standing }, now.getTime())
    return { value }
  }
  const added = lessonsToCome(plan, now.getTime())
  const diff = { same: [], moved: [], cancelled: [], added }
  const key = { centreId, activityId: null }
  return { value: await previewOf(store.pool, key, plan, { diff, standing: [] }, now.getTime()) }
}
