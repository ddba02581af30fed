import { holidayMark, isPublicRestDay } from '@/domain/calendar/holidays'
import { addDays, dayOfWeek, daysBetween, daysInMonth, isCalendarDate } from '@/domain/time/date'
import { MINUTE, instantAt } from '@/domain/time/instant'
import { dateInWords, monthDayInWords, weekdayInWords } from '@/domain/time/words'
import type { Ask } from './ask'
import type { ClockTime } from './clock-times'
import type { Meetings, When } from './when'
import type { WrittenDate } from './written-dates'

/** One lesson; milliseconds since the epoch, the end null where nothing says it. */
export interface Lesson {
  startsAt: number
  endsAt: number | null
}

/** What a sheet says around a cell of when things take place. */
export interface Surroundings {
  /** The year that days without one are in. */
  year: number
  /** From when to when the whole sheet is; `YYYY-MM-DD`. */
  span: { from: string; to: string } | null
  /** The times that hold where a class says none of its own. */
  times?: readonly ClockTime[]
  /** The place where a class says none of its own. */
  place?: string | null
}

/** Lessons, with what has to be asked and what cannot be; both in words that a clerk understands. */
export interface Understood {
  lessons: Lesson[]
  questions: Ask[]
  impossible: string[]
}

/** More lessons of one class than this are a mistake in reading or in writing. */
export const MOST_LESSONS = 366

/** The lessons that a text's words mean. */
export function lessonsOf(said: When, around: Surroundings): Understood {
  const when = withTimes(said, around.times ?? [])
  const found: Understood = {
    lessons: [],
    questions: [],
    impossible: when.impossible.map((time) => `“${time}”不是一天里的时间`),
  }
  const span = spanOf(when, around, found)
  const dated = datesOf(when, span, around, found)
  askAboutRestDays(when, dated, found)
  const limit = when.count ?? MOST_LESSONS
  const lessons = dated.flatMap(({ date, times }) =>
    times.map((time) => lessonAt(date, time, when.minutes)),
  )
  found.lessons = lessons.sort((a, b) => a.startsAt - b.startsAt).slice(0, limit)
  askAboutTimes(when, found)
  return found
}

function withTimes(when: When, times: readonly ClockTime[]): When {
  const isSaid = when.meetings.some((one) => one.times.length > 0)
  if (isSaid || times.length === 0) return when
  return { ...when, meetings: when.meetings.map((one) => ({ ...one, times: [...times] })) }
}

interface Dated {
  date: string
  times: readonly ClockTime[]
}

interface Span {
  from: string | null
  to: string | null
  /** Whether the end of the year was taken because nothing else is said. */
  isGuessed: boolean
}

function lessonAt(date: string, { from, to }: ClockTime, minutes: number | null): Lesson {
  const midnight = instantAt(date, '00:00')
  const end = to ?? (minutes === null ? null : from + minutes)
  return {
    startsAt: midnight + from * MINUTE,
    endsAt: end === null ? null : midnight + end * MINUTE,
  }
}

const pad = (number: number) => String(number).padStart(2, '0')

/** The day in a year; a month as a whole is its first day, or its last. */
function dayIn(year: number, { month, day }: WrittenDate, end: 'first' | 'last'): string {
  const of = day ?? (end === 'first' ? 1 : daysInMonth(year, month))
  return `${year}-${pad(month)}-${pad(of)}`
}

function asWritten({ month, day }: WrittenDate): string {
  return day === null ? `${month}月` : `${month}月${day}日`
}

/** The day that is meant, at `earliest` or later where no year is written; null for no such day. */
function resolved(
  written: WrittenDate,
  { year, earliest }: { year: number; earliest: string | null },
  end: 'first' | 'last' = 'first',
): string | null {
  const own = written.year ?? year + (written.isNextYear ? 1 : 0)
  const day = dayIn(own, written, end)
  const open = written.year === null && !written.isNextYear
  const later = open && earliest !== null && day < earliest
  const meant = later ? dayIn(own + 1, written, end) : day
  return isCalendarDate(meant) ? meant : null
}

function spanOf(when: When, around: Surroundings, found: Understood): Span {
  const { year, span: sheet } = around
  const written = when.span
  const earliest = sheet?.from ?? null
  const first = written?.from && resolved(written.from, { year, earliest })
  if (written?.from && !first) found.impossible.push(`没有${asWritten(written.from)}这一天`)
  const since = first ?? sheet?.from ?? null
  const last = written?.to && resolved(written.to, { year, earliest: since }, 'last')
  if (written?.to && !last) found.impossible.push(`没有${asWritten(written.to)}这一天`)
  const weekly = when.meetings.some(({ days }) => days?.kind === 'weekdays')
  if (!weekly && !written) return { from: null, to: null, isGuessed: false }
  const from = since ?? (weekly ? firstListed(when, around) : null) ?? `${year}-01-01`
  if (last) return { from, to: last, isGuessed: false }
  if (when.weeks !== null) return { from, to: addDays(from, when.weeks * 7 - 1), isGuessed: false }
  if (when.count !== null) return { from, to: null, isGuessed: false }
  if (sheet) return { from, to: sheet.to, isGuessed: false }
  return { from, to: `${from.slice(0, 4)}-12-31`, isGuessed: true }
}

/** A single day beside a weekday is when it begins: 9月6日 每周六. */
function firstListed({ meetings }: When, { year, span }: Surroundings): string | null {
  for (const { days } of meetings) {
    if (days?.kind !== 'dates' || days.dates.length !== 1) continue
    return resolved(days.dates[0]!, { year, earliest: span?.from ?? null })
  }
  return null
}

