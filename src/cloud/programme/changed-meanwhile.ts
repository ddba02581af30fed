import type { Refusals } from '@/contract'
import { toInstantText } from '@/domain/time/instant'
import type { PlannedActivity } from '@/cloud/store/queries/programme/activity'

type Meanwhile = Refusals<'programme.save'>['CHANGED_MEANWHILE']

/** What somebody is told who changed an activity that had been changed since they looked at it. */
export function changedMeanwhile(activity: PlannedActivity) {
  const { version, state, plan, changedAt, changedBy } = activity
  const facts: Meanwhile = { version, state, plan, changedAt: toInstantText(changedAt), changedBy }
  return { refusal: { code: 'CHANGED_MEANWHILE' as const, facts } }
}
