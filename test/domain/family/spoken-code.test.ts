import { PLAIN_ALPHABET } from '@/domain/access/plain-code'
import {
  MOST_WRONG_CODES,
  SPOKEN_CODE_BYTES,
  asMade,
  mustWaitUntil,
  spokenCode,
  stillCounting,
} from '@/domain/family/spoken-code'
import { MINUTE } from '@/domain/time/instant'

const NOW = Date.parse('2026-11-22T09:00:00+08:00')

test('A code has six letters that are not mistaken for each other', () => {
  const bytes = Uint8Array.from({ length: SPOKEN_CODE_BYTES }, (_, index) => index)
  expect(spokenCode(bytes)).toBe(PLAIN_ALPHABET.slice(0, 6))
  expect(() => spokenCode(new Uint8Array(5))).toThrow(RangeError)
})

test('A code may be typed in small letters', () => {
  expect(asMade('ab2c3d')).toBe('AB2C3D')
})

test('After the last wrong code one waits until ten minutes after the first', () => {
  const since = NOW - 4 * MINUTE
  expect(mustWaitUntil({ wrong: MOST_WRONG_CODES - 1, since })).toBeNull()
  expect(mustWaitUntil({ wrong: MOST_WRONG_CODES, since })).toBe(since + 10 * MINUTE)
})

test('Wrong codes count for ten minutes after the first', () => {
  const before = { wrong: MOST_WRONG_CODES, since: NOW - 10 * MINUTE + 1 }
  expect(stillCounting(before, NOW)).toEqual(before)
  expect(stillCounting(before, NOW + 1)).toEqual({ wrong: 0, since: NOW + 1 })
})
