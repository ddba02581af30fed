import { parseRule } from '@/domain/calendar/parse-rule'
import type { RestDayPolicy, Rule, RuleTerms } from '@/domain/calendar/rule'
import { dayOfWeek } from '@/domain/time/date'
import { canonical, type When } from './plan'
import { timeTyped, wholeTyped } from '@/domain/time/typed'

/** How staff say when: on these days, each week, each month, or as it stands (what no form can say). */
export type Way = 'dates' | 'weekly' | 'monthly' | 'kept'
export type Ending = 'count' | 'until' | 'open'

/** What staff have said so far of when it is; texts as typed, days `YYYY-MM-DD`. */
export interface WhenForm {
  way: Way
  /** What stands and no form can say: lessons given one by one, a day of the lunar year. */
  kept: When | null
  time: string
  /** How long, in minutes. */
  minutes: string
  /** The first day that the rule may give. */
  startsOn: string
  dates: readonly string[]
  /** ISO: 1 Monday … 7 Sunday. */
  weekdays: readonly number[]
  interval: number
  monthBy: 'day' | 'weekday'
  monthDays: readonly number[]
  nth: number
  weekday: number
  ends: Ending
  count: string
  until: string
  onRestDays: RestDayPolicy
  exceptDates: readonly string[]
  extraDates: readonly string[]
}

/** A form of nothing yet, for a first day. */
export function emptyWhen(today: string): WhenForm {
  return {
    way: 'dates',
    kept: null,
    time: '',
    minutes: '90',
    startsOn: today,
    dates: [],
    weekdays: [],
    interval: 1,
    monthBy: 'weekday',
    monthDays: [],
    nth: 1,
    weekday: dayOfWeek(today),
    ends: 'count',
    count: '8',
    until: '',
    onRestDays: 'drop',
    exceptDates: [],
    extraDates: [],
  }
}

/** When it is, as the form says; null while something is missing or cannot be. */
export function whenOf(form: WhenForm): When | null {
  if (form.way === 'kept') return form.kept
  const rule = ruleOf(form)
  return rule === null ? null : { kind: 'rule', rule }
}

/** The rule that a form says; null while something is missing or cannot be. */
export function ruleOf(form: WhenForm): Rule | null {
  const time = timeTyped(form.time)
  const durationMinutes = wholeTyped(form.minutes)
  if (time === null || durationMinutes === null) return null
  const parsed = parseRule(ruleOfWay(form, { startsOn: form.startsOn, time, durationMinutes }))
  return 'rule' in parsed ? parsed.rule : null
}

function ruleOfWay(form: WhenForm, terms: RuleTerms): unknown {
  if (form.way === 'dates') {
    const dates = [...form.dates].sort()
    const startsOn = dates[0] ?? terms.startsOn
    return { frequency: 'dates', ...terms, startsOn, dates, ...byHand(form, startsOn) }
  }
  const often = {
    ...terms,
    ...(form.interval > 1 && { interval: form.interval }),
    ...endingOf(form),
    ...byHand(form, terms.startsOn),
  }
  if (form.way === 'weekly') {
    return { frequency: 'weekly', ...often, weekdays: [...form.weekdays].sort((a, b) => a - b) }
  }
  const { nth, weekday, monthDays, monthBy } = form
  return monthBy === 'weekday'
    ? { frequency: 'monthly', ...often, nthWeekday: { nth, weekday } }
    : { frequency: 'monthly', ...often, monthDays: [...monthDays].sort((a, b) => a - b) }
}

function endingOf({ ends, count, until }: WhenForm): Pick<RuleTerms, 'count' | 'until'> {
  // What is not written yet is no number, so that the rule is refused rather than without end.
  if (ends === 'count') return { count: wholeTyped(count) ?? NaN }
  return ends === 'until' ? { until } : {}
}

function byHand({ onRestDays, exceptDates, extraDates }: WhenForm, startsOn: string) {
  const extra = extraDates.filter((date) => date >= startsOn)
  return {
    ...(onRestDays !== 'keep' && { onRestDays }),
    ...(exceptDates.length > 0 && { exceptDates: [...exceptDates].sort() }),
    ...(extra.length > 0 && { extraDates: [...extra].sort() }),
  }
}

/** The form of what stands. What it could not say again as it is, it keeps whole. */
export function formOfWhen(when: When, today: string): WhenForm {
  if (when.kind === 'lessons') return { ...emptyWhen(today), way: 'kept', kept: when }
  const form = formOfRule(when.rule, today)
  const again = ruleOf(form)
  const same = again !== null && canonical(again) === canonical(plainRule(when.rule))
  return same ? form : { ...form, way: 'kept', kept: when }
}

function formOfRule(rule: Rule, today: string): WhenForm {
  const base: WhenForm = {
    ...emptyWhen(today),
    time: rule.time,
    minutes: String(rule.durationMinutes),
    startsOn: rule.startsOn,
    onRestDays: rule.onRestDays ?? 'keep',
    exceptDates: rule.exceptDates ?? [],
    extraDates: rule.extraDates ?? [],
    ...(rule.until !== undefined && { ends: 'until' as const, until: rule.until }),
    ...(rule.count !== undefined && { ends: 'count' as const, count: String(rule.count) }),
    ...(rule.until === undefined && rule.count === undefined && { ends: 'open' as const }),
  }
  if (rule.frequency === 'dates') return { ...base, way: 'dates', dates: rule.dates }
  if (rule.frequency === 'lunar-yearly') return base
  const interval = rule.interval ?? 1
  if (rule.frequency === 'weekly') {
    return { ...base, way: 'weekly', interval, weekdays: rule.weekdays }
  }
  return 'nthWeekday' in rule
    ? { ...base, way: 'monthly', interval, monthBy: 'weekday', ...rule.nthWeekday }
    : { ...base, way: 'monthly', interval, monthBy: 'day', monthDays: rule.monthDays }
}

/** The same rule without what is so anyway, its lists in order. */
export function plainRule(rule: Rule): Rule {
  const sorted = (dates: string[] | undefined) =>
    dates && dates.length > 0 ? [...dates].sort() : undefined
  const plain = {
    ...rule,
    exceptDates: sorted(rule.exceptDates),
    extraDates: sorted(rule.extraDates),
    onRestDays: rule.onRestDays === 'keep' ? undefined : rule.onRestDays,
  } as Rule
  if (plain.frequency === 'dates') {
    const dates = [...plain.dates].sort()
    return { ...plain, dates, startsOn: dates[0]! }
  }
  if (plain.frequency === 'lunar-yearly') return plain
  if (plain.interval === 1) delete plain.interval
  if (plain.frequency === 'weekly') plain.weekdays = [...plain.weekdays].sort((a, b) => a - b)
  else if ('monthDays' in plain) plain.monthDays = [...plain.monthDays].sort((a, b) => a - b)
  return plain
}
