/** Digits and capitals without 0 O 1 I L, which are mistaken for each other at the door. */
export const PLAIN_ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** Bytes below the largest multiple of the alphabet's size make every letter equally likely. */
const FAIR = 256 - (256 % PLAIN_ALPHABET.length)

/**
 * A code of `length` letters that people read out, out of random bytes; bytes that would make some
 * letters likelier are skipped. Throws a RangeError when the bytes run out.
 */
export function plainCode(random: Uint8Array, length: number): string {
  const letters = Array.from(random)
    .filter((byte) => byte < FAIR)
    .slice(0, length)
    .map((byte) => PLAIN_ALPHABET.charAt(byte % PLAIN_ALPHABET.length))
  if (letters.length < length) throw new RangeError('Too few random bytes for a code')
  return letters.join('')
}
