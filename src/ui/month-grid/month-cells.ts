import type { Category } from '@/domain/calendar/programme'
import {
  addDays,
  dayOfWeek,
  daysBetween,
  firstOfMonth,
  lastOfMonth,
  monthOf,
} from '@/domain/time/date'
import { monthDayInWords, weekdayInWords } from '@/domain/time/words'

/** What the calendar knows of a day. */
export interface DayMark {
  lunar: string
  festival: string | null
  holiday: 'rest' | 'work' | null
}

/** How a group of categories is dotted: by shape as well as hue. */
export type Dot = 'course' | 'children' | 'care' | 'club'

export const DOTS: Readonly<Record<Category, Dot>> = {
  lecture: 'course',
  'night-school': 'course',
  skills: 'course',
  children: 'children',
  outing: 'children',
  clinic: 'care',
  legal: 'care',
  club: 'club',
  festival: 'club',
}

/** What each dot means, in the order they are drawn. */
export const DOT_NAMES: Readonly<Record<Dot, string>> = {
  course: '讲座课程',
  children: '孩子',
  care: '坐诊咨询',
  club: '队伍节日',
}
const DOT_ORDER = Object.keys(DOT_NAMES) as Dot[]

export interface MonthCell {
  /** `YYYY-MM-DD` */
  date: string
  day: number
  /** Belongs to the month before or after. */
  outside: boolean
}

/**
 * The days of a month `YYYY-MM` in whole weeks from Monday to Sunday: four to six rows of seven.
 */
export function monthCells(month: string): MonthCell[] {
  const first = firstOfMonth(month)
  const last = lastOfMonth(month)
  const from = addDays(first, 1 - dayOfWeek(first))
  const to = addDays(last, 7 - dayOfWeek(last))
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, index) =>
    cellOf(addDays(from, index), month),
  )
}

/** The seven days, from Monday, of the week in which a day lies. */
export function weekCells(date: string): MonthCell[] {
  const monday = addDays(date, 1 - dayOfWeek(date))
  return Array.from({ length: 7 }, (_, index) => cellOf(addDays(monday, index), monthOf(date)))
}

function cellOf(date: string, month: string): MonthCell {
  return { date, day: Number(date.slice(8)), outside: monthOf(date) !== month }
}

/** The dots of a day: one for each group that has something on, at most four. */
export function dotsOf(categories: readonly Category[] | undefined): Dot[] {
  if (!categories?.length) return []
  const groups = new Set(categories.map((category) => DOTS[category]))
  return DOT_ORDER.filter((dot) => groups.has(dot))
}

/** What stands under the number: the festival, shortened to what a cell holds, or the lunar day. */
export function underline(mark: DayMark | undefined): { text: string; festive: boolean } {
  if (!mark) return { text: '', festive: false }
  if (!mark.festival) return { text: mark.lunar, festive: false }
  const name = mark.festival.length > 3 ? mark.festival.replace(/节$/, '') : mark.festival
  return { text: name.slice(0, 4), festive: true }
}

/** A day as one sentence: 11月26日 周四，农历十八，放假，2 件事：讲座课程、坐诊咨询. */
export function daySentence(
  date: string,
  mark: DayMark | undefined,
  categories: readonly Category[] | undefined,
  today: string,
): string {
  const dots = dotsOf(categories)
  return [
    `${monthDayInWords(date)} ${weekdayInWords(date)}`,
    ...(date === today ? ['今天'] : []),
    ...(mark ? [`农历${mark.lunar}`] : []),
    ...(mark?.festival ? [mark.festival] : []),
    ...(mark?.holiday === 'rest' ? ['放假'] : []),
    ...(mark?.holiday === 'work' ? ['调休上班'] : []),
    dots.length
      ? `${categories?.length} 件事：${dots.map((dot) => DOT_NAMES[dot]).join('、')}`
      : '没有安排',
  ].join('，')
}

const KEY_STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -7,
  ArrowDown: 7,
}

/** The day that an arrow key leads to from a day; null for any other key. */
export function dayByKey(date: string, key: string): string | null {
  const step = KEY_STEPS[key]
  return step === undefined ? null : addDays(date, step)
}
