import { isPublicRestDay } from '@/domain/calendar/holidays'
import { addedDates } from '@/domain/calendar/recurrence'
import type { RestDayPolicy, Rule } from '@/domain/calendar/rule'
import { isBounded, rulePositions } from '@/domain/calendar/rule-positions'
import { addDays, compareDates, dateOf } from '@/domain/time/date'
import { parseInstant } from '@/domain/time/instant'
import { monthDayInWords } from '@/domain/time/words'
import type { When } from './plan'
import { type WhenForm, whenOf } from './when-form'

/** One day of a plan: the day it was meant for, and the one on which it is held, if any. */
export interface PlannedDay {
  originalDate: string
  /** Null when it is not held. */
  date: string | null
  /** Whether the day it was meant for is a public rest day. */
  rest: boolean
}

/** How far a plan without end is looked at. */
const AHEAD_DAYS = 150
/** As many days as are said by name; of more, how many. */
const NAMED = 3

/** The days of a plan, in order; of one without end, those of as long as is written down ahead. */
export function plannedDays(when: When): PlannedDay[] {
  if (when.kind === 'lessons') {
    return when.lessons
      .map(({ startsAt }) => dateOf(parseInstant(startsAt)))
      .sort()
      .map((date) => ({ originalDate: date, date, rest: isPublicRestDay(date) }))
  }
  const { rule } = when
  const positions = rulePositions(rule, addDays(rule.startsOn, AHEAD_DAYS))
  const added = addedDates(rule, positions).map((date) => ({ originalDate: date, date }))
  return [...positions, ...added]
    .map((one) => ({ ...one, rest: isPublicRestDay(one.originalDate) }))
    .sort((a, b) => compareDates(a.date ?? a.originalDate, b.date ?? b.originalDate))
}

/** The days on which something is held. */
export function heldDays(when: When): string[] {
  return plannedDays(when).flatMap(({ date }) => date ?? [])
}

/** The days of a rule that fall on public rest days and that nobody settled by hand, in order. */
export function restDaysOf(rule: Rule): string[] {
  const settled = new Set([...(rule.exceptDates ?? []), ...(rule.extraDates ?? [])])
  return plannedDays({ kind: 'rule', rule: { ...rule, onRestDays: 'keep' } })
    .filter(({ rest, originalDate }) => rest && !settled.has(originalDate))
    .map(({ originalDate }) => originalDate)
}

export interface RestChoice {
  value: RestDayPolicy
  label: string
  note: string
}

/** What can become of the days of a rule that fall on public rest days, with what comes of each. */
export function restChoices(rule: Rule): RestChoice[] {
  const endOf = (onRestDays: RestDayPolicy): string => {
    const held = heldDays({ kind: 'rule', rule: { ...rule, onRestDays } })
    const last = held[held.length - 1]
    if (last === undefined) return '一次也不剩'
    if (!isBounded(rule)) return ''
    return `共 ${held.length} 次，最后一次 ${monthDayInWords(last)}`
  }
  const noted = (onRestDays: RestDayPolicy, note: string): string =>
    [note, endOf(onRestDays)].filter(Boolean).join('，')
  const course = rule.frequency === 'weekly' && rule.count !== undefined
  return [
    { value: 'keep', label: '照常', note: noted('keep', '放假也来') },
    { value: 'drop', label: '停一次', note: noted('drop', '放假那次不办') },
    {
      value: 'postpone',
      label: '顺延',
      note: noted('postpone', course ? '往后推，一课不少' : '挪到放完假的工作日'),
    },
  ]
}

/** 3 个日期遇节假日（12月31日、1月1日、2月12日），怎么办？ */
export function restQuestion(restDays: readonly string[]): string {
  const named = restDays.slice(0, NAMED).map(monthDayInWords).join('、')
  const more = restDays.length > NAMED ? '等' : ''
  return `${restDays.length} 个日期遇节假日（${named}${more}），怎么办？`
}

/** The same form with a day that is held, or not, by hand. */
export function withDay(form: WhenForm, date: string, held: boolean): WhenForm {
  const without = (dates: readonly string[]) => dates.filter((one) => one !== date)
  if (form.way === 'dates') {
    const others = without(form.dates)
    return { ...form, dates: held ? [...others, date] : others }
  }
  const [exceptDates, extraDates] = [without(form.exceptDates), without(form.extraDates)]
  const plain = { ...form, exceptDates, extraDates }
  const when = whenOf(plain)
  const there = when && plannedDays(when).find((one) => one.date === date)
  if (held) return there ? plain : { ...plain, extraDates: [...extraDates, date] }
  return there ? { ...plain, exceptDates: [...exceptDates, there.originalDate] } : plain
}
