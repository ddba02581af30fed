/** Digits and capitals without 0 O 1 I L, which are mistaken for each other at the door. */
export const CHECK_IN_CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const LENGTH = 8

/** How many random bytes to give: running out of them is then as good as impossible. */
export const CHECK_IN_CODE_BYTES = 32

/**
 * A check-in code out of random bytes. Bytes past the largest multiple of the alphabet's size are
 * skipped, so that every code is equally likely. Throws a RangeError when the bytes run out.
 */
export function checkInCode(random: Uint8Array): string {
  const size = CHECK_IN_CODE_ALPHABET.length
  const fair = 256 - (256 % size)
  const letters = Array.from(random)
    .filter((byte) => byte < fair)
    .slice(0, LENGTH)
    .map((byte) => CHECK_IN_CODE_ALPHABET.charAt(byte % size))
  if (letters.length < LENGTH) throw new RangeError('Too few random bytes for a check-in code')
  return letters.join('')
}
