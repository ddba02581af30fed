import type { RestDayPolicy } from '@/domain/calendar/rule'
import { type ClockTime, type ImpossibleTime, type PartOfDay, takeTimes } from './clock-times'
import { Scanner, type Stretch } from './scanner'
import { type WeekdayWords, takeWeekdays } from './weekday-words'
import { NUMBER, numberOf, uniform } from './written'
import { type WrittenDate, type WrittenDates, takeDates } from './written-dates'

/** Days that are meant together, with the times of day that go with them. */
export interface Meetings {
  days: ({ kind: 'weekdays' } & WeekdayWords) | { kind: 'dates'; dates: WrittenDate[] } | null
  times: ClockTime[]
}

/** What a text says of when something takes place. */
export interface When {
  meetings: Meetings[]
  span: { from: WrittenDate | null; to: WrittenDate | null } | null
  /** How many lessons; of two numbers that of the meetings, not of the hours taught. */
  count: number | null
  /** For how many weeks. */
  weeks: number | null
  exceptDates: WrittenDate[]
  /** What is said of public rest days; null where nothing is. */
  onRestDays: RestDayPolicy | null
  /** How long one lesson is, where that is said. */
  minutes: number | null
  /** Times that no clock shows, as written. */
  impossible: string[]
}

const HOLIDAY =
  '(?:逢|遇|如遇)?(?:国家)?(?:法定)?(?:节假?日|假日|假期|国庆|中秋|春节|元旦|五一|端午|清明)(?:节|假期|长假|期间)?'
const GAP = '[^,;。\\n\\u0000\\d]{0,6}?'
const REST_DAYS: [RegExp, RestDayPolicy][] = [
  [new RegExp(`${HOLIDAY}${GAP}(?:顺延|延后|后延|往后推)`), 'postpone'],
  [new RegExp(`${HOLIDAY}${GAP}(?:停课|停|暂停|除外|不上课?|休息|放假)(?:[一1]次)?`), 'drop'],
  [new RegExp(`${HOLIDAY}${GAP}(?:照常|不停|不休)`), 'keep'],
]

const COUNT = new RegExp(
  `(每周|每月|每天|每|第)?(?:共计?|合计|总共|总计|一共|连续|为期)?\\s*(${NUMBER})\\s*(次|节|讲|堂|课时|学时)(?:课)?`,
)
const WEEKS = new RegExp(`(?:共计?|为期|连续|持续|总共)\\s*(${NUMBER})\\s*周(?![一二三四五六日])`)
const MINUTES = /(?:每次|每节课?|时长|每课)?\s*:?\s*(\d+(?:\.\d)?)\s*(分钟|个?小时)/
const EXCEPT_AFTER = /^\s*\)?\s*(?:停课|暂停|不上课?|休息|放假|除外|停[一1]次)/
const EXCEPT_BEFORE = /除了?\s*$/

/**
 * Reads when something takes place out of a text, and leaves what is about something else. `around` is
 * the part of the day that a row or column says.
 */
export function readWhen(text: string, around: PartOfDay = null): { when: When; left: string[] } {
  const scanner = new Scanner(uniform(text))
  const policies = REST_DAYS.flatMap(([pattern, policy]) =>
    scanner.take(pattern, () => ({ policy })),
  )
  const minutes = scanner.take(MINUTES, ([, number, unit]) => ({
    minutes: Number(number) * (unit === '分钟' ? 1 : 60),
  }))
  const times = takeTimes(scanner, around)
  const counts = takeCounts(scanner)
  const weeks = scanner.take(WEEKS, ([, number]) => ({ weeks: numberOf(number!) }))
  const dates = takeDates(scanner)
  const { held, except } = exceptions(scanner, dates)
  const weekdays = takeWeekdays(scanner)
  const tokens: Token[] = [
    ...times.filter(isPossible).map((time) => ({ kind: 'time' as const, ...time })),
    ...weekdays.map((words) => ({ kind: 'weekdays' as const, ...words })),
    ...held.flatMap((one) => (one.kind === 'days' ? [one] : [])),
  ].sort((a, b) => a.at - b.at)
  const when: When = {
    meetings: meetingsOf(tokens),
    span: spanOf(held),
    count: counts,
    weeks: weeks[0]?.weeks ?? null,
    exceptDates: except,
    onRestDays: policies[0]?.policy ?? null,
    minutes: minutes[0]?.minutes ?? null,
    impossible: times.flatMap((time) => ('impossible' in time ? [time.impossible] : [])),
  }
  return { when, left: scanner.left() }
}

