import { useStore } from 'zustand'
import type { Question } from '@/gateway/answers/answers'
import { isSinglePage } from '@/gateway/device/sharing'
import { session, signedIn } from '@/gateway/session/session'
import { useAnswer } from '../use-answer'

/** My entries that may still get seats. */
export const LIVE: Question<'waitlist.mine'> = {
  operation: 'waitlist.mine',
  input: { live: true },
  copy: 'private',
  join: (before, next) => ({ ...next, entries: [...before.entries, ...next.entries] }),
}

/** The same, from the phone first; nothing while nobody is signed in. */
export function useLiveEntries() {
  useStore(session)
  return useAnswer(signedIn() && !isSinglePage() ? LIVE : null)
}
