import { MINUTE, SECOND } from '@/domain/time/instant'
import { codeInScene } from '@/domain/access/scene-code'

/**
 * How far a sign-in at a desk has come, after the device flow of OAuth 2.0 (RFC 8628): it waits for a
 * phone, was seen by one, was approved or refused there, and was claimed by the desk. What nobody
 * ended in time is over, in whatever state.
 */
export const SIGN_IN_STATES = ['waiting', 'seen', 'approved', 'refused', 'claimed'] as const
export type SignInState = (typeof SIGN_IN_STATES)[number]
/** The same as a desk is told it. */
export const SIGN_IN_STANDINGS = [...SIGN_IN_STATES, 'expired'] as const
export type SignInStanding = (typeof SIGN_IN_STANDINGS)[number]

/** How long a sign-in may take from the code on the desk’s screen to the desk’s own call. */
export const SIGN_IN_MS = 3 * MINUTE

/** How often a desk may ask what became of it, in milliseconds (`interval` of RFC 8628). */
export const POLL_AFTER_MS = 2 * SECOND
/** Who asks twice as often or more waits longer from then on (`slow_down`), up to a limit. */
export const SLOWER_BY_MS = 5 * SECOND
export const POLL_AT_MOST_AFTER_MS = 30 * SECOND

/** How many random bytes to give for the numbers: running out of them is then as good as impossible. */
export const CHECK_BYTES = 32
const CHECKS = 90
const FAIR = 256 - (256 % CHECKS)

/**
 * Three different numbers of two digits out of random bytes, in the order in which the phone offers
 * them, and which one stands on the desk’s screen: who did not see that screen can only guess, once.
 * Throws a RangeError when the bytes run out.
 */
export function checkNumbers(random: Uint8Array): { choices: string[]; check: string } {
  const [first = 0, ...rest] = random
  const numbers = new Set(
    rest.filter((byte) => byte < FAIR).map((byte) => String(10 + (byte % CHECKS))),
  )
  const choices = [...numbers].slice(0, 3)
  if (choices.length < 3) throw new RangeError('Too few random bytes for three numbers')
  // 256 bytes do not share out among three: the first is a 256th likelier, which helps nobody.
  return { choices, check: choices[first % 3]! }
}

/** The page that the phone approves on, without a slash before it as WeChat wants. */
export const APPROVE_PAGE = 'pages/devices/approve/approve'

/** The `scene` of a desk’s code (at most 32 characters of WeChat’s set). */
export function sceneOfCode(code: string): string {
  return `s=${code}`
}

/** The code in a `scene`, or as somebody types it; null where there is none. */
export function codeOfScene(scene: string): string | null {
  return codeInScene(scene, 's')
}

/** The code in what a scanner read: a page of ours with its scene; null for any other square. */
export function codeOfScanned(text: string): string | null {
  const [, scene] = /[?&]scene=([^&#]*)/.exec(text) ?? []
  return text.includes(APPROVE_PAGE) ? codeOfScene(scene ?? '') : null
}
