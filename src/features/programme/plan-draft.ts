import { dateOf } from '@/domain/time/date'
import { plainLine } from '../plain-text'
import { differences } from './differences'
import { canonical, type Plan, PLAN_LIMITS } from './plan'
import { emptyForm, formOf, type PlanForm, readForm } from './plan-form'
import type { PlanPreview, Standing } from './saving-words'

/** A cover that was sent and waits to be put up. */
export interface SentCover {
  fileId: string
  /** Milliseconds since the epoch; a file waits a day. */
  at: number
}

/** What somebody is writing: a new activity, or a change of one. */
export interface PlanDraft {
  form: PlanForm
  /** The form as it was before anything was touched. */
  start: PlanForm
  /** Null until it was saved for the first time. */
  activityId: string | null
  version: number | null
  state: Standing['state'] | null
  /** What stood when the form was filled from it. */
  before: Plan | null
  /** Why it changes, as residents will read it. */
  reason: string
  cover: SentCover | null
}

/** A draft that begins with a form. */
export function draftOfForm(form: PlanForm): PlanDraft {
  return {
    ...{ form, start: form, activityId: null, version: null, state: null, before: null },
    ...{ reason: '', cover: null },
  }
}

export const emptyDraft = (now: number): PlanDraft => draftOfForm(emptyForm(dateOf(now)))

/** A draft of an activity as it stands. */
export function draftOfStanding(standing: Standing, now: number): PlanDraft {
  const { activityId, version, state } = standing
  const plan = standing.plan
  return {
    ...draftOfForm(formOf(plan, dateOf(now))),
    ...{ activityId, version, state, before: plan },
  }
}

/** Whether anything was written that somebody would miss. */
export function isBegun({ form, start, reason, cover }: PlanDraft): boolean {
  return cover !== null || reason.trim() !== '' || canonical(form) !== canonical(start)
}

/** Whether a plan is another than what stands, or has another cover. */
export const isChanged = ({ before, cover }: PlanDraft, plan: Plan): boolean =>
  cover !== null || before === null || differences(plan, before).length > 0

/** Whether those who hold seats have to be told why, and nobody has said it yet. */
export const needsReason = ({ reason }: PlanDraft, preview: PlanPreview | null): boolean =>
  (preview?.people ?? 0) > 0 &&
  plainLine(reason, PLAN_LIMITS.reason.most).length < PLAN_LIMITS.reason.least

/** A draft as the phone kept it; null for anything that is none. */
export function readDraft(value: unknown, now: number): PlanDraft | null {
  if (typeof value !== 'object' || value === null) return null
  const found = value as Partial<PlanDraft>
  const today = dateOf(now)
  const [form, start] = [readForm(found.form, today), readForm(found.start, today)]
  const { activityId = null, version = null, reason } = found
  const known = activityId === null || typeof activityId === 'string'
  if (!form || !start || !known || typeof reason !== 'string') return null
  if (version !== null && typeof version !== 'number') return null
  return { ...draftOfForm(form), ...found, form, start }
}
