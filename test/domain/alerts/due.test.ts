import fc from 'fast-check'
import { afterNight, isNight, lessonsToRemind, remindersOf } from '@/domain/alerts/due'
import { DAY, HOUR, MINUTE, timeOf } from '@/domain/time/instant'

const at = (text: string) => Date.parse(`2026-${text}:00+08:00`)
const MONDAY = at('11-23T00:00')
const instants = fc.integer({ min: MONDAY, max: MONDAY + 9 * DAY }).map((one) => Math.floor(one))

describe('the reminders of a lesson', () => {
  const early = MONDAY - 9 * DAY
  const told = (startsAt: number, bookedAt = early) =>
    remindersOf(startsAt, bookedAt).map(({ purpose, dueAt }) => [purpose, dueAt])

  test('come at six the evening before and two hours before', () => {
    expect(told(at('11-26T15:00'))).toEqual([
      ['lesson-tomorrow', at('11-25T18:00')],
      ['lesson-soon', at('11-26T13:00')],
    ])
  })

  test.each([
    ['before ten', '11-26T09:59'],
    ['just after midnight', '11-26T00:10'],
    ['late in the evening', '11-26T23:30'],
  ])('of what begins %s are the evening’s alone', (_when, startsAt) => {
    expect(told(at(startsAt))).toEqual([['lesson-tomorrow', at('11-25T18:00')]])
  })

  test('of a seat booked later than one of them leave that one out', () => {
    expect(told(at('11-26T15:00'), at('11-25T18:00'))).toEqual([['lesson-soon', at('11-26T13:00')]])
    expect(told(at('11-26T15:00'), at('11-26T13:00'))).toEqual([])
  })

  test('are never sent in the night, for none is of use so late', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: DAY }), (startsAt, back) => {
        for (const { dueAt, until } of remindersOf(startsAt, startsAt - 9 * DAY)) {
          expect(until).toBeGreaterThan(dueAt)
          expect(until).toBeLessThanOrEqual(startsAt)
          expect(isNight(dueAt)).toBe(false)
          expect(isNight(Math.max(dueAt, until - 1 - (back % (until - dueAt))))).toBe(false)
        }
      }),
    )
  })
})

test('The lessons that a clock looks for are those whose reminders are due, whenever it looks', () => {
  fc.assert(
    fc.property(
      instants,
      fc.integer({ min: -HOUR, max: 2 * DAY }),
      fc.integer({ min: 0, max: 3 * DAY }),
      (now, ahead, earlier) => {
        const startsAt = now + ahead
        const bookedAt = Math.min(now, startsAt) - earlier
        const due = remindersOf(startsAt, bookedAt)
          .filter(({ dueAt, until }) => dueAt <= now && now < until)
          .map(({ purpose }) => purpose)
        const found = lessonsToRemind(now)
          .filter(({ from, until }) => from <= startsAt && startsAt < until)
          .filter(
            ({ before, bookedBefore }) => bookedAt < (bookedBefore ?? startsAt - (before ?? 0)),
          )
          .map(({ purpose }) => purpose)
        expect(found).toEqual(due)
      },
    ),
    { numRuns: 2_000 },
  )
})

test('What happens in the night is told at eight', () => {
  expect(afterNight(at('11-25T21:29'))).toBe(at('11-25T21:29'))
  expect(afterNight(at('11-25T21:30'))).toBe(at('11-26T08:00'))
  expect(afterNight(at('11-26T07:59'))).toBe(at('11-26T08:00'))
  fc.assert(
    fc.property(instants, (now) => {
      const later = afterNight(now)
      expect(isNight(later)).toBe(false)
      expect(later - now).toBeLessThanOrEqual(10.5 * HOUR)
      if (later !== now) expect(timeOf(later)).toBe('08:00')
      expect(later).toBeGreaterThan(now - MINUTE)
    }),
  )
})
