import fc from 'fast-check'
import { DAY, HOUR, parseInstant } from '@/domain/time/instant'
import {
  type Advanced,
  type Entry,
  type ListPool,
  PASSED_OVER_ENOUGH,
  advance,
  heldBy,
} from '@/domain/waitlist/advance'
import { listEndsAt, savesUntil } from '@/domain/waitlist/offer-deadline'

const NOW = parseInstant('2026-11-22T09:00:00+08:00')
const STARTS = NOW + 20 * DAY

let made = 0
const waiting = (seats: number, more: Partial<Entry> = {}): Entry => ({
  entryId: `here.entry${(made += 1)}`,
  state: 'waiting',
  seats,
  saved: 0,
  savedUntil: null,
  passedOver: 0,
  offerUntil: null,
  seated: 0,
  served: false,
  ...more,
})
const offered = (seats: number, offerUntil: number): Entry =>
  waiting(seats, { state: 'offered', offerUntil })
const pool = (capacity: number, taken: number, more: Partial<ListPool> = {}): ListPool => ({
  capacity,
  taken,
  startsAt: STARTS,
  takesPlace: true,
  ...more,
})
const states = ({ entries }: Advanced) => entries.map(({ state }) => state)

test('Free seats go to the first in turn, for twelve hours, and are held', () => {
  const list = [waiting(1), waiting(1)]
  const after = advance(pool(5, 4), list, NOW)
  expect(states(after)).toEqual(['offered', 'waiting'])
  expect(after.entries[0]!.offerUntil).toBe(NOW + 12 * HOUR)
  expect(after).toMatchObject({ taken: 5, waiting: 1, takesFrom: 1, over: false })
})

test('A family is offered its seats together or not at all', () => {
  const after = advance(pool(5, 4), [waiting(3), waiting(1)], NOW)
  expect(states(after)).toEqual(['waiting', 'offered'])
  expect(after.entries[0]!.passedOver).toBe(1)
  expect(states(advance(pool(5, 2), [waiting(3), waiting(1)], NOW))).toEqual(['offered', 'waiting'])
})

test('Seats that fit nobody on the list are for whoever comes', () => {
  const after = advance(pool(5, 3), [waiting(3), waiting(4)], NOW)
  expect(after).toMatchObject({ taken: 3, waiting: 2, takesFrom: 3 })
})

test('An offer that nobody answered passes on', () => {
  const list = [offered(2, NOW), waiting(1), waiting(2), waiting(1)]
  const after = advance(pool(5, 5), list, NOW)
  expect(states(after)).toEqual(['lapsed', 'offered', 'waiting', 'offered'])
  expect(after.taken).toBe(5)
})

test('After three offers to others seats are saved for a large family, and for nobody behind it', () => {
  let list = [waiting(3), ...Array.from({ length: 8 }, () => waiting(1))]
  let taken = 9
  const freed: string[][] = []
  for (let time = 0; time < 6; time += 1) {
    const after = advance(pool(10, taken), list, NOW)
    list = after.entries
    freed.push(states(after).slice(0, 5))
    // Whoever was offered a seat takes it, and another booking is given back.
    list = list.map((one) => (one.state === 'offered' ? { ...one, state: 'accepted' } : one))
    list = list.filter(({ state }) => state === 'waiting')
    taken = after.taken - 1
  }
  expect(freed.slice(0, 3).map((seen) => seen.slice(0, 2))).toEqual(
    Array(3).fill(['waiting', 'offered']),
  )
  // Two free seats are saved, the third makes the offer.
  expect(freed[3]![1]).toBe('waiting')
  expect(freed[4]![1]).toBe('waiting')
  expect(freed[5]![0]).toBe('offered')
})

test('Saved seats are held until a day before the list ends, then they go to whom they fit', () => {
  const large = waiting(4, { passedOver: PASSED_OVER_ENOUGH })
  const saving = advance(pool(10, 8), [large, waiting(1)], NOW)
  expect(saving.entries[0]).toMatchObject({ saved: 2, savedUntil: savesUntil(STARTS) })
  expect(saving).toMatchObject({ taken: 10, takesFrom: 1 })
  const later = advance(pool(10, 10), saving.entries, savesUntil(STARTS))
  expect(later.entries[0]).toMatchObject({ saved: 0, savedUntil: null, state: 'waiting' })
  expect(states(later)).toEqual(['waiting', 'offered'])
  expect(later).toMatchObject({ taken: 9, takesFrom: 4 })
})

test('Who has a seat already does not wait for another, nor does one who was served elsewhere', () => {
  const list = [waiting(1, { seated: 1 }), waiting(3, { seated: 1 }), waiting(1, { served: true })]
  const after = advance(pool(5, 3), list, NOW)
  expect(states(after)).toEqual(['left', 'offered', 'left'])
  expect(after.entries[1]!.seats).toBe(2)
  expect(after.taken).toBe(5)
})

