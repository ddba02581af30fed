import { CODE_PERIOD } from '@/domain/attendance/one-time-code'
import { SECOND } from '@/domain/time/instant'

/** The words about the time left change so often: often enough to be true, seldom enough to be calm. */
export const STEP = 5 * SECOND

/** How long a code is shown still, in seconds: in steps of five, so that what is said holds a while. */
export function secondsLeft(now: number): number {
  return Math.ceil((CODE_PERIOD - (now % CODE_PERIOD)) / STEP) * (STEP / SECOND)
}
