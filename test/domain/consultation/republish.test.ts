import fc from 'fast-check'
import { type PublishedSlot, republish } from '@/domain/consultation/republish'
import { overlaps } from '@/domain/seats/clash'

const span = (startsAt: number, endsAt: number) => ({ startsAt, endsAt })
const slot = (startsAt: number, endsAt: number, taken = false): PublishedSlot => ({
  ...span(startsAt, endsAt),
  poolId: `centre.${startsAt}`,
  taken,
})

test('The same hours again change nothing', () => {
  const again = republish([span(10, 20), span(20, 30)], [slot(10, 20), slot(20, 30, true)], [], 0)
  expect(again).toEqual({ add: [], withdraw: [], stay: [slot(10, 20)], kept: 0 })
})

test('Other hours withdraw what is free, keep and count what is taken, and add beside it', () => {
  const published = [slot(10, 20), slot(20, 30, true)]
  expect(republish([span(10, 25), span(40, 50)], published, [], 0)).toEqual({
    add: [span(40, 50)],
    withdraw: [slot(10, 20)],
    stay: [],
    kept: 1,
  })
})

test('What has begun is left alone, and so is who is somewhere else', () => {
  const published = [slot(5, 15), slot(0, 5)]
  const wanted = [span(8, 12), span(12, 18), span(20, 25), span(30, 35)]
  expect(republish(wanted, published, [span(22, 40)], 10)).toEqual({
    ...{ withdraw: [], stay: [], kept: 0 },
    add: [],
  })
  expect(republish(wanted, published, [], 10).add).toEqual([span(20, 25), span(30, 35)])
})

test('After any publishing no two slots of the professional overlap, and nothing taken is lost', () => {
  /** Slots of one length in a row, as a day's hours give them. */
  const row = fc
    .record({ from: fc.nat(20), length: fc.integer({ min: 1, max: 6 }), count: fc.nat(8) })
    .map(({ from, length, count }) =>
      Array.from({ length: count }, (_, at) => span(from + at * length, from + (at + 1) * length)),
    )
  const published = fc
    .tuple(row, fc.infiniteStream(fc.boolean()))
    .map(([slots, taken]) => slots.map((one) => slot(one.startsAt, one.endsAt, taken.next().value)))
  fc.assert(
    fc.property(row, published, fc.nat(30), (wanted, before, now) => {
      const { add, withdraw, stay, kept } = republish(wanted, before, [], now)
      expect(withdraw.some(({ taken }) => taken)).toBe(false)
      const after = [...before.filter((one) => !withdraw.includes(one)), ...add]
      for (const [index, one] of after.entries()) {
        for (const other of after.slice(index + 1)) expect(overlaps(one, other)).toBe(false)
      }
      const offered = after.filter((one) => one.startsAt > now)
      const unwanted = offered.filter(
        (one) =>
          !wanted.some((other) => other.startsAt === one.startsAt && other.endsAt === one.endsAt),
      )
      expect(unwanted).toHaveLength(kept)
      // Publishing once more changes nothing.
      const standing = after.map((one) => ({ ...slot(one.startsAt, one.endsAt), ...one }))
      expect(republish(wanted, standing, [], now)).toMatchObject({ add: [], withdraw: [], kept })
      expect(stay.every((one) => before.includes(one))).toBe(true)
    }),
  )
})
