import type { Pool } from 'pg'
import { toInstantText } from '@/domain/time/instant'
import { changedPlan } from '@/domain/timetable/plan-of-class'
import type { ComparedClass, StandingClass } from '@/domain/timetable/publishing'
import type { Handler } from '@/cloud/handler'
import { calledOff, concernedBy, diffOfPlans } from '@/cloud/programme/change-of-plan'
import { NO_LESSONS, countsOf, previewedClass } from '@/cloud/timetable-import/on-the-wire'
import { comparedTimetable, sentTimetable } from '@/cloud/timetable-import/sent-timetable'
import { activityOf } from '@/cloud/store/queries/programme/activity'
import { peopleConcerned } from '@/cloud/store/queries/programme/people'
import { standingLessons } from '@/cloud/store/queries/programme/standing'
import { instantOrNull } from '../instant-or-null'

/** What publishing a sheet with these answers would do. */
export const previewPublish: Handler<'staff.previewPublish'> = async (call) => {
  const { input, actor, dependencies } = call
  const { pool } = dependencies.store
  const now = dependencies.clock.now()
  const opening = input.defaults?.opensAt
  const opensAt = opening === undefined ? now.getTime() : instantOrNull(opening)
  if (opensAt === null) return { invalid: { path: 'defaults.opensAt', reason: 'INSTANT' } }
  const sent = await sentTimetable(dependencies.store, actor.personId!, input)
  if ('refusal' in sent || 'invalid' in sent) return sent
  const result = await comparedTimetable(pool, sent, now)
  if ('refusal' in result) return result
  const { classes, missing } = result.comparison
  const previewed = []
  for (const one of classes) previewed.push(previewedClass(one, await concerned(pool, one, now)))
  const gone = []
  for (const one of missing) {
    const { activityId, stands } = one
    gone.push({ activityId, title: stands.title, people: await peopleOf(pool, one, now) })
  }
  return {
    value: {
      ...{ classes: previewed, missing: gone, opensAt: toInstantText(opensAt) },
      open: classes.flatMap(({ open }) => open),
      counts: countsOf(classes.map(({ outcome }) => outcome)),
    },
  }
}

/** Whom the change of a class concerns, and what becomes of its lessons. */
async function concerned(pool: Pool, one: ComparedClass, now: Date) {
  const nobody = { people: 0, lessons: NO_LESSONS }
  if (one.outcome !== 'changed' || !one.standing) return nobody
  const activity = await activityOf(pool, one.standing.activityId)
  if (!activity) return nobody
  const after = changedPlan(activity.plan, one)
  const standing = await standingLessons(pool, activity, now)
  const diff = diffOfPlans(standing, { before: activity.plan, after }, now.getTime())
  const touched = concernedBy(diff, standing, after.seating?.per === 'term')
  const { people } = await peopleConcerned(pool, activity.centreId, touched)
  const { moved, cancelled, added } = diff
  const lessons = { moved: moved.length, cancelled: cancelled.length, added: added.length }
  return { people, lessons }
}

/** How many people have a seat in what is to come of a class. */
async function peopleOf(pool: Pool, { activityId }: StandingClass, now: Date): Promise<number> {
  const activity = await activityOf(pool, activityId)
  if (!activity) return 0
  const standing = await standingLessons(pool, activity, now)
  const touched = concernedBy(calledOff(standing, now.getTime()), standing, false)
  return (await peopleConcerned(pool, activity.centreId, touched)).people
}
