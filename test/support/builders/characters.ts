import fc from 'fast-check'

const SURROGATES = { from: 0xd800, count: 0x800 }
const LAST = 0x10ffff

/**
 * Any one character, for `fc.string({ unit: anyCharacter })`. The strings are those of
 * `unit: 'binary'`, which writes a million characters into a table first: two thirds of a second of the
 * processor in each test file.
 */
export const anyCharacter: fc.Arbitrary<string> = fc
  .nat(LAST - SURROGATES.count)
  .map(
    (place) => String.fromCodePoint(place < SURROGATES.from ? place : place + SURROGATES.count),
    placeOf,
  )

function placeOf(character: unknown): number {
  const code = typeof character === 'string' ? character.codePointAt(0) : undefined
  const isOne = code !== undefined && String.fromCodePoint(code) === character
  if (!isOne || /\p{Surrogate}/u.test(character)) throw new Error('not one character')
  return code < SURROGATES.from ? code : code - SURROGATES.count
}
