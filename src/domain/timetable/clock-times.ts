import type { Scanner, Stretch } from './scanner'
import { NUMBER, TO, numberOf } from './written'

/** Minutes of the day; `to` is null where no end is written. */
export interface ClockTime {
  from: number
  to: number | null
  /** Neither 上午 nor 下午 is said, and the hour alone was taken for an afternoon's. */
  guessedAfternoon: boolean
}

/** A time that no clock shows: 25:00, 9:75. */
export interface ImpossibleTime {
  impossible: string
}

/** What part of the day a word means: hours before it are counted from noon. */
export type PartOfDay = 'morning' | 'noon' | 'afternoon' | null

const MORNING = '凌晨|清晨|早上|早晨|早间|上午|早'
const NOON = '中午|正午'
const AFTERNOON = '下午|午后|傍晚|晚上|晚间|夜间|夜晚|晚'
const PART = `(${MORNING}|${NOON}|${AFTERNOON})?\\s*`
const WITH_COLON = '\\d{1,2}\\s*:\\s*\\d{2}'
const WITH_WORD = `${NUMBER}\\s*[点时](?:\\s*(?:${NUMBER}\\s*分|[0-5]\\d|半|[一三]刻|整|钟))?`
const CLOCK = `(${WITH_COLON}|${WITH_WORD})`
/** 四点半课堂 is a class after school and no time. */
const END = '(?![\\d:]|半?(?:课堂|学堂|学校|托管|驿站|乐园|课后))'

const RANGE = new RegExp(`${PART}${CLOCK}${TO}${PART}${CLOCK}${END}`)
/** 9-11点, 上午9-11时. */
const SHORT_RANGE = new RegExp(`${PART}(${NUMBER})${TO}${PART}(${WITH_WORD})${END}`)
/** 9.30-11.00: times only where a day of a month cannot be meant. */
const DOTTED = /(\d{1,2})\.(\d{2})\s*-\s*(\d{1,2})\.(\d{2})(?![\d.])/
const SINGLE = new RegExp(`${PART}${CLOCK}${END}`)

/** The part of the day that a word names; null for no such word. */
export function partOfDay(word: string | undefined): PartOfDay {
  if (!word) return null
  if (new RegExp(`^(?:${MORNING})$`).test(word)) return 'morning'
  return new RegExp(`^(?:${NOON})$`).test(word) ? 'noon' : 'afternoon'
}

const DAY_MINUTES = 24 * 60
const HALF_DAY = 12 * 60

/** Minutes as the clock shows them, whatever the part of the day; null for what no clock shows. */
function shown(clock: string): number | null {
  const [, hours, minutes, words] = /^(.+?)\s*(?::\s*(\d{2})|[点时]\s*(.*))$/.exec(clock) ?? []
  const hour = numberOf(hours ?? clock)
  let minute: number | null = 0
  if (minutes !== undefined) minute = Number(minutes)
  else if (words === '半') minute = 30
  else if (words === '一刻') minute = 15
  else if (words === '三刻') minute = 45
  else if (words && words !== '整' && words !== '钟') minute = numberOf(words.replace(/\s*分$/, ''))
  if (hour === null || minute === null || hour > 24 || minute > 59) return null
  return hour === 24 && minute > 0 ? null : hour * 60 + minute
}

/** Nobody teaches between one and seven at night: such an hour without a word is an afternoon's. */
const isAfternoonHour = (minutes: number) => minutes >= 60 && minutes < 7 * 60

function inPart(minutes: number, part: PartOfDay): number {
  if (part === 'afternoon' && minutes < HALF_DAY) return minutes + HALF_DAY
  if (part === 'noon' && minutes < 10 * 60) return minutes + HALF_DAY
  return minutes
}

/**
 * Reads one time or one from–to. `around` is the part of the day that stands around it, such as the
 * row 下午 of a timetable. The end takes the part of the day of the beginning, unless it says its own
 * or lies before it then.
 */
export function clockTime(
  first: { part: PartOfDay; clock: string },
  last: { part: PartOfDay; clock: string } | null,
  around: PartOfDay,
): ClockTime | ImpossibleTime {
  const whole = last ? `${first.clock}-${last.clock}` : first.clock
  const [start, end] = [shown(first.clock), last && shown(last.clock)]
  if (start === null || (last && end === null)) return { impossible: whole }
  // 24 hours written out, or a zero before the hour, leave nothing to guess.
  const isPlain = /^0\d/.test(first.clock)
  const said = first.part ?? around
  const guessedAfternoon = said === null && !isPlain && isAfternoonHour(start)
  const from = inPart(start, said ?? (guessedAfternoon ? 'afternoon' : null))
  if (end === null) return { from, to: null, guessedAfternoon }
  let to = last?.part ? inPart(end, last.part) : end
  if (to <= from && to + HALF_DAY > from && to < HALF_DAY) to += HALF_DAY
  if (to <= from || to > DAY_MINUTES) return { impossible: whole }
  return { from, to, guessedAfternoon }
}

/** Takes every time of day out of a text, in order. */
export function takeTimes(
  scanner: Scanner,
  around: PartOfDay = null,
): ((ClockTime | ImpossibleTime) & Stretch)[] {
  const range = (match: RegExpExecArray) => {
    const [, part, clock, lastPart, lastClock] = match
    const first = { part: partOfDay(part), clock: clock! }
    return clockTime(first, { part: partOfDay(lastPart), clock: lastClock! }, around)
  }
  const dotted = ([, hour, minute, lastHour, lastMinute]: RegExpExecArray) => {
    const isTime = [minute, lastMinute].some((text) => Number(text) === 0 || Number(text) > 31)
    if (!isTime) return null
    const [clock, lastClock] = [`${hour}:${minute}`, `${lastHour}:${lastMinute}`]
    return clockTime({ part: null, clock }, { part: null, clock: lastClock }, around)
  }
  const single = ([, part, clock]: RegExpExecArray) =>
    clockTime({ part: partOfDay(part), clock: clock! }, null, around)
  const taken = [
    ...scanner.take(RANGE, range),
    ...scanner.take(SHORT_RANGE, range),
    ...scanner.take(DOTTED, dotted),
    ...scanner.take(SINGLE, single),
  ]
  return taken.sort((a, b) => a.at - b.at)
}
