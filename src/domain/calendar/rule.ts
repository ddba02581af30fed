/** What becomes of an occurrence that falls on a public rest day; see `expand`. */
export const REST_DAY_POLICIES = ['keep', 'drop', 'postpone'] as const
export type RestDayPolicy = (typeof REST_DAY_POLICIES)[number]

/** What every rule has. Days are `YYYY-MM-DD` at UTC+8. */
export interface RuleTerms {
  /** The first day that the rule may give; the rule decides which day it really begins on. */
  startsOn: string
  /** Time of day `HH:MM` at UTC+8. */
  time: string
  durationMinutes: number
  /** The last day that the rule may give; not together with `count`. */
  until?: string
  /** How many occurrences the rule gives; not together with `until`. */
  count?: number
  /** Days of the rule on which nothing takes place (RFC 5545 EXDATE); they use up `count`. */
  exceptDates?: string[]
  /** Days added by hand, beyond `count` (RFC 5545 RDATE); held on rest days too. */
  extraDates?: string[]
  /** `keep` when left out. */
  onRestDays?: RestDayPolicy
}

/** Every `interval` weeks on these ISO weekdays (1 Monday … 7 Sunday). */
export interface WeeklyRule extends RuleTerms {
  frequency: 'weekly'
  weekdays: number[]
  interval?: number
}

/** Every `interval` months on these days, -1 the last; months without the day are passed over. */
export interface MonthlyByDayRule extends RuleTerms {
  frequency: 'monthly'
  monthDays: number[]
  interval?: number
}

/** Every `interval` months on the nth (1–5, -1 the last) of an ISO weekday. */
export interface MonthlyByWeekdayRule extends RuleTerms {
  frequency: 'monthly'
  nthWeekday: { nth: number; weekday: number }
  interval?: number
}

/** On these days and no others. */
export interface DatesRule extends RuleTerms {
  frequency: 'dates'
  dates: string[]
}

/** Every year on a day of the lunar calendar; day -1 is the last of the month (除夕 is 12, -1). */
export interface LunarYearlyRule extends RuleTerms {
  frequency: 'lunar-yearly'
  lunarMonth: number
  lunarDay: number
}

export type MonthlyRule = MonthlyByDayRule | MonthlyByWeekdayRule

/** When an activity takes place, as kept in JSON with the activity. */
export type Rule = WeeklyRule | MonthlyRule | DatesRule | LunarYearlyRule
