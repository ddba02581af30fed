import fc from 'fast-check'
import { FACILITIES, FACILITY_STATES } from '@/domain/stations/facility'
import type { StationBrief } from '@/domain/stations/station'
import type { HolidayMarks, StationHours, TimeSpan } from '@/domain/stations/station-hours'
import { addDays } from '@/domain/time/date'
import { MINUTE, instantAt } from '@/domain/time/instant'

/** The first day of the three weeks in which generated hours, marks and moments lie: a Monday. */
export const FIRST_DAY = '2026-09-21'
export const DAYS = Array.from({ length: 35 }, (_, day) => addDays(FIRST_DAY, day))

const two = (number: number) => String(number).padStart(2, '0')
const opens = fc
  .integer({ min: 0, max: 1439 })
  .map((minute) => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`)
const closes = fc.oneof(
  { weight: 4, arbitrary: opens },
  { weight: 1, arbitrary: fc.constantFrom('24:00', '23:59', '00:00') },
)
const span: fc.Arbitrary<TimeSpan> = fc.oneof(
  fc.record({ opens, closes }),
  fc.constant({ opens: '00:00', closes: '24:00' }),
)
const weekdays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 })
const everyDay = fc.constant<number[]>([1, 2, 3, 4, 5, 6, 7])

/** Hours of every kind, also ones that nobody keeps. */
export const anyHours: fc.Arbitrary<StationHours> = fc.record({
  weekly: fc.array(
    fc.tuple(fc.oneof(weekdays, everyDay), span).map(([days, times]) => ({ days, ...times })),
    { maxLength: 3 },
  ),
  publicHolidays: fc.option(fc.array(span, { maxLength: 2 })),
  special: fc.array(
    fc
      .tuple(
        fc.integer({ min: 0, max: 30 }),
        fc.integer({ min: 0, max: 4 }),
        fc.array(span, { maxLength: 2 }),
      )
      .map(([from, length, spans]) => ({ from: DAYS[from]!, to: DAYS[from + length]!, spans })),
    { maxLength: 2 },
  ),
})

/** Days off on any day, days worked in exchange on some of the weekends. */
export const anyMarks: fc.Arbitrary<HolidayMarks> = fc
  .array(fc.constantFrom(null, null, null, 'rest' as const, 'work' as const), {
    minLength: DAYS.length,
    maxLength: DAYS.length,
  })
  .map((marks) => {
    const named: Record<string, 'rest' | 'work'> = {}
    marks.forEach((mark, day) => {
      if (mark === 'rest' || (mark === 'work' && day % 7 >= 5)) named[DAYS[day]!] = mark
    })
    return named
  })

/** A minute of the days from the second to the fifteenth, in milliseconds since the epoch. */
export const anyMoment = fc
  .integer({ min: 0, max: 14 * 1440 - 1 })
  .map((minute) => instantAt(DAYS[1]!, '00:00') + minute * MINUTE)

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({
    unit: fc.constantFrom('路', '号', '1', '0', '23', '#', '@', '|', '~', '𠮷', '𠮸', '😀'),
  }),
)
const degrees = (least: number, most: number) =>
  fc.integer({ min: least * 1e6, max: most * 1e6 }).map((millionths) => millionths / 1e6)
const minute = fc.integer({ min: 0, max: 3e7 }).map((minutes) => minutes * MINUTE)

/** Words of several people with when they said so, or nobody's. */
const words = fc.option(fc.tuple(minute, fc.integer({ min: 0, max: 1000 })))

/** Any station that the list can hold, with a key of its own form or of another. */
export const anyStation: fc.Arbitrary<StationBrief> = fc
  .record({
    stationId: fc.oneof(
      fc.stringMatching(/^[a-c]{2}\.[a-z2-7]{8}$/),
      fc.stringMatching(/^[a-c]{2}\.[a-z2-7]{16}$/),
      fc.stringMatching(/^[a-z][a-z0-9-]{1,23}\.[a-z0-9][a-z0-9-]{0,38}$/),
      text,
    ),
    name: text,
    address: text,
    entrance: fc.option(text),
    lat: degrees(3, 54),
    lng: degrees(73, 136),
    hours: fc.option(anyHours),
    facilities: fc.dictionary(fc.constantFrom(...FACILITIES), fc.constantFrom(...FACILITY_STATES)),
    confirmed: words,
    doubted: words,
  })
  .map(({ confirmed, doubted, facilities, ...rest }) => ({
    ...rest,
    facilities: { ...facilities },
    confirmedAt: confirmed?.[0] ?? null,
    confirmedBy: confirmed?.[1] ?? 0,
    doubtUntil: doubted?.[0] ?? null,
    doubtedBy: doubted?.[1] ?? 0,
  }))

export const anyStations = (maxLength: number) =>
  fc.uniqueArray(anyStation, { maxLength, selector: ({ stationId }) => stationId })
