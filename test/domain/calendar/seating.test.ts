import fc from 'fast-check'
import { type Seating, parseSeating, poolTimes, slots } from '@/domain/calendar/seating'
import { MINUTE, parseInstant, toInstantText } from '@/domain/time/instant'

const START = parseInstant('2026-11-26T15:00:00+08:00')
const seating = (terms: Partial<Seating> = {}): Seating => ({
  per: 'occurrence',
  capacity: 60,
  opensDaysBefore: 7,
  closesMinutesBefore: 30,
  cancelHoursBefore: 2,
  ...terms,
})
const times = (terms: Partial<Seating> = {}) => {
  const { opensAt, closesAt, cancelUntil, homeCentreUntil } = poolTimes(seating(terms), {
    startsAt: START,
  })
  const text = (instant: number) => toInstantText(instant).slice(5, 16)
  return [
    text(opensAt),
    text(closesAt),
    text(cancelUntil),
    homeCentreUntil === null ? null : text(homeCentreUntil),
  ]
}

describe('the times of a pool', () => {
  test('are counted back from its start', () => {
    expect(times()).toEqual(['11-19T15:00', '11-26T14:30', '11-26T13:00', null])
  })

  test('open at the time of day that staff chose', () => {
    expect(times({ opensAt: '09:00' })[0]).toBe('11-19T09:00')
  })

  test('leave the first days to the people of the place', () => {
    expect(times({ opensAt: '09:00', homeCentreDays: 2 })[3]).toBe('11-21T09:00')
    expect(times({ homeCentreDays: 30 })[3]).toBe('11-26T14:30')
  })

  test('never close before they open', () => {
    expect(times({ opensDaysBefore: 0, opensAt: '20:00' }).slice(0, 2)).toEqual([
      '11-26T14:29',
      '11-26T14:30',
    ])
    const any = fc.record({
      opensDaysBefore: fc.integer({ min: 0, max: 366 }),
      closesMinutesBefore: fc.integer({ min: 0, max: 43_200 }),
      cancelHoursBefore: fc.integer({ min: 0, max: 720 }),
      homeCentreDays: fc.integer({ min: 0, max: 60 }),
      opensAt: fc.constantFrom(undefined, '00:00', '09:00', '23:59'),
    })
    fc.assert(
      fc.property(any, (terms) => {
        const pool = poolTimes(seating(terms), { startsAt: START })
        expect(pool.opensAt).toBeLessThan(pool.closesAt)
        expect(pool.closesAt).toBeLessThanOrEqual(START)
        expect(pool.cancelUntil).toBeLessThanOrEqual(START)
        const home = pool.homeCentreUntil ?? pool.closesAt
        expect(home > pool.opensAt && home <= pool.closesAt).toBe(true)
      }),
    )
  })
})

describe('slots', () => {
  const span = (minutes: number) => ({ startsAt: START, endsAt: START + minutes * MINUTE })

  test('of the lawyer’s afternoon are six half hours', () => {
    const given = slots(seating({ slotMinutes: 30 }), span(180))
    expect(given).toHaveLength(6)
    expect(given[0]).toEqual(span(30))
    expect(given[5]!.endsAt).toBe(START + 180 * MINUTE)
  })

  test('leave out a rest that is too short, and are the whole where nothing is cut', () => {
    expect(slots(seating({ slotMinutes: 40 }), span(90))).toHaveLength(2)
    expect(slots(seating(), span(90))).toEqual([span(90)])
  })
})

describe('a seating out of JSON', () => {
  test('parses', () => {
    const given = seating({
      onlyRole: 'staff',
      slotMinutes: 30,
      opensAt: '09:00',
      numbered: true,
      intake: 'legal',
    })
    expect(parseSeating(given)).toEqual({ seating: given })
  })

  test.each([
    [null, '', 'TYPE'],
    [{ ...seating(), per: 'week' }, 'per', 'RANGE'],
    [seating({ capacity: 0 }), 'capacity', 'RANGE'],
    [seating({ capacity: 1.5 }), 'capacity', 'TYPE'],
    [seating({ opensAt: '9:00' }), 'opensAt', 'TIME'],
    [{ ...seating(), onlyRole: 'mayor' }, 'onlyRole', 'RANGE'],
    [{ ...seating(), seats: 3 }, 'seats', 'UNKNOWN_FIELD'],
    [{ ...seating(), numbered: 'yes' }, 'numbered', 'TYPE'],
    [{ ...seating(), intake: 'tax' }, 'intake', 'RANGE'],
    [seating({ per: 'term', numbered: true }), 'numbered', 'CONFLICT'],
    [seating({ per: 'term', slotMinutes: 30 }), 'slotMinutes', 'CONFLICT'],
  ])('%j is refused at %j: %s', (value, path, reason) =>
    expect(parseSeating(value)).toEqual({ wrong: { path, reason } }),
  )
})
