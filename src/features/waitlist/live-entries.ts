import { useStore } from 'zustand'
import { parseInstant } from '@/domain/time/instant'
import { momentInWords } from '@/domain/time/words'
import type { Question } from '@/gateway/answers/answers'
import { answers } from '@/gateway/answers/phone-answers'
import { isSinglePage } from '@/gateway/device/sharing'
import { session, signedIn } from '@/gateway/session/session'
import { useAnswer } from '../use-answer'
import { type Entry, offersOf } from './offers'

const LIVE: Question<'waitlist.mine'> = {
  operation: 'waitlist.mine',
  input: { live: true },
  copy: 'private',
  join: (before, next) => ({ ...next, entries: [...before.entries, ...next.entries] }),
}
const NONE: readonly Entry[] = []

/** My entries that may still get seats, from the phone first; nothing while nobody is signed in. */
export function useLiveEntries() {
  useStore(session)
  const visitor = !signedIn() || isSinglePage()
  const { value, ...state } = useAnswer(visitor ? null : LIVE)
  return { ...state, visitor, entries: visitor ? NONE : (value?.entries ?? null) }
}

/** Asks for them anew, after something was changed. */
export const refreshEntries = (): Promise<void> => answers.refresh(LIVE)

/** 留给您 2 席，到明天 09:00; null where no offer stands at `now` (milliseconds since the epoch). */
export function offerInWords(entries: readonly Entry[] | null, now: number): string | null {
  const [first] = offersOf(entries ?? NONE, now)
  if (!first) return null
  return `留给您 ${first.seats} 席，到${momentInWords(parseInstant(first.offerUntil!), now)}`
}
