import fc from 'fast-check'
import type {
  DatesRule,
  LunarYearlyRule,
  MonthlyByDayRule,
  MonthlyByWeekdayRule,
  Rule,
  RuleTerms,
  WeeklyRule,
} from '@/domain/calendar/rule'
import { addDays } from '@/domain/time/date'

/** An hour and a half at 15:00, from 1 September 2026 on. */
const TERMS: RuleTerms = { startsOn: '2026-09-01', time: '15:00', durationMinutes: 90 }

export function weekly(weekdays: number[], terms: Partial<WeeklyRule> = {}): WeeklyRule {
  return { frequency: 'weekly', weekdays, ...TERMS, ...terms }
}

export function monthlyOn(monthDays: number[], terms: Partial<RuleTerms> = {}): MonthlyByDayRule {
  return { frequency: 'monthly', monthDays, ...TERMS, ...terms }
}

export function monthlyNth(
  nth: number,
  weekday: number,
  terms: Partial<MonthlyByWeekdayRule> = {},
): MonthlyByWeekdayRule {
  return { frequency: 'monthly', nthWeekday: { nth, weekday }, ...TERMS, ...terms }
}

export function onDates(dates: string[], terms: Partial<RuleTerms> = {}): DatesRule {
  return { frequency: 'dates', dates, ...TERMS, ...terms }
}

export function lunarYearly(
  lunarMonth: number,
  lunarDay: number,
  terms: Partial<RuleTerms> = {},
): LunarYearlyRule {
  return { frequency: 'lunar-yearly', lunarMonth, lunarDay, ...TERMS, ...terms }
}

const dateWithin = (days: number) =>
  fc.integer({ min: 0, max: days }).map((n) => addDays(TERMS.startsOn, n))
const interval = fc.constantFrom(undefined, 1, 2, 3)

const terms = fc
  .record({
    startsOn: fc.integer({ min: -400, max: 60 }).map((n) => addDays(TERMS.startsOn, n)),
    ending: fc.oneof(
      fc.constant({}),
      fc.record({ count: fc.integer({ min: 1, max: 30 }) }),
      fc.record({ until: dateWithin(500).map((date) => addDays(date, 60)) }),
    ),
    onRestDays: fc.constantFrom(undefined, 'keep' as const, 'drop' as const, 'postpone' as const),
    exceptDates: fc.uniqueArray(dateWithin(200), { maxLength: 12 }),
    extraDates: fc.uniqueArray(
      dateWithin(200).map((date) => addDays(date, 60)),
      { maxLength: 4 },
    ),
  })
  .map(({ ending, exceptDates, extraDates, ...rest }) => ({
    ...TERMS,
    ...rest,
    ...ending,
    extraDates,
    exceptDates: exceptDates.filter((date) => !extraDates.includes(date)),
  }))

const weekdays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 })
const monthDays = fc.uniqueArray(fc.constantFrom(-1, 1, 5, 15, 28, 29, 30, 31), { minLength: 1 })
const nthWeekday = fc.record({
  nth: fc.constantFrom(-1, 1, 2, 3, 4, 5),
  weekday: fc.integer({ min: 1, max: 7 }),
})

export const anyWeekly: fc.Arbitrary<WeeklyRule> = fc
  .tuple(weekdays, interval, terms)
  .map(([days, every, rest]) => ({ ...weekly(days, rest), interval: every }))

export const anyMonthly: fc.Arbitrary<MonthlyByDayRule | MonthlyByWeekdayRule> = fc.oneof(
  fc
    .tuple(monthDays, interval, terms)
    .map(([days, every, rest]) => ({ ...monthlyOn(days, rest), interval: every })),
  fc
    .tuple(nthWeekday, interval, terms)
    .map(([on, every, rest]) => ({ ...monthlyNth(on.nth, on.weekday, rest), interval: every })),
)

const anyDates = fc
  .tuple(fc.uniqueArray(dateWithin(400), { minLength: 1, maxLength: 12 }), terms)
  .map(([dates, rest]): DatesRule => {
    const { onRestDays, exceptDates, extraDates } = rest
    return onDates(dates, { onRestDays, exceptDates, extraDates })
  })

const anyLunar = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.constantFrom(-1, 1, 9, 15, 30), terms)
  .map(([month, day, rest]) => lunarYearly(month, day, rest))

/** Any rule that `parseRule` lets pass, near the years whose rest days are known. */
export const anyRule: fc.Arbitrary<Rule> = fc.oneof(anyWeekly, anyMonthly, anyDates, anyLunar)
