import type { Scanner, Stretch } from './scanner'
import { weekdaysOf } from './weekday-words'
import { NUMBER, numberOf } from './written'

/** A day as it is written. */
export interface WrittenDate {
  /** Null where none is written. */
  year: number | null
  /** 次年, 明年: the year after the one that everything else is in. */
  isNextYear: boolean
  month: number
  /** Null for a month as a whole. */
  day: number | null
  /** The weekday that is written behind it (ISO), to be compared; null where none is. */
  weekday: number | null
}

/** Days one by one, or from one to another; of an open span one end is null. */
export type WrittenDates =
  | { kind: 'days'; dates: WrittenDate[] }
  | { kind: 'span'; from: WrittenDate | null; to: WrittenDate | null }

type Atom = WrittenDate & Stretch

const YEAR = '(?:(\\d{4}|\\d{2})\\s*年\\s*|(次年|明年|翌年)\\s*)?'
/** Not where it begins a list: 1月29日 周一至周五. */
const WEEKDAY =
  '(?:\\s*\\(?(?:星期|礼拜|周)([一二三四五六日天])(?!\\s*[、,至到和与及-]|[一二三四五六日天])\\)?)?'
const NO_COUNT = '(?!\\s*[次节课讲堂岁人名组期个:点时元楼层]|\\d)'

/** 2026-09-06, 2026/9/6, 2026.9.6 */
const FULL = new RegExp(`(\\d{4})\\s*[-/.]\\s*(\\d{1,2})\\s*[-/.]\\s*(\\d{1,2})(?!\\d)${WEEKDAY}`)
/** 9月6日, 2026年9月6号(周日), 九月六日 */
const SPOKEN = new RegExp(
  `${YEAR}(${NUMBER})\\s*月\\s*(\\d{1,2}(?:\\s*[日号])?${NO_COUNT}|[一二三四五六七八九十]{1,3}\\s*[日号])${WEEKDAY}`,
)
/** 9/6, 9.6 */
const SHORT = new RegExp(
  `(\\d{1,2})[/.](\\d{1,2})(?![\\d:./%]|\\s*[点时岁人元折米])(?:\\s*[日号])?${WEEKDAY}`,
)
/** 9月, 2027年1月 */
const MONTH = new RegExp(`${YEAR}(${NUMBER})\\s*月(?:份|底|初)?`)

function written(
  { year, next }: { year?: string | undefined; next?: string | undefined },
  month: string,
  day: string | null,
  weekday: string | undefined,
): WrittenDate | null {
  const dayText = day === null ? null : day.replace(/\s*[日号]$/, '')
  const [monthNumber, dayNumber] = [numberOf(month), dayText === null ? null : numberOf(dayText)]
  if (monthNumber === null || monthNumber < 1 || monthNumber > 12) return null
  if (day !== null && (dayNumber === null || dayNumber < 1 || dayNumber > 31)) return null
  return {
    year: year ? (year.length === 2 ? 2000 : 0) + Number(year) : null,
    isNextYear: next !== undefined,
    month: monthNumber,
    day: dayNumber,
    weekday: weekday ? weekdaysOf(weekday)[0]! : null,
  }
}

function takeAtoms(scanner: Scanner): Atom[] {
  const atoms = [
    ...scanner.take(FULL, ([, year, month, day, weekday]) =>
      written({ year }, month!, day!, weekday),
    ),
    ...scanner.take(SPOKEN, ([, year, next, month, day, weekday]) =>
      written({ year, next }, month!, day!, weekday),
    ),
    ...scanner.take(MONTH, ([, year, next, month]) =>
      written({ year, next }, month!, null, undefined),
    ),
    ...scanner.take(SHORT, ([, month, day, weekday]) => written({}, month!, day!, weekday)),
  ]
  return atoms.sort((a, b) => a.at - b.at)
}

