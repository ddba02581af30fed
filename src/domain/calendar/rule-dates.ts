import {
  addDays,
  addMonths,
  dayOfWeek,
  daysInMonth,
  firstOfMonth,
  monthOf,
} from '@/domain/time/date'
import { datesOfLunarDay } from './lunar'
import type { LunarYearlyRule, MonthlyRule, Rule, WeeklyRule } from './rule'

/** The last day that anything here is computed for; the tables of the lunar calendar end there. */
export const LAST_DATE = '2099-12-31'

function* weeklyDates(rule: WeeklyRule): Generator<string> {
  const weekdays = [...rule.weekdays].sort((a, b) => a - b)
  const step = 7 * (rule.interval ?? 1)
  let monday = addDays(rule.startsOn, 1 - dayOfWeek(rule.startsOn))
  for (; monday <= LAST_DATE; monday = addDays(monday, step)) {
    for (const weekday of weekdays) yield addDays(monday, weekday - 1)
  }
}

/** The days that a monthly rule gives within a month `YYYY-MM`, in order. */
function daysWithinMonth(rule: MonthlyRule, month: string): string[] {
  const [year, number] = month.split('-').map(Number)
  const length = daysInMonth(year!, number!)
  const first = firstOfMonth(month)
  if ('monthDays' in rule) {
    const days = rule.monthDays.map((day) => (day === -1 ? length : day))
    return [...new Set(days)]
      .filter((day) => day <= length)
      .sort((a, b) => a - b)
      .map((day) => addDays(first, day - 1))
  }
  const { nth, weekday } = rule.nthWeekday
  const firstSuch = 1 + ((weekday - dayOfWeek(first) + 7) % 7)
  const such = [0, 7, 14, 21, 28].map((days) => firstSuch + days).filter((day) => day <= length)
  const day = nth === -1 ? such[such.length - 1] : such[nth - 1]
  return day === undefined ? [] : [addDays(first, day - 1)]
}

function* monthlyDates(rule: MonthlyRule): Generator<string> {
  let month = monthOf(rule.startsOn)
  for (; month <= monthOf(LAST_DATE); month = addMonths(month, rule.interval ?? 1)) {
    yield* daysWithinMonth(rule, month)
  }
}

function* lunarDates(rule: LunarYearlyRule): Generator<string> {
  let from = rule.startsOn
  while (from <= LAST_DATE) {
    const to = addDays(from, 365)
    yield* datesOfLunarDay(rule.lunarMonth, rule.lunarDay, from, to)
    from = addDays(to, 1)
  }
}

function* allDates(rule: Rule): Generator<string> {
  if (rule.frequency === 'weekly') yield* weeklyDates(rule)
  else if (rule.frequency === 'monthly') yield* monthlyDates(rule)
  else if (rule.frequency === 'lunar-yearly') yield* lunarDates(rule)
  else yield* [...rule.dates].sort()
}

/**
 * The days that a rule gives by itself, in order, from `startsOn` to `until`: without regard to
 * `count`, exceptions, extra days and rest days. Ends with 2099 at the latest.
 */
export function* ruleDates(rule: Rule): Generator<string> {
  const until = rule.until !== undefined && rule.until < LAST_DATE ? rule.until : LAST_DATE
  for (const date of allDates(rule)) {
    if (date > until) return
    if (date >= rule.startsOn) yield date
  }
}
