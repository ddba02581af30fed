import type { Output } from '@/contract'
import { FEEDBACK_NAMES } from '@/domain/consultation/words'
import { parseInstant } from '@/domain/time/instant'
import { agoInWords, deadlineInWords } from '@/domain/time/words'
import type { TagTone } from '@/ui/tag/tag'
import { lateInWords } from './case-words'

export type Feedback = Output<'casework.feedback'>['feedback'][number]

/** How a word about the centre stands: its kind, when it came, until when it wants an answer. */
export function feedbackHead(feedback: Feedback, now: number) {
  const { kind, createdAt, dueAt, answer } = feedback
  const late = answer === null ? lateInWords(dueAt, now) : null
  const tag: { tone: TagTone; text: string } | null =
    answer !== null
      ? { tone: 'free', text: '答复了' }
      : late
        ? { tone: 'waiting', text: late }
        : null
  return {
    title: FEEDBACK_NAMES[kind],
    tag,
    note: [
      agoInWords(parseInstant(createdAt), now),
      answer === null && dueAt ? `${deadlineInWords(parseInstant(dueAt), now)}答复` : null,
    ]
      .filter(Boolean)
      .join(' · '),
  }
}
