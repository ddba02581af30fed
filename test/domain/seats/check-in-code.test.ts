import fc from 'fast-check'
import {
  CHECK_IN_CODE_ALPHABET,
  CHECK_IN_CODE_BYTES,
  checkInCode,
} from '@/domain/seats/check-in-code'
import { CheckInCode } from '@/contract/seats'
import * as v from 'valibot'

const bytes = fc.uint8Array({ minLength: CHECK_IN_CODE_BYTES, maxLength: CHECK_IN_CODE_BYTES })

test('a check-in code is what the wire accepts, and the same for the same bytes', () => {
  // So many bytes that run out are as good as impossible by chance, yet a generator finds them.
  const fair = bytes.filter((given) => given.filter((byte) => byte < 248).length >= 8)
  fc.assert(
    fc.property(fair, (given) => {
      expect(v.is(CheckInCode, checkInCode(given))).toBe(true)
      expect(checkInCode(given)).toBe(checkInCode(given))
    }),
  )
})

test('every letter of the alphabet is equally likely: 8 of 256 bytes each, the rest skipped', () => {
  const counts = new Map<string, number>()
  for (let byte = 0; byte < 248; byte += 1) {
    const letter = checkInCode(new Uint8Array(8).fill(byte))[0]!
    counts.set(letter, (counts.get(letter) ?? 0) + 1)
  }
  expect([...counts.keys()].sort().join('')).toBe(CHECK_IN_CODE_ALPHABET)
  expect([...new Set(counts.values())]).toEqual([8])
  const skipped = Uint8Array.from([248, 255, 0, 1, 2, 3, 4, 5, 6, 7])
  expect(checkInCode(skipped)).toBe('23456789')
})

test('too few bytes are refused rather than made up', () => {
  expect(() => checkInCode(new Uint8Array(7))).toThrow(RangeError)
  expect(() => checkInCode(new Uint8Array(32).fill(255))).toThrow(RangeError)
})
