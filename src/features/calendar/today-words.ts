import { parseInstant, timeOf } from '@/domain/time/instant'
import { dateOf } from '@/domain/time/date'
import { dayInWords, monthDayInWords, weekdayInWords } from '@/domain/time/words'
import type { Day, Occurrence } from './occurrences'

/** From which hour on which greeting holds. */
const GREETINGS = [
  [18, '晚上好'],
  [13, '下午好'],
  [11, '中午好'],
  [9, '上午好'],
  [5, '早上好'],
  [0, '夜深了'],
] as const

/** 周日，小雪; on a day without a festival 周一，早上好. `now` in milliseconds. */
export function todayTitle(today: string, day: Day | undefined, now: number): string {
  const hour = Number(timeOf(now).slice(0, 2))
  const greeting = GREETINGS.find(([from]) => hour >= from)?.[1]
  return `${weekdayInWords(today)}，${day?.festival ?? greeting}`
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

/**
 * What comes after today and takes place, by time; each activity once, and none of `besides`, so
 * that what is on every day does not hide the rest.
 */
export function afterToday(
  occurrences: readonly Occurrence[],
  today: string,
  besides: readonly Occurrence[],
): Occurrence[] {
  const seen = new Set(besides.map(({ activityId }) => activityId))
  return byTime(occurrences).filter(({ startsAt, state, activityId }) => {
    if (dateOf(parseInstant(startsAt)) <= today || state === 'cancelled') return false
    if (seen.has(activityId)) return false
    seen.add(activityId)
    return true
  })
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
