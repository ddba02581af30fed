import { FEEDBACK_KINDS, type FeedbackKind } from '@/domain/consultation/consultation'

/** A word about the centre, as typed so far. */
export interface FeedbackDraft {
  kind: FeedbackKind | null
  text: string
  reach: string
}

export const EMPTY_FEEDBACK: FeedbackDraft = { kind: null, text: '', reach: '' }

/** A draft as the phone kept it, or null for anything that is none. */
export function readFeedback(value: unknown): FeedbackDraft | null {
  if (typeof value !== 'object' || value === null) return null
  const draft = { ...EMPTY_FEEDBACK, ...(value as Partial<FeedbackDraft>) }
  const known = draft.kind === null || FEEDBACK_KINDS.includes(draft.kind)
  return known && typeof draft.text === 'string' && typeof draft.reach === 'string' ? draft : null
}

export function isFeedbackBegun({ text, reach }: FeedbackDraft): boolean {
  return text.trim() !== '' || reach.trim() !== ''
}
