import { addDays, dateOf, dayOfWeek, daysBetween } from './date'
import { DAY, HOUR, MINUTE, timeOf } from './instant'

/** How far away a day of another year may lie before its year is said. */
const YEAR_IS_CLEAR_DAYS = 90
const EVENING_FROM = '18:00'

/** One character for an ISO weekday: 一 Monday … 日 Sunday. */
export function weekdayCharacter(weekday: number): string {
  return '一二三四五六日'[weekday - 1] ?? ''
}

/** 周四 */
export function weekdayInWords(date: string): string {
  return `周${weekdayCharacter(dayOfWeek(date))}`
}

/** 11月26日, without a weekday. */
export function monthDayInWords(date: string): string {
  return `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`
}

/** 11月26日 周四; with the year when it is not today's and the day is far away. */
export function dateInWords(date: string, today?: string): string {
  const far = today !== undefined && Math.abs(daysBetween(today, date)) > YEAR_IS_CLEAR_DAYS
  const year = far && date.slice(0, 4) !== today.slice(0, 4) ? `${date.slice(0, 4)}年` : ''
  return `${year}${monthDayInWords(date)} ${weekdayInWords(date)}`
}

/** 2026 年 11 月, of a month `YYYY-MM`. */
export function monthInWords(month: string): string {
  return `${month.slice(0, 4)} 年 ${Number(month.slice(5))} 月`
}

const NEAR_DAYS: Record<string, string> = {
  '-2': '前天',
  '-1': '昨天',
  '0': '今天',
  '1': '明天',
  '2': '后天',
}

/** A day as people say it today: 昨天, 今天, 明天, 后天, 本周六, else 11月26日 周四. */
export function dayInWords(date: string, today: string): string {
  const distance = daysBetween(today, date)
  const near = NEAR_DAYS[distance]
  if (near) return near
  const sunday = addDays(today, 7 - dayOfWeek(today))
  if (distance > 0 && date <= sunday) return `本${weekdayInWords(date)}`
  return dateInWords(date, today)
}

/** 15:00–16:30, of two instants in milliseconds; 22:00–次日 02:00 over midnight. */
export function timeRangeInWords(startsAt: number, endsAt: number): string {
  const nights = daysBetween(dateOf(startsAt), dateOf(endsAt))
  if (nights === 0) return `${timeOf(startsAt)}–${timeOf(endsAt)}`
  if (nights === 1 && timeOf(endsAt) === '00:00') return `${timeOf(startsAt)}–24:00`
  if (nights === 1) return `${timeOf(startsAt)}–次日 ${timeOf(endsAt)}`
  return `${timeOf(startsAt)}–${monthDayInWords(dateOf(endsAt))} ${timeOf(endsAt)}`
}

/** 今晚 19:00–20:30, 明天 09:30–11:00, 12月5日 周六 09:30–11:00; instants in milliseconds. */
export function whenInWords(startsAt: number, endsAt: number, now: number): string {
  const tonight = dateOf(startsAt) === dateOf(now) && timeOf(startsAt) >= EVENING_FROM
  const day = tonight ? '今晚' : dayInWords(dateOf(startsAt), dateOf(now))
  return `${day} ${timeRangeInWords(startsAt, endsAt)}`
}

/** 12月12日 周六起 09:30–10:30, of the first lesson's beginning and the last one's end; of one, its time. */
export function lessonsInWords(startsAt: number, endsAt: number, now: number): string {
  const day = dayInWords(dateOf(startsAt), dateOf(now))
  if (dateOf(startsAt) === dateOf(endsAt)) return `${day} ${timeRangeInWords(startsAt, endsAt)}`
  return `${day}起 ${timeRangeInWords(startsAt, startsAt + ((endsAt - startsAt) % DAY))}`
}

/** An instant as people say it now: 昨天 22:40, 11月26日 周四 15:00. */
export function momentInWords(instant: number, now: number): string {
  return `${dayInWords(dateOf(instant), dateOf(now))} ${timeOf(instant)}`
}

/**
 * Until when something is possible: 明天 15:00 前. An instant at midnight ends the day before it,
 * which is how people say it: 12月4日 周五 24:00 前.
 */
export function deadlineInWords(instant: number, now: number): string {
  if (timeOf(instant) !== '00:00') return `${momentInWords(instant, now)} 前`
  return `${dayInWords(dateOf(instant - MINUTE), dateOf(now))} 24:00 前`
}

/** How long until an instant: 还有 40 分钟, 还有 2 小时, 还有 3 天; null once it has come. */
export function untilInWords(instant: number, now: number): string | null {
  const left = instant - now
  if (left <= 0) return null
  // Rounding up keeps the words true when somebody reads them a few seconds later.
  const minutes = Math.ceil(left / MINUTE)
  if (minutes < 60) return `还有 ${minutes} 分钟`
  if (left >= DAY) return `还有 ${daysBetween(dateOf(now), dateOf(instant))} 天`
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  // Within three hours minutes matter to somebody who has to leave home; later they do not.
  return hours < 3 && rest > 0 ? `还有 ${hours} 小时 ${rest} 分钟` : `还有 ${hours} 小时`
}

/** How long ago an instant was: 刚刚, 40 分钟前, 3 小时前, 昨天 22:40. */
export function agoInWords(instant: number, now: number): string {
  const passed = now - instant
  if (passed < MINUTE) return '刚刚'
  if (passed < HOUR) return `${Math.floor(passed / MINUTE)} 分钟前`
  if (dateOf(instant) === dateOf(now)) return `${Math.floor(passed / HOUR)} 小时前`
  return momentInWords(instant, now)
}
