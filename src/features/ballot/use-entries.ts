import { useStore } from 'zustand'
import type { Question } from '@/gateway/answers/answers'
import { answers } from '@/gateway/answers/phone-answers'
import { isSinglePage } from '@/gateway/device/sharing'
import { session, signedIn } from '@/gateway/session/session'
import { useAnswer } from '../use-answer'

const MINE: Question<'ballot.mine'> = {
  operation: 'ballot.mine',
  input: {},
  copy: 'private',
  join: (before, next) => ({ ...next, entries: [...before.entries, ...next.entries] }),
}

/** My entries in ballots, from the phone first; nothing while nobody is signed in. */
export function useEntries() {
  useStore(session)
  const visitor = !signedIn() || isSinglePage()
  return { ...useAnswer(visitor ? null : MINE), visitor }
}

/** Asks for my entries anew, after one was made or taken back. */
export async function refreshEntries(): Promise<void> {
  answers.outdate(['ballot.proof'])
  await answers.refresh(MINE)
}

/** What I am offered, and where I wait: asked only where an entry leads there. */
export function useLines(wanted: boolean) {
  return useAnswer(wanted ? { operation: 'waitlist.mine', input: { live: true } } : null)
}
