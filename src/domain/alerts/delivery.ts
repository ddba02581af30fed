import { HOUR, MINUTE, SECOND } from '../time/instant'

/**
 * What became of one try to send. `unknown`: nobody can tell whether it arrived; `refused`: the person
 * takes no such message (43101); `wrong-fields`: the fields do not fit (47003); `wrong`: it will never be
 * taken as it is; `enough`: no more today (45009); `later`: it surely did not arrive.
 */
export const TRIES = [
  'sent',
  'refused',
  'wrong-fields',
  'wrong',
  'enough',
  'later',
  'unknown',
] as const
export type TryOutcome = (typeof TRIES)[number]

/** How an alert ended, or when it is tried again. `giveBack`: its acceptance is still the person's. */
export type Verdict =
  | { state: 'sent' }
  | { state: 'dropped' | 'failed'; why: EndedWhy; giveBack: boolean }
  | { state: 'waiting'; nextTryAt: number; lost: number }

/** Why an alert was not sent. */
export const ENDED_WHY = [
  'refused',
  'wrong-fields',
  'wrong',
  'tries',
  'unknown',
  'late',
  'gone',
  'no-acceptance',
  'no-template',
] as const
export type EndedWhy = (typeof ENDED_WHY)[number]

const MOST_TRIES = 8
const FIRST_PAUSE = 20 * SECOND
const LONGEST_PAUSE = 30 * MINUTE

/**
 * What follows from a try of an alert that was begun `tries` times, of which `lost` ended without anybody
 * knowing whether it arrived. After one lost try it is sent once more and never again: so at most one
 * message comes twice. Is it refused then, the first one has used the acceptance up: it was sent.
 */
export function verdictOf(
  outcome: TryOutcome,
  { tries, lost, now }: { tries: number; lost: number; now: number },
): Verdict {
  switch (outcome) {
    case 'sent':
      return { state: 'sent' }
    case 'refused':
      if (lost > 0) return { state: 'sent' }
      return { state: 'dropped', why: 'refused', giveBack: false }
    case 'wrong-fields':
    case 'wrong':
      return { state: 'failed', why: outcome, giveBack: lost === 0 }
    case 'unknown':
      if (lost > 0) return { state: 'failed', why: 'unknown', giveBack: false }
      return { state: 'waiting', nextTryAt: now + pauseAfter(tries), lost: lost + 1 }
    case 'enough':
    case 'later':
      if (tries >= MOST_TRIES) return { state: 'failed', why: 'tries', giveBack: lost === 0 }
      return {
        state: 'waiting',
        nextTryAt: now + (outcome === 'enough' ? HOUR : pauseAfter(tries)),
        lost,
      }
  }
}

/** How long to wait after so many tries, in milliseconds: 20 s, 40 s, … half an hour at most. */
export function pauseAfter(tries: number): number {
  return Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.max(0, tries - 1))
}