function datesOf(when: When, span: Span, around: Surroundings, found: Understood): Dated[] {
  const weekly = when.meetings.filter(({ days }) => days?.kind === 'weekdays')
  const except = new Set(
    when.exceptDates.map((date) => resolved(date, { year: around.year, earliest: span.from })),
  )
  if (weekly.length > 0) {
    if (span.isGuessed) askForSpan(when, span, found)
    return weeklyDates(weekly, { when, span, except })
  }
  const listed = when.meetings.flatMap(({ days, times }) =>
    days?.kind === 'dates' ? listedDates(days.dates, times, around, found) : [],
  )
  if (listed.length > 0) return listed.filter(({ date }) => !except.has(date))
  return everyDayOf(when, span, found).filter(({ date }) => !except.has(date))
}

function listedDates(
  dates: readonly WrittenDate[],
  times: readonly ClockTime[],
  { year, span }: Surroundings,
  found: Understood,
): Dated[] {
  let earliest = span?.from ?? null
  return dates.flatMap((written) => {
    const date = resolved(written, { year, earliest })
    if (date === null) {
      found.impossible.push(`没有${asWritten(written)}这一天`)
      return []
    }
    if (written.weekday !== null && written.weekday !== dayOfWeek(date)) {
      const weekday = `周${'一二三四五六日'.charAt(written.weekday - 1)}`
      found.questions.push({
        kind: 'weekday',
        why: `${monthDayInWords(date)}是${weekdayInWords(date)}，表里写的是${weekday}，以哪个为准？`,
      })
    }
    // A list goes on in time: after 12月 comes 1月 of the next year.
    earliest = date
    return [{ date, times }]
  })
}

/** A span of days without a weekday: every one of them, when they are few enough to be meant so. */
const FEW_DAYS = 16

function everyDayOf(when: When, span: Span, found: Understood): Dated[] {
  const times = when.meetings.flatMap((one) => one.times)
  if (span.from === null || times.length === 0) return []
  const single = when.span?.to === null && when.count === null
  const to = single ? span.from : (span.to ?? addDays(span.from, (when.count ?? 1) - 1))
  const days: Dated[] = []
  for (let date = span.from; date <= to && days.length <= FEW_DAYS; date = addDays(date, 1)) {
    days.push({ date, times })
  }
  if (days.length <= FEW_DAYS) return days
  found.questions.push({
    kind: 'days',
    why: `${monthDayInWords(span.from)}到${monthDayInWords(to)}之间，每周星期几上课？表里没有写`,
  })
  return []
}

function weeklyDates(
  weekly: readonly Meetings[],
  { when, span, except }: { when: When; span: Span; except: ReadonlySet<string | null> },
): Dated[] {
  const dates: Dated[] = []
  const from = span.from!
  const monday = addDays(from, 1 - dayOfWeek(from))
  let left = when.count ?? MOST_LESSONS
  for (let date = from; left > 0 && dates.length < MOST_LESSONS; date = addDays(date, 1)) {
    if (span.to !== null && date > span.to) break
    if (date > addDays(from, 3 * 366)) break
    for (const { days, times } of weekly) {
      if (days?.kind !== 'weekdays' || !isMeant(days, date, monday)) continue
      const lost = except.has(date) || (when.onRestDays === 'drop' && isPublicRestDay(date))
      const later = when.onRestDays === 'postpone' && isPublicRestDay(date)
      // 共 8 次 are eight that take place: what falls away is held at the end.
      if (lost || later) continue
      left -= Math.max(1, times.length)
      dates.push({ date, times })
    }
  }
  return dates
}

type Weekdays = Extract<NonNullable<Meetings['days']>, { kind: 'weekdays' }>

function isMeant(words: Weekdays, date: string, monday: string): boolean {
  const { weekdays, interval, nth, monthDays } = words
  if (monthDays.length > 0) return monthDays.includes(Number(date.slice(8)))
  if (!weekdays.includes(dayOfWeek(date))) return false
  if (nth.length > 0) {
    const day = Number(date.slice(8))
    const isLast = day + 7 > daysInMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7)))
    return nth.includes(Math.ceil(day / 7)) || (isLast && nth.includes(-1))
  }
  return Math.floor(daysBetween(monday, date) / 7) % interval === 0
}

function askForSpan(when: When, span: Span, found: Understood): void {
  const asked = when.span?.from
    ? `没有写上到哪天为止，也没有写共几次；先排到${monthDayInWords(span.to!)}，对吗？`
    : `没有写从哪天到哪天；先按${monthDayInWords(span.from!)}到${monthDayInWords(span.to!)}排，对吗？`
  found.questions.push({ kind: 'span', why: asked })
}

function askAboutRestDays(when: When, dated: readonly Dated[], found: Understood): void {
  if (when.onRestDays !== null) return
  const rest = [...new Set(dated.map(({ date }) => date))].filter(
    (date) => holidayMark(date) === 'rest' || isPublicRestDay(date),
  )
  if (rest.length === 0) return
  const first = rest
    .slice(0, 3)
    .map((date) => dateInWords(date))
    .join('、')
  const more = rest.length > 3 ? `等 ${rest.length} 天` : ''
  const why = `${first}${more}是公休日，照常上课、停一次，还是顺延？`
  found.questions.push({ kind: 'rest-days', why })
}

function askAboutTimes(when: When, found: Understood): void {
  const times = when.meetings.flatMap((one) => one.times)
  if (times.length === 0 && found.impossible.length === 0 && when.meetings.length > 0) {
    found.questions.push({ kind: 'time', why: '没有写几点开始' })
  }
  if (times.some(({ guessedAfternoon }) => guessedAfternoon)) {
    found.questions.push({ kind: 'half-day', why: '没有写上午还是下午，先按下午算，对吗？' })
  }
}
