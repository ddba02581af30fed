import fc from 'fast-check'
import type { StationHours, TimeSpan } from '@/domain/stations/station-hours'

const two = (number: number) => String(number).padStart(2, '0')
const time = fc
  .oneof(
    fc.integer({ min: 0, max: 1439 }),
    fc.integer({ min: 0, max: 23 }).map((hour) => hour * 60),
    fc.constant(1439),
  )
  .map((minutes) => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`)

const span: fc.Arbitrary<TimeSpan> = fc.oneof(
  fc.record({ opens: time, closes: fc.oneof(time, fc.constant('24:00')) }),
  fc.constant({ opens: '00:00', closes: '24:00' }),
)
const spans = fc.array(span, { maxLength: 3 })

const date = fc
  .integer({ min: Date.UTC(1970, 0, 1), max: Date.UTC(2099, 11, 31) })
  .map((instant) => new Date(instant).toISOString().slice(0, 10))
const nearby = fc
  .tuple(
    fc.integer({ min: Date.UTC(1971, 0, 1), max: Date.UTC(2098, 0, 1) }),
    fc.integer({ min: -3, max: 60 }),
  )
  .map(([instant, days]) => {
    const day = (at: number) => new Date(at).toISOString().slice(0, 10)
    return { from: day(instant), to: day(instant + days * 86_400_000) }
  })
const special = fc
  .tuple(fc.oneof(nearby, fc.record({ from: date, to: date })), spans)
  .map(([days, kept]) => ({ ...days, spans: kept }))

/** Any hours that a station can keep, the odd ones too: overlapping, touching, around midnight. */
export const hoursArbitrary: fc.Arbitrary<StationHours> = fc.record({
  weekly: fc.array(
    fc.tuple(fc.subarray([1, 2, 3, 4, 5, 6, 7]), span).map(([days, kept]) => ({ days, ...kept })),
    { maxLength: 5 },
  ),
  publicHolidays: fc.option(spans),
  special: fc.array(special, { maxLength: 3 }),
})
