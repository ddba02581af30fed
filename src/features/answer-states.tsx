import { momentInWords } from '@/domain/time/words'
import { CopyNote } from '@/ui/copy-note/copy-note'
import { Empty } from '@/ui/empty/empty'
import { Failure } from '@/ui/failure/failure'
import type { OperationName } from '@/gateway/call/wire'
import { type OutsideWording, READING, sentenceFor, type Wording } from './refusal-words'
import { askFailedAgain } from './asked-again'
import type { Answered } from './use-answer'

interface UnreadProps<N extends OperationName> {
  answer: Pick<Answered<N>, 'failure' | 'busy' | 'refresh'>
  words: Wording<N>
  now: number
  /** The general words, where a screen has its own. */
  outside?: OutsideWording
  /** Where to go when it does not exist: asking again would not help. */
  gone?: { label: string; onTap: () => void }
}

/**
 * Nothing could be read: what happened, what is safe, and once more, for all that failed on this page:
 * one tap each would be asked of whoever has a weak line. Draws nothing otherwise.
 */
export function Unread<N extends OperationName>(props: UnreadProps<N>) {
  const { answer, words, now, outside = READING, gone } = props
  if (!answer.failure) return null
  const { title, next } = sentenceFor(words, outside, answer.failure, now)
  const { code } = answer.failure
  if (gone && (code === 'NOT_FOUND' || code === 'INVALID_INPUT')) {
    return <Empty scene="glass" title={title} note={next} action={gone} />
  }
  const again = (): void => {
    void answer.refresh()
    askFailedAgain()
  }
  return <Failure title={title} safe={next} busy={answer.busy} onRetry={again} />
}

interface CopiedProps {
  answer: { copied: boolean; savedAt: number; offline: boolean; failure: unknown; busy: boolean }
  now: number
}

/** Says that what is shown is a copy and from when, once the server did not answer. */
export function Copied({ answer, now }: CopiedProps) {
  const { savedAt, offline, failure, busy } = answer
  const stale = failure !== null && !busy
  if (savedAt === 0 || !(offline || stale)) return null
  return <CopyNote at={momentInWords(savedAt, now)} offline={offline} failed={stale} />
}
