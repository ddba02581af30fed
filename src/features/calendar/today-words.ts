import { parseInstant, timeOf } from '@/domain/time/instant'
import { dateOf } from '@/domain/time/date'
import { dayInWords, monthDayInWords, weekdayInWords } from '@/domain/time/words'
import type { Day, Occurrence } from './occurrences'

/** 周日，小雪 */
export function todayTitle(today: string, day: Day | undefined): string {
  return day?.festival ? `${weekdayInWords(today)}，${day.festival}` : weekdayInWords(today)
}

/** 11月22日 · 十月十四 · 放假; what is not known is left out. */
export function todayFacts(today: string, day: Day | undefined): string[] {
  const mark = { rest: '放假', work: '调休上班' }
  return [
    monthDayInWords(today),
    ...(day ? [day.lunarDate] : []),
    ...(day?.holiday ? [mark[day.holiday]] : []),
  ]
}

/** What is still to come today, by time. */
export function stillToday(occurrences: readonly Occurrence[], today: string, now: number) {
  return byTime(occurrences).filter(
    ({ startsAt, endsAt }) =>
      dateOf(parseInstant(startsAt)) === today && parseInstant(endsAt) > now,
  )
}

/** What comes after today and takes place, by time. */
export function afterToday(occurrences: readonly Occurrence[], today: string) {
  return byTime(occurrences).filter(
    ({ startsAt, state }) => dateOf(parseInstant(startsAt)) > today && state !== 'cancelled',
  )
}

/** 周二 15:00 or 明天 15:00, for a row of another day. */
export function otherDay({ startsAt }: Occurrence, today: string): { day: string; time: string } {
  const instant = parseInstant(startsAt)
  const [day = ''] = dayInWords(dateOf(instant), today).replace(/^本/, '').split(' ')
  return { day, time: timeOf(instant) }
}

function byTime(occurrences: readonly Occurrence[]): Occurrence[] {
  return [...occurrences].sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
}
