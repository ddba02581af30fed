import {
  type Check,
  type WrongField,
  calendarDate,
  has,
  isRecord,
  list,
  oneOf,
  record,
  timeOfDay,
  whole,
} from './field-checks'
import { REST_DAY_POLICIES, type Rule } from './rule'

/** More than a course ever has; a bound on the work that one rule can cause. */
const MOST_DATES = 400

const REQUIRED = {
  frequency: oneOf(['weekly', 'monthly', 'dates', 'lunar-yearly']),
  startsOn: calendarDate,
  time: timeOfDay,
  durationMinutes: whole(5, 24 * 60),
}
const OPTIONAL = {
  exceptDates: list(calendarDate, 0, MOST_DATES),
  extraDates: list(calendarDate, 0, MOST_DATES),
  onRestDays: oneOf(REST_DAY_POLICIES),
}
const ENDING = { until: calendarDate, count: whole(1, MOST_DATES) }

const WEEKLY = record(
  { ...REQUIRED, weekdays: list(whole(1, 7), 1, 7) },
  { ...OPTIONAL, ...ENDING, interval: whole(1, 8) },
)
const MONTHLY = { ...OPTIONAL, ...ENDING, interval: whole(1, 12) }
const MONTHLY_BY_DAY = record({ ...REQUIRED, monthDays: list(whole(-1, 31, [0]), 1, 31) }, MONTHLY)
const NTH_WEEKDAY = record({ nth: whole(-1, 5, [0]), weekday: whole(1, 7) })
const MONTHLY_BY_WEEKDAY = record({ ...REQUIRED, nthWeekday: NTH_WEEKDAY }, MONTHLY)
const DATES = record({ ...REQUIRED, dates: list(calendarDate, 1, MOST_DATES) }, OPTIONAL)
const LUNAR_YEARLY = record(
  { ...REQUIRED, lunarMonth: whole(1, 12), lunarDay: whole(-1, 30, [0]) },
  { ...OPTIONAL, ...ENDING },
)

function checkFor(value: Record<string, unknown>): Check {
  if (value.frequency === 'weekly') return WEEKLY
  if (value.frequency === 'dates') return DATES
  if (value.frequency === 'lunar-yearly') return LUNAR_YEARLY
  return has(value, 'nthWeekday') ? MONTHLY_BY_WEEKDAY : MONTHLY_BY_DAY
}

/** What no field can show by itself. */
function contradiction(rule: Rule): WrongField | null {
  const { startsOn, until, count, exceptDates = [], extraDates = [] } = rule
  if (until !== undefined && count !== undefined) return { path: 'count', reason: 'CONFLICT' }
  if (until !== undefined && until < startsOn) return { path: 'until', reason: 'RANGE' }
  const early = (dates: string[]) => dates.findIndex((date) => date < startsOn)
  if (rule.frequency === 'dates' && early(rule.dates) !== -1) {
    return { path: `dates.${early(rule.dates)}`, reason: 'RANGE' }
  }
  if (early(extraDates) !== -1) return { path: `extraDates.${early(extraDates)}`, reason: 'RANGE' }
  const both = extraDates.findIndex((date) => exceptDates.includes(date))
  return both === -1 ? null : { path: `extraDates.${both}`, reason: 'CONFLICT' }
}

/** A rule out of unknown JSON, or the first field that is wrong. */
export function parseRule(value: unknown): { rule: Rule } | { wrong: WrongField } {
  if (!isRecord(value)) return { wrong: { path: '', reason: 'TYPE' } }
  // Without a known frequency nothing else can be judged.
  const { frequency } = REQUIRED
  const wrong =
    value.frequency === undefined
      ? { path: 'frequency', reason: 'REQUIRED' as const }
      : (frequency(value.frequency, 'frequency') ?? checkFor(value)(value, ''))
  if (wrong) return { wrong }
  const rule = value as unknown as Rule
  const conflict = contradiction(rule)
  return conflict ? { wrong: conflict } : { rule }
}
