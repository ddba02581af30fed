import * as fc from 'fast-check'
import {
  KEEPING,
  LOOK_AGAIN_DAYS,
  VISIT_KNOWN_DAYS,
  awaySince,
  judgeAccount,
} from '@/domain/retention/away'
import { KEPT_FOR_DAYS } from '@/domain/retention/kept-for'
import { addDays, daysBetween } from '@/domain/time/date'

const TODAY = '2031-05-20'
const monthOf = (day: string) => `${day.slice(0, 7)}-01`
const dayBefore = (days: number) => addDays(TODAY, -days)
const aDay = fc.integer({ min: 0, max: 4_000 }).map(dayBefore)
const keeping = fc.subarray([...KEEPING])

/** The month that is known of somebody after visits on these days, as hosts write it down. */
function knownAfter(visits: readonly string[]): string {
  const [first, ...later] = [...visits].sort()
  return later.reduce(
    (known, day) => (daysBetween(known, day) >= VISIT_KNOWN_DAYS ? monthOf(day) : known),
    monthOf(first!),
  )
}

test('Nobody is away who was here within three years, whatever of it was written down', () => {
  fc.assert(
    fc.property(fc.array(aDay, { minLength: 1, maxLength: 12 }), (visits) => {
      const last = [...visits].sort().pop()!
      const { is } = judgeAccount({ hereIn: knownAfter(visits), didOn: null, keptBy: [] }, TODAY)
      const absent = daysBetween(last, TODAY)
      if (absent <= KEPT_FOR_DAYS.accounts) expect(is).toBe('here')
      // And nobody stays for long because only the month is known.
      if (absent > KEPT_FOR_DAYS.accounts + VISIT_KNOWN_DAYS + 31) expect(is).toBe('away')
    }),
  )
})

test('A visit is written down at most once in thirty days', () => {
  fc.assert(
    fc.property(fc.uniqueArray(aDay, { minLength: 2, maxLength: 60 }), (visits) => {
      const days = [...visits].sort()
      let known = monthOf(days[0]!)
      let written = days[0]!
      for (const day of days) {
        if (daysBetween(known, day) < VISIT_KNOWN_DAYS) continue
        expect(daysBetween(written, day)).toBeGreaterThanOrEqual(30)
        known = monthOf(day)
        written = day
      }
    }),
  )
})

test('What somebody did that another table knows counts as a visit, and is known by its month', () => {
  fc.assert(
    fc.property(aDay, aDay, keeping, (hereIn, didOn, keptBy) => {
      const month = monthOf(hereIn)
      const alone = judgeAccount({ hereIn: month, didOn: null, keptBy }, TODAY)
      const verdict = judgeAccount({ hereIn: month, didOn, keptBy }, TODAY)
      const did = monthOf(didOn)
      if (alone.is === 'here' || did > awaySince(TODAY)) {
        expect(verdict).toEqual({ is: 'here', hereIn: did > month ? did : month })
      } else expect(verdict).toEqual(alone)
    }),
  )
})

test('Whoever is away is kept by any one thing, and by nothing else', () => {
  const hereIn = monthOf(awaySince(TODAY))
  fc.assert(
    fc.property(keeping, (keptBy) => {
      const { is } = judgeAccount({ hereIn, didOn: null, keptBy }, TODAY)
      expect(is).toBe(keptBy.length > 0 ? 'kept' : 'away')
    }),
  )
})

test('Whoever is kept is looked at again before a year is over', () => {
  expect(LOOK_AGAIN_DAYS).toBeGreaterThan(KEPT_FOR_DAYS.leaving)
  expect(LOOK_AGAIN_DAYS).toBeLessThan(365)
})
