import { isPublicRestDay } from '@/domain/calendar/holidays'
import { addDays, dateOf, dayOfWeek } from '@/domain/time/date'
import { DAY, MINUTE, timeOf } from '@/domain/time/instant'
import { weekdayCharacter } from '@/domain/time/words'
import { type Lesson, lessonsOf } from './lessons'
import type { Span } from './merge'
import { readWhen } from './when'

/** What is longer is no cell of a timetable any more, for the reader either. */
export const LONGEST_WORDS = 2000
/** More days left out than these are not named one by one. */
const MOST_EXCEPTIONS = 6

/** The clerk's words of the last import, and what was read in them then, before any answer. */
export interface OwnWords {
  words: string
  read: readonly Lesson[]
}

/**
 * When lessons take place, in words that this reader reads as the very same lessons; null where no words
 * of ours do. `own` is given where nothing has changed since those words were read: they come first.
 */
export function whenInWords(lessons: readonly Span[], own: OwnWords | null): string | null {
  if (lessons.length === 0) return null
  if (own && isSame(readAlone(own.words, own.read).lessons, own.read)) return own.words
  const candidates = [weekly(lessons), listed(lessons), everyDate(lessons)]
  const written = candidates.filter((words) => words !== null && words.length <= LONGEST_WORDS)
  return written.find((words) => words !== null && reads(words, lessons)) ?? null
}

/** What words mean where no title over them says a year or a term. */
function readAlone(words: string, lessons: readonly Lesson[]) {
  const { when, left } = readWhen(words)
  const year = Number(dateOf(lessons[0]?.startsAt ?? 0).slice(0, 4))
  return { ...lessonsOf(when, { year, span: null }), left }
}

function reads(words: string, lessons: readonly Span[]): boolean {
  const read = readAlone(words, lessons)
  const isPlain = read.left.length + read.impossible.length + read.questions.length === 0
  return isPlain && isSame(read.lessons, lessons)
}

const isSame = (read: readonly Lesson[], lessons: readonly Lesson[]) =>
  read.length === lessons.length &&
  read.every(
    ({ startsAt, endsAt }, at) =>
      startsAt === lessons[at]!.startsAt && endsAt === lessons[at]!.endsAt,
  )

/** 19:00-20:30; a lesson that goes on after midnight as 23:00，每次120分钟. */
function hours({ startsAt, endsAt }: Span): string {
  const from = timeOf(startsAt)
  const midnight = startsAt - ((startsAt + 8 * 60 * MINUTE) % DAY) + DAY
  if (endsAt < midnight) return `${from}-${timeOf(endsAt)}`
  return endsAt === midnight ? `${from}-24:00` : `${from}，每次${(endsAt - startsAt) / MINUTE}分钟`
}

/** What is said where a lesson is on a public rest day: it was meant so. */
const restDays = (lessons: readonly Span[]) =>
  lessons.some(({ startsAt }) => isPublicRestDay(dateOf(startsAt))) ? '，节假日照常' : ''

const day = (date: string) => `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`
const dayOfYear = (date: string) => `${date.slice(0, 4)}年${day(date)}`

/** 2026年9月5日起每周二、四 19:00-20:30 共12次（10月1日停课）. */
function weekly(lessons: readonly Span[]): string | null {
  const [first] = lessons
  const dates = lessons.map(({ startsAt }) => dateOf(startsAt))
  const times = new Set(lessons.map(hours))
  if (!first || lessons.length < 2 || times.size > 1) return null
  const weekdays = [...new Set(dates.map(dayOfWeek))].sort((a, b) => a - b)
  const held = new Set(dates)
  const [from, to] = [dates[0]!, dates[dates.length - 1]!]
  const except: string[] = []
  for (let date = from; date <= to; date = addDays(date, 1)) {
    if (weekdays.includes(dayOfWeek(date)) && !held.has(date)) except.push(date)
  }
  if (except.length > MOST_EXCEPTIONS) return null
  const every = weekdays.length === 7 ? '每天' : `每周${weekdays.map(weekdayCharacter).join('、')}`
  const without = except.length > 0 ? `（${except.map(dayOfYear).join('、')}停课）` : ''
  return `${dayOfYear(from)}起${every} ${hours(first)} 共${lessons.length}次${without}${restDays(lessons)}`
}

/** Lessons one after the other that are at the same time of day. */
function runs(lessons: readonly Span[]): Span[][] {
  const result: Span[][] = []
  for (const lesson of lessons) {
    const last = result[result.length - 1]
    if (last && hours(last[0]!) === hours(lesson)) last.push(lesson)
    else result.push([lesson])
  }
  return result
}

/** 2026年9月6日、13日、20日 9:30-11:00，2026年10月4日 14:00-15:30. */
function listed(lessons: readonly Span[]): string {
  const words = runs(lessons).map((run) => {
    const days = run.map(({ startsAt }, at) => {
      const date = dateOf(startsAt)
      const before = at > 0 ? dateOf(run[at - 1]!.startsAt) : ''
      if (before.slice(0, 7) === date.slice(0, 7)) return `${Number(date.slice(8))}日`
      return before.slice(0, 4) === date.slice(0, 4) ? day(date) : dayOfYear(date)
    })
    return `${days.join('、')} ${hours(run[0]!)}`
  })
  return `${words.join('，')}${restDays(lessons)}`
}

function everyDate(lessons: readonly Span[]): string {
  const words = runs(lessons).map(
    (run) => `${run.map(({ startsAt }) => dateOf(startsAt)).join('、')} ${hours(run[0]!)}`,
  )
  return `${words.join('，')}${restDays(lessons)}`
}
