import type { Output } from '@/contract'
import { agesInWords } from '@/domain/seats/eligibility-words'
import { dateOf, dayOfWeek } from '@/domain/time/date'
import { parseInstant, timeOf } from '@/domain/time/instant'
import { dateInWords, monthDayInWords, timeRangeInWords, weekdayInWords } from '@/domain/time/words'

/** How a sheet says when. */
export const WRITTEN_LIKE = '9月6日起 每周六 9:00-10:30 共8次'

export type ReadTimetable = Output<'staff.importTimetable'>
export type ReadClass = ReadTimetable['activities'][number]
type ReadLesson = ReadClass['lessons'][number]

/** 读出 12 门课，3 处要问，1 处排不了. */
export function readInWords({ activities, questions, rejected }: ReadTimetable): string {
  if (activities.length + rejected.length + questions.length === 0) return '没有读出课来'
  return [
    `读出 ${activities.length} 门课`,
    ...(questions.length > 0 ? [`${questions.length} 处要问`] : []),
    ...(rejected.length > 0 ? [`${rejected.length} 处排不了`] : []),
  ].join('，')
}

/**
 * 周六 09:00–10:30，2026年9月12日到10月31日，共 8 次; single days are named, and what differs is said.
 * With the year, because that is what a clerk has to look at.
 */
export function lessonsInWords(lessons: readonly ReadLesson[]): string {
  const [first, last] = [lessons[0], lessons[lessons.length - 1]]
  if (!first || !last) return '没有读出时间'
  const days = lessons.map(({ startsAt }) => dateOf(parseInstant(startsAt)))
  const hours = new Set(lessons.map(hoursInWords))
  const time = hours.size === 1 ? hoursInWords(first) : '时间不都一样'
  const [from, to] = [days[0]!, days[days.length - 1]!]
  if (lessons.length === 1) return `${yearOf(from)}${dateInWords(from)} ${time}`
  const nextYear = yearOf(to) === yearOf(from) ? '' : yearOf(to)
  const span = `${yearOf(from)}${monthDayInWords(from)}到${nextYear}${monthDayInWords(to)}`
  return `${weekdaysInWords(days)} ${time}，${span}，共 ${lessons.length} 次`
}

const yearOf = (day: string) => `${day.slice(0, 4)}年`

/** 周二、周四; 每天 where all seven are meant. */
function weekdaysInWords(days: readonly string[]): string {
  const byWeekday = new Map(days.map((day) => [dayOfWeek(day), weekdayInWords(day)]))
  if (byWeekday.size === 7) return '每天'
  return [...byWeekday]
    .sort(([one], [other]) => one - other)
    .map(([, words]) => words)
    .join('、')
}

/** 09:00–10:30; 15:00 开始 where nobody has said how long it takes. */
export function hoursInWords({ startsAt, endsAt }: ReadLesson): string {
  const start = parseInstant(startsAt)
  return endsAt === null || endsAt === startsAt
    ? `${timeOf(start)} 开始`
    : timeRangeInWords(start, parseInstant(endsAt))
}

/** 示例王老师 · 三楼书画室 · 20 人 · 6–10 岁 · 免费: what the sheet says, in this order. */
export function detailsInWords({
  teacher,
  place,
  capacity,
  ages,
  fee,
}: Pick<ReadClass, 'teacher' | 'place' | 'capacity' | 'ages' | 'fee'>): string {
  const parts = [
    teacher,
    place,
    capacity === null ? null : `${capacity} 人`,
    agesInWords(ages),
    fee && (fee.free ? '免费' : `${fee.amountFen / 100} 元`),
  ]
  return parts.filter(Boolean).join(' · ')
}