const TO = /^\s*(?:起|开始)?\s*(?:-+|至|到)\s*$/
const TO_DAY = new RegExp(`^\\s*(?:-+|至|到)\\s*(\\d{1,2})\\s*[日号]${WEEKDAY}`)
const FROM_MONTH = new RegExp(`(${NUMBER})\\s*(?:-+|至|到)\\s*$`)
const SINCE = /^\s*(?:起|开始|开课|开班|开讲)/
const SINCE_BEFORE = /(?:从|自|开课(?:时间|日期)?:?|开班(?:时间|日期)?:?|始于)\s*$/
const UNTIL = /^\s*(?:截?止|结束|为止|结课|结业)/
const UNTIL_BEFORE = /(?:至|到|截至|截止到?|结课(?:时间|日期)?:?|结束(?:时间|日期)?:?)\s*$/
const AND = /^\s*[、,和及/;]?\s*$/
const AND_DAY = new RegExp(
  `^\\s*[、,和及/]\\s*(\\d{1,2})(?![\\d.:月/-]|\\s*[点时月次节课岁人名元周])\\s*[日号]?${WEEKDAY}`,
)

/** Takes every date and span of dates out of a text, in order. */
export function takeDates(scanner: Scanner): (WrittenDates & Stretch)[] {
  const atoms = takeAtoms(scanner)
  const found: (WrittenDates & Stretch)[] = []
  const add = (one: WrittenDates, at: number, end: number) => {
    scanner.hide({ at, end })
    found.push({ ...one, at, end })
  }
  for (let index = 0; index < atoms.length; index += 1) {
    const atom = atoms[index]!
    const next = atoms[index + 1]
    const before = scanner.rest.slice(0, atom.at)
    const after = scanner.rest.slice(atom.end)
    const toDay = atom.day === null ? null : TO_DAY.exec(after)
    const fromMonth = atom.day === null ? FROM_MONTH.exec(before) : null
    if (next && TO.test(scanner.text.slice(atom.end, next.at))) {
      add({ kind: 'span', from: atom, to: next }, atom.at, next.end)
      index += 1
    } else if (toDay) {
      const to = written({}, String(atom.month), toDay[1]!, toDay[2])
      const last = to && { ...to, year: atom.year }
      add({ kind: 'span', from: atom, to: last }, atom.at, atom.end + toDay[0].length)
    } else if (fromMonth) {
      const from = written({}, fromMonth[1]!, null, undefined)
      add({ kind: 'span', from, to: atom }, fromMonth.index, atom.end)
    } else if (SINCE.test(after) || SINCE_BEFORE.test(before)) {
      const word = SINCE.exec(after)?.[0].length ?? 0
      const lead = SINCE_BEFORE.exec(before)?.[0].length ?? 0
      add({ kind: 'span', from: atom, to: null }, atom.at - lead, atom.end + word)
    } else if (UNTIL.test(after) || UNTIL_BEFORE.test(before)) {
      const word = UNTIL.exec(after)?.[0].length ?? 0
      const lead = UNTIL_BEFORE.exec(before)?.[0].length ?? 0
      add({ kind: 'span', from: null, to: atom }, atom.at - lead, atom.end + word)
    } else if (atom.day === null) {
      add({ kind: 'span', from: atom, to: atom }, atom.at, atom.end)
    } else {
      const { dates, end } = moreDays(atom, after)
      const last = found[found.length - 1]
      const isSameList =
        last?.kind === 'days' && AND.test(scanner.text.slice(last.end, atom.at)) && last.end > 0
      if (isSameList) {
        last.dates.push(...dates)
        scanner.hide({ at: last.end, end })
        last.end = end
      } else add({ kind: 'days', dates }, atom.at, end)
    }
  }
  return found
}

/** A day and those of the same month that follow it: 9月6、13、20日. */
function moreDays(atom: Atom, after: string): { dates: WrittenDate[]; end: number } {
  const dates: WrittenDate[] = [atom]
  let [rest, end] = [after, atom.end]
  for (let more = AND_DAY.exec(rest); more !== null; more = AND_DAY.exec(rest)) {
    const date = written({}, String(atom.month), more[1]!, more[2])
    if (!date) break
    dates.push({ ...date, year: atom.year, isNextYear: atom.isNextYear })
    end += more[0].length
    rest = rest.slice(more[0].length)
  }
  return { dates, end }
}