test('When the list ends nobody waits any more, and nothing stays held', () => {
  const list = [offered(1, NOW), waiting(3, { saved: 2, savedUntil: NOW + DAY })]
  const after = advance(pool(5, 5), list, listEndsAt(STARTS))
  expect(states(after)).toEqual(['lapsed', 'over'])
  expect(after).toMatchObject({ taken: 2, waiting: 0, takesFrom: null, over: true })
})

test('Where nobody can be asked before an early start, seats go to whoever comes', () => {
  const night = parseInstant('2026-11-23T01:00:00+08:00')
  const startsAt = parseInstant('2026-11-23T08:30:00+08:00')
  expect(advance(pool(5, 4, { startsAt }), [waiting(1)], night)).toMatchObject({ over: true })
  // While nothing is free there is no reason to end it.
  expect(advance(pool(5, 5, { startsAt }), [waiting(1)], night)).toMatchObject({ over: false })
})

test('Nobody is offered a seat in what does not take place', () => {
  const after = advance(pool(5, 0, { takesPlace: false }), [waiting(1), offered(1, NOW)], NOW)
  expect(states(after)).toEqual(['waiting', 'lapsed'])
})

const anEntry = fc
  .record({
    seats: fc.integer({ min: 1, max: 5 }),
    passedOver: fc.integer({ min: 0, max: 5 }),
    lapsesIn: fc.option(fc.integer({ min: -2, max: 2 })),
    seated: fc.constantFrom(0, 0, 0, 0, 1),
  })
  .map(({ seats, passedOver, lapsesIn, seated }) =>
    lapsesIn === null
      ? waiting(seats, { passedOver, seated })
      : waiting(seats, { state: 'offered', offerUntil: NOW + lapsesIn * HOUR }),
  )
const aList = fc.record({
  entries: fc.array(anEntry, { maxLength: 12 }),
  booked: fc.integer({ min: 0, max: 12 }),
  more: fc.integer({ min: 0, max: 6 }),
  hoursLeft: fc.integer({ min: 0, max: 200 }),
})

test('Whatever the list, seats are never oversold, and nobody is passed over who fits', () => {
  fc.assert(
    fc.property(aList, ({ entries, booked, more, hoursLeft }) => {
      const taken = booked + heldBy(entries)
      const before = pool(Math.max(1, taken + more), taken, { startsAt: NOW + hoursLeft * HOUR })
      const after = advance(before, entries, NOW)
      expect(after.taken).toBe(booked + heldBy(after.entries))
      expect(after.taken).toBeLessThanOrEqual(before.capacity)
      expect(after.entries.map(({ entryId }) => entryId)).toEqual(
        entries.map(({ entryId }) => entryId),
      )
      const free = before.capacity - after.taken
      for (const [index, one] of after.entries.entries()) {
        if (one.state === 'offered') expect(one.offerUntil!).toBeGreaterThan(NOW)
        if (one.state !== 'waiting') continue
        // What is left fits nobody, and what went to somebody behind did not fit the one ahead.
        const needs = one.seats - one.saved
        expect(needs).toBeGreaterThan(free)
        const behind = after.entries
          .slice(index + 1)
          .filter(
            (other, at) =>
              other.state === 'offered' && entries[index + 1 + at]!.state === 'waiting',
          )
        for (const other of behind) expect(needs).toBeGreaterThan(free + other.seats)
        expect(one.passedOver).toBe(entries[index]!.passedOver + behind.length)
      }
      // Passing on what is passed on already changes nothing.
      const live = after.entries.filter(({ state }) => state === 'waiting' || state === 'offered')
      const again = advance({ ...before, taken: after.taken }, live, NOW)
      expect(again.entries).toEqual(live)
      expect(again.taken).toBe(after.taken)
    }),
    { numRuns: 3_000 },
  )
})

test('However many small entries come, a large one gets its seats before the list stops saving', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 0, max: 3 }), (seats, ahead) => {
      let list = [...Array.from({ length: ahead }, () => waiting(1)), waiting(seats)]
      const large = list[ahead]!.entryId
      let taken = 10
      for (let freed = 0; freed < ahead + PASSED_OVER_ENOUGH + seats; freed += 1) {
        list.push(waiting(1), waiting(1))
        const after = advance(pool(10, taken - 1), list, NOW)
        taken = after.taken
        if (after.entries.find(({ entryId }) => entryId === large)!.state === 'offered') return
        list = after.entries.filter(({ state }) => state === 'waiting')
      }
      throw new Error('it was starved')
    }),
  )
})
