import { PLAIN_ALPHABET, plainCode } from '@/domain/access/plain-code'

export const CHECK_IN_CODE_ALPHABET = PLAIN_ALPHABET
const LENGTH = 8

/** How many random bytes to give: running out of them is then as good as impossible. */
export const CHECK_IN_CODE_BYTES = 32

/**
 * A check-in code out of random bytes, every code equally likely. Throws a RangeError when the
 * bytes run out.
 */
export function checkInCode(random: Uint8Array): string {
  return plainCode(random, LENGTH)
}
