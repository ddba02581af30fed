import type { Scanner, Stretch } from './scanner'
import { NUMBER, TO, numberOf } from './written'

/** Which weekdays (ISO: 1 Monday … 7 Sunday), how often. */
export interface WeekdayWords {
  weekdays: number[]
  /** Every so many weeks. */
  interval: number
  /** Which of them in a month, -1 the last; empty for every week. */
  nth: number[]
  /** Days of the month instead of weekdays: 每月15日. */
  monthDays: number[]
}

const CHARACTER = '[一二三四五六日天末]'
const WEEK = '(?:星期|礼拜|周)'
const AND = '\\s*(?:[、,/&+和及与]|\\s)\\s*'
const EVERY = '(每隔?[一1]?周的?|隔周的?|单周的?|双周的?|每两周的?|每2周的?|每个?)?\\s*'
const NTH = `每个?月\\s*(?:的\\s*)?((?:第?${NUMBER}|最后[一1]?)(?:${AND}(?:第?${NUMBER}|最后[一1]?))*)\\s*[个周]?\\s*的?\\s*`
const LIST = `${CHARACTER}(?:(?:${TO}|${AND})?(?:${WEEK})?${CHARACTER})*`
const DIGITS = `[1-7](?:\\s*[-、,/]\\s*(?:${WEEK})?[1-7])*(?![\\d:点时.])`
const DAYS = `${WEEK}\\s*(${LIST}|${DIGITS})(?![月个])`

const ONE = '[一二三四五六日天末1-7]'

const WEEKLY = new RegExp(`${EVERY}${DAYS}`)
const MONTHLY = new RegExp(`${NTH}${DAYS}`)
const MONTH_DAYS = /每个?月(?:的)?\s*(\d{1,2}(?:\s*[日号]?\s*[、,和]\s*\d{1,2})*)\s*[日号]/
const GROUPS = /(每个?)?(周末|双休日|工作日|每天|每日|天天)/

/** 1 for 一 and Monday … 7 for 日 and 天; 末 is Saturday and Sunday. */
function daysOf(character: string): number[] {
  if (character === '末') return [6, 7]
  const named = '一二三四五六日'.indexOf(character === '天' ? '日' : character)
  return [named >= 0 ? named + 1 : Number(character)]
}

/** The weekdays of 二、四, 一至五, 六日. */
export function weekdaysOf(list: string): number[] {
  const plain = list.replace(/星期|礼拜|周/g, '')
  const days = new Set<number>()
  const pattern = new RegExp(`(${ONE})(?:${TO}(${ONE}))?`, 'g')
  for (let match = pattern.exec(plain); match !== null; match = pattern.exec(plain)) {
    const [first] = daysOf(match[1]!)
    const last = match[2] ? daysOf(match[2])[0]! : null
    if (last === null) daysOf(match[1]!).forEach((day) => days.add(day))
    else for (let day = first!; day <= last; day += 1) days.add(day)
  }
  return [...days].sort((a, b) => a - b)
}

const isFortnight = (every: string | undefined) => /隔|单周|双周|两周|2周/.test(every ?? '')

/** Takes every weekday, or group of them, out of a text, in order. */
export function takeWeekdays(scanner: Scanner): (WeekdayWords & Stretch)[] {
  const monthly = ([, nth, list]: RegExpExecArray) => {
    const numbers = nth!
      .split(new RegExp(AND))
      .map((one) => (one.startsWith('最后') ? -1 : numberOf(one.replace('第', ''))))
    if (numbers.some((one) => one === null || one > 5)) return null
    return { weekdays: weekdaysOf(list!), interval: 1, nth: numbers as number[], monthDays: [] }
  }
  const weekly = ([, every, list]: RegExpExecArray) => ({
    ...{ weekdays: weekdaysOf(list!), interval: isFortnight(every) ? 2 : 1 },
    ...{ nth: [], monthDays: [] },
  })
  const group = ([, , word]: RegExpExecArray) => {
    const all = /天|每日/.test(word!) && word !== '双休日'
    const weekdays = all ? [1, 2, 3, 4, 5, 6, 7] : word === '工作日' ? [1, 2, 3, 4, 5] : [6, 7]
    return { weekdays, interval: 1, nth: [], monthDays: [] }
  }
  const byDay = ([, list]: RegExpExecArray) => ({
    ...{ weekdays: [], interval: 1, nth: [], monthDays: list!.match(/\d+/g)!.map(Number) },
  })
  const taken = [
    ...scanner.take(MONTH_DAYS, byDay),
    ...scanner.take(MONTHLY, monthly),
    ...scanner.take(WEEKLY, weekly),
    ...scanner.take(GROUPS, group),
  ]
  return taken.sort((a, b) => a.at - b.at)
}
