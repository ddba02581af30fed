import fc from 'fast-check'
import { firstClash, overlaps } from '@/domain/seats/clash'

const span = (startsAt: number, endsAt: number) => ({ startsAt, endsAt })

test.each([
  ['one after the other', span(0, 10), span(20, 30), false],
  ['touching', span(0, 10), span(10, 20), false],
  ['overlapping', span(0, 11), span(10, 20), true],
  ['one within the other', span(0, 30), span(10, 20), true],
  ['the same', span(0, 10), span(0, 10), true],
])('%s', (_, a, b, expected) => {
  expect(overlaps(a, b)).toBe(expected)
  expect(overlaps(b, a)).toBe(expected)
})

test('two stretches overlap exactly when some minute lies in both', () => {
  const any = fc
    .tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 10 }))
    .map(([from, length]) => span(from, from + length))
  fc.assert(
    fc.property(any, any, (a, b) => {
      const minutes = Array.from({ length: 31 }, (_, minute) => minute)
      const within = (one: typeof a) => (m: number) => m >= one.startsAt && m < one.endsAt
      expect(overlaps(a, b)).toBe(minutes.filter(within(a)).some(within(b)))
    }),
  )
})

test('of several clashes the earliest is named', () => {
  const held = [
    { ...span(40, 50), bookingId: 'later' },
    { ...span(5, 15), bookingId: 'earlier' },
    { ...span(60, 70), bookingId: 'none' },
  ]
  expect(firstClash([span(45, 48), span(10, 20)], held)?.bookingId).toBe('earlier')
  expect(firstClash([span(15, 40)], held)).toBeNull()
})
