import { plainCode } from '@/domain/access/plain-code'
import { MINUTE } from '@/domain/time/instant'

const LENGTH = 6

/** How many random bytes to give: running out of them is then as good as impossible. */
export const SPOKEN_CODE_BYTES = 32

/** How long a code is good for, in milliseconds. */
export const SPOKEN_CODE_MS = 10 * MINUTE

/** How many wrong codes somebody may enter before they have to wait. */
export const MOST_WRONG_CODES = 5

/** Wrong codes are forgotten this long after the first of them, in milliseconds. */
const FORGOTTEN_AFTER_MS = 10 * MINUTE

/** A code to be read out, out of random bytes. Throws a RangeError when the bytes run out. */
export function spokenCode(random: Uint8Array): string {
  return plainCode(random, LENGTH)
}

/** A code as it was made, however it was typed. */
export function asMade(typed: string): string {
  return typed.toUpperCase()
}

/** The wrong codes that somebody has entered since an instant in milliseconds since the epoch. */
export interface WrongCodes {
  wrong: number
  since: number
}

/** The wrong codes that still count at `now`. */
export function stillCounting(before: WrongCodes, now: number): WrongCodes {
  return now - before.since >= FORGOTTEN_AFTER_MS ? { wrong: 0, since: now } : before
}

/** Until when nobody may enter another code, in milliseconds since the epoch; null when they may. */
export function mustWaitUntil({ wrong, since }: WrongCodes): number | null {
  return wrong >= MOST_WRONG_CODES ? since + FORGOTTEN_AFTER_MS : null
}
