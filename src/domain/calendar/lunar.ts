import { getLunarDate } from 'chinese-days'
import { addDays, daysBetween } from '@/domain/time/date'
import { solarTermOn } from './solar-terms'

/** A day of the Chinese calendar: year by its first day, month 1–12, day 1–30. */
export interface LunarDay {
  year: number
  month: number
  day: number
  leap: boolean
}

const MONTHS = '正二三四五六七八九十冬腊'
const DIGITS = '一二三四五六七八九十'

/** Festivals of the lunar calendar, month-day; the northern 小年. */
const LUNAR_FESTIVALS: Readonly<Record<string, string>> = {
  '1-1': '春节',
  '1-15': '元宵节',
  '2-2': '龙抬头',
  '5-5': '端午节',
  '7-7': '七夕',
  '7-15': '中元节',
  '8-15': '中秋节',
  '9-9': '重阳节',
  '12-8': '腊八节',
  '12-23': '小年',
}

/** Public festivals and memorial days of the Gregorian calendar, MM-DD. */
const SOLAR_FESTIVALS: Readonly<Record<string, string>> = {
  '01-01': '元旦',
  '03-08': '妇女节',
  '03-12': '植树节',
  '05-01': '劳动节',
  '05-04': '青年节',
  '06-01': '儿童节',
  '07-01': '建党节',
  '08-01': '建军节',
  '09-10': '教师节',
  '10-01': '国庆节',
}

/**
 * Days that the package's table puts into the wrong month, found by computing the new moons of
 * 1970 to 2099; `day` and `month` are those of `from`.
 */
const CORRECTIONS = [
  { from: '1996-07-15', to: '1996-07-15', year: 1996, month: 5, day: 30 },
  { from: '1996-07-16', to: '1996-08-13', year: 1996, month: 6, day: 1 },
  { from: '1996-09-12', to: '1996-09-12', year: 1996, month: 7, day: 30 },
  { from: '1996-09-13', to: '1996-10-11', year: 1996, month: 8, day: 1 },
  { from: '2060-04-30', to: '2060-05-29', year: 2060, month: 4, day: 1 },
]

/** The day of the Chinese calendar of a Gregorian day from 1970 to 2099. */
export function lunarDayOf(date: string): LunarDay {
  const right = CORRECTIONS.find(({ from, to }) => date >= from && date <= to)
  if (right) {
    const { from, year, month, day } = right
    return { year, month, day: day + daysBetween(from, date), leap: false }
  }
  const { lunarYear, lunarMon, lunarDay, isLeap } = getLunarDate(date)
  return { year: lunarYear, month: lunarMon, day: lunarDay, leap: isLeap }
}

/** 正月, 十月, 冬月, 腊月, 闰六月. */
export function lunarMonthInWords(month: number, leap = false): string {
  return `${leap ? '闰' : ''}${MONTHS.charAt(month - 1)}月`
}

/** 初一, 初十, 十四, 二十, 廿三, 三十. */
export function lunarDayInWords(day: number): string {
  if (day === 20 || day === 30) return `${DIGITS.charAt(day / 10 - 1)}十`
  const tens = ['初', '十', '廿'][Math.floor((day - 1) / 10)] ?? ''
  return tens + DIGITS.charAt((day - 1) % 10)
}

/** The name of the traditional festival on a day of the lunar calendar, or null; no leap month. */
export function lunarFestival(month: number, day: number): string | null {
  if (month === 12 && day === -1) return '除夕'
  return LUNAR_FESTIVALS[`${month}-${day}`] ?? null
}

/** Whether the next day is the first of the lunar year. */
function isLunarNewYearsEve(date: string): boolean {
  const next = lunarDayOf(addDays(date, 1))
  return next.month === 1 && next.day === 1 && !next.leap
}

/**
 * The festival of a day. A lunar one goes before a Gregorian one, which its number gives away
 * anyway, and both go before a solar term.
 */
function festivalOn(date: string, { month, day, leap }: LunarDay): string | null {
  if (month === 12 && isLunarNewYearsEve(date)) return '除夕'
  const lunar = leap ? null : lunarFestival(month, day)
  return lunar ?? SOLAR_FESTIVALS[date.slice(5)] ?? solarTermOn(date)
}

/**
 * What the Chinese calendar says of a day from 1970 to 2099: `lunar` is the day in words (廿三),
 * or its month's name on the first day (十月, 闰六月); `lunarDate` both (十月十四); `festival` a
 * public or traditional festival or one of the 24 solar terms, never folklore.
 */
export function dayOfChineseCalendar(date: string): {
  lunar: string
  lunarDate: string
  festival: string | null
} {
  const lunarDay = lunarDayOf(date)
  const [month, day] = [
    lunarMonthInWords(lunarDay.month, lunarDay.leap),
    lunarDayInWords(lunarDay.day),
  ]
  return {
    lunar: lunarDay.day === 1 ? month : day,
    lunarDate: month + day,
    festival: festivalOn(date, lunarDay),
  }
}

/**
 * The Gregorian days, from `from` to `to`, of a day of every lunar year; `day` -1 is the last of
 * the month. Leap months repeat no festival. A 30th is passed over where the month has 29 days.
 */
export function datesOfLunarDay(month: number, day: number, from: string, to: string): string[] {
  const found: string[] = []
  let date = from
  while (date <= to) {
    const lunar = lunarDayOf(date)
    if (lunar.month !== month || lunar.leap) {
      // A month has 29 days at least, so this cannot leap over the first of the next.
      date = addDays(date, Math.max(1, 30 - lunar.day))
      continue
    }
    const isLast = lunar.day >= 29 && lunarDayOf(addDays(date, 1)).day === 1
    if (day === -1 ? isLast : lunar.day === day) found.push(date)
    date = addDays(date, 1)
  }
  return found
}
