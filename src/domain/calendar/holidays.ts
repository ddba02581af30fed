import arrangements from 'chinese-days/dist/chinese-days.json'
import { addDays, dayOfWeek } from '@/domain/time/date'
import { dayOfChineseCalendar, lunarDayOf } from './lunar'
import { solarTermOn } from './solar-terms'

/** Day → name of the holiday, after the State Council's yearly notices. */
const REST: Readonly<Record<string, string>> = arrangements.holidays
const WORK: Readonly<Record<string, string>> = arrangements.workdays

/** A year's notice is known once its National Day is: single days may come with another year's. */
const ANNOUNCED_YEARS = Object.keys(REST)
  .filter((date) => date.endsWith('-10-01'))
  .map((date) => date.slice(0, 4))
  .sort()
const FIRST_ANNOUNCED_YEAR = ANNOUNCED_YEARS[0] ?? ''
const LAST_ANNOUNCED_YEAR = ANNOUNCED_YEARS[ANNOUNCED_YEARS.length - 1] ?? ''

/** The last day, `YYYY-MM-DD`, that the notices known to this version speak of. */
export const holidaysAnnouncedUntil = `${LAST_ANNOUNCED_YEAR}-12-31`

/**
 * What the State Council's notice makes of a day: `rest` for a day off, weekends within a holiday
 * included; `work` for a weekend day that is worked in exchange; null for any other day and for
 * days that no notice speaks of yet.
 */
export function holidayMark(date: string): 'rest' | 'work' | null {
  if (date in REST) return 'rest'
  return date in WORK ? 'work' : null
}

/**
 * The days that the law itself makes days off for everybody, in any year: 全国年节及纪念日放假办法,
 * article 2, as revised with effect from 2025.
 */
function isStatutoryHoliday(date: string): boolean {
  if (['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'].includes(date.slice(5))) return true
  const { month, day, leap } = lunarDayOf(date)
  if (!leap && month === 1 && day <= 3) return true
  if (!leap && ((month === 5 && day === 5) || (month === 8 && day === 15))) return true
  const next = lunarDayOf(addDays(date, 1))
  return (next.month === 1 && next.day === 1 && !next.leap) || solarTermOn(date) === '清明'
}

/**
 * Whether a day is a public rest day: by the notice where the year's is known, else by the law.
 * An ordinary weekend is none.
 */
export function isPublicRestDay(date: string): boolean {
  if (holidayMark(date) === 'rest') return true
  const year = date.slice(0, 4)
  const announced = year >= FIRST_ANNOUNCED_YEAR && year <= LAST_ANNOUNCED_YEAR
  return !announced && isStatutoryHoliday(date)
}

/** What a public rest day is called: 国庆节; null for any other day. */
export function restDayName(date: string): string | null {
  if (!isPublicRestDay(date)) return null
  return REST[date]?.split(',')[1] ?? dayOfChineseCalendar(date).festival ?? '法定假日'
}

/** Whether people work on a day: Monday to Friday or worked in exchange, and no public rest day. */
export function isWorkingDay(date: string): boolean {
  if (holidayMark(date) === 'work') return true
  return dayOfWeek(date) <= 5 && !isPublicRestDay(date)
}
