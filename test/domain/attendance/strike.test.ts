import {
  DELAYING_WEIGHT,
  STRIKE_DELAY,
  STRIKE_WEIGHT,
  delayedUntil,
} from '@/domain/attendance/strike'
import { termEndsAt, termOf, termStartsAt } from '@/domain/time/term'
import { delayedByStrikes } from '@/domain/seats/eligibility'
import { DAY, HOUR, parseInstant, toInstantText } from '@/domain/time/instant'

const OPENS = parseInstant('2026-11-20T09:00:00+08:00')

describe('the delay', () => {
  const pool = {
    ...{ centreId: 'nongye', mode: 'open' as const, homeCentreUntil: null, onlyRole: null },
    ...{ intake: null, opensAt: OPENS, closesAt: OPENS + 7 * DAY },
  }

  it('begins with three absences, or as much, and lasts a day from the opening', () => {
    expect(delayedByStrikes(pool, DELAYING_WEIGHT - 1, OPENS)).toBeNull()
    expect(DELAYING_WEIGHT).toBe(3 * STRIKE_WEIGHT.absent)
    expect(DELAYING_WEIGHT).toBe(6 * STRIKE_WEIGHT['late-cancel'])
    const until = OPENS + STRIKE_DELAY
    expect(delayedByStrikes(pool, DELAYING_WEIGHT, until - 1)).toEqual({
      ...{ rule: 'STRIKES', centreId: 'nongye', until },
    })
    expect(delayedByStrikes(pool, 100, until)).toBeNull()
  })

  it('leaves half of the time for booking, however short that is', () => {
    expect(delayedUntil({ opensAt: OPENS, closesAt: OPENS + 2 * HOUR })).toBe(OPENS + HOUR)
    expect(delayedUntil({ opensAt: OPENS, closesAt: OPENS + 2 * DAY })).toBe(OPENS + DAY)
  })

  it('keeps nobody from private hours', () => {
    expect(delayedByStrikes({ ...pool, intake: 'legal' }, 100, OPENS)).toBeNull()
  })
})

test.each([
  ['2026-11-26T10:00:00+08:00', '2026-08-01', '2027-02-01'],
  ['2027-01-31T23:59:59+08:00', '2026-08-01', '2027-02-01'],
  ['2027-02-01T00:00:00+08:00', '2027-02-01', '2027-08-01'],
  ['2027-07-31T23:59:59+08:00', '2027-02-01', '2027-08-01'],
])('The term of %s lasts from %s to before %s', (text, from, to) => {
  const instant = parseInstant(text)
  expect(toInstantText(termStartsAt(instant))).toBe(`${from}T00:00:00+08:00`)
  expect(toInstantText(termEndsAt(instant))).toBe(`${to}T00:00:00+08:00`)
  expect(termOf(termEndsAt(instant))).toBe(termOf(instant) + 1)
})