/** Whether a text says anything of days or times. */
export function saysWhen({ meetings, span, impossible }: When): boolean {
  return meetings.length > 0 || span !== null || impossible.length > 0
}

type Token = Stretch &
  (
    | ({ kind: 'time' } & ClockTime)
    | ({ kind: 'weekdays' } & WeekdayWords)
    | { kind: 'days'; dates: WrittenDate[] }
  )

const isPossible = (time: (ClockTime | ImpossibleTime) & Stretch): time is ClockTime & Stretch =>
  !('impossible' in time)

/** Which words for a lesson tell most of how often people meet. */
const UNITS = ['次', '讲', '节', '堂', '课时', '学时']

function takeCounts(scanner: Scanner): number | null {
  const counts = scanner.take(COUNT, ([, per, number, unit]) => {
    const count = numberOf(number!)
    return per || count === null || count < 1 || count > 366 ? null : { count, unit: unit! }
  })
  const [best] = counts.sort((a, b) => UNITS.indexOf(a.unit) - UNITS.indexOf(b.unit))
  return best?.count ?? null
}

function exceptions(scanner: Scanner, dates: (WrittenDates & Stretch)[]) {
  const except: WrittenDate[] = []
  const held = dates.filter((one) => {
    const after = EXCEPT_AFTER.exec(scanner.rest.slice(one.end))
    const before = EXCEPT_BEFORE.exec(scanner.rest.slice(0, one.at))
    if (one.kind === 'span' || (!after && !before)) return true
    except.push(...one.dates)
    if (after) scanner.hide({ at: one.end, end: one.end + after[0].length })
    if (before) scanner.hide({ at: one.at - before[0].length, end: one.at })
    return false
  })
  return { held, except }
}

function spanOf(held: readonly WrittenDates[]): When['span'] {
  const spans = held.flatMap((one) => (one.kind === 'span' ? [one] : []))
  if (spans.length === 0) return null
  return {
    from: spans.find(({ from }) => from !== null)?.from ?? null,
    to: spans.find(({ to }) => to !== null)?.to ?? null,
  }
}

/**
 * Which times go with which days: each with the days before it that have none yet; a second one with
 * the same days; one before any day with the first.
 */
function meetingsOf(tokens: readonly Token[]): Meetings[] {
  const meetings: Meetings[] = []
  for (const token of tokens) {
    const last = meetings[meetings.length - 1]
    if (token.kind === 'time') {
      if (last) last.times.push(token)
      else meetings.push({ days: null, times: [token] })
      continue
    }
    const days = token.kind === 'weekdays' ? token : { kind: 'dates' as const, dates: token.dates }
    // A time that came first is that of the first days.
    if (last && last.days === null) last.days = days
    else meetings.push({ days, times: [] })
  }
  // 周二、周四 each said alone, and one time for both.
  for (let index = meetings.length - 2; index >= 0; index -= 1) {
    const [one, next] = [meetings[index]!, meetings[index + 1]!]
    if (one.times.length === 0) one.times = next.times
  }
  const firstTimes = meetings.find(({ times }) => times.length > 0)?.times ?? []
  return meetings.map((one) => (one.times.length === 0 ? { ...one, times: firstTimes } : one))
}
