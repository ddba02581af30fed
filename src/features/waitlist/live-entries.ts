import type { Question } from '@/gateway/answers/answers'
import { useAnswer } from '../use-answer'

/** My entries that may still get seats. */
export const LIVE: Question<'waitlist.mine'> = {
  operation: 'waitlist.mine',
  input: { live: true },
  copy: 'private',
  join: (before, next) => ({ ...next, entries: [...before.entries, ...next.entries] }),
}

/** The same, from the phone first; nothing for a visitor, who waits for nothing. */
export function useLiveEntries({ visitor }: { visitor: boolean }) {
  return useAnswer(visitor ? null : LIVE)
}
