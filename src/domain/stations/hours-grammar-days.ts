import { isCalendarDate } from '@/domain/time/date'
import type { Cursor } from './hours-grammar-cursor'
import type { Token } from './hours-grammar-tokens'
import type { DayWord } from './hours-grammar-words'

type Meaning =
  | { kind: 'weekdays' | 'workdays'; weekdays: number[] }
  | { kind: 'holidays' | 'otherwise' }

/** Days that something is said of. */
export type Days = { first: Token; said: string } & (
  | Meaning
  | { kind: 'dates'; from: string; to: string }
)

/** What an earlier date said, for later ones that leave it out. */
export interface DateContext {
  year: number | undefined
  month: number | undefined
}

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]
const MEANING: Readonly<Record<DayWord, Meaning>> = {
  daily: { kind: 'weekdays', weekdays: EVERY_DAY },
  workdays: { kind: 'workdays', weekdays: [1, 2, 3, 4, 5] },
  weekend: { kind: 'weekdays', weekdays: [6, 7] },
  holidays: { kind: 'holidays' },
  otherwise: { kind: 'otherwise' },
}

/** 周一至周五, 周六日, 周一、三、五, 周六至周一. */
function weekdays(cursor: Cursor): number[] {
  const days: number[] = []
  for (;;) {
    const one = cursor.take('weekday')
    if (!one) return EVERY_DAY.filter((day) => days.includes(day))
    days.push(one.day)
    const last = cursor.peek(1)
    if (cursor.peek()?.kind === 'range' && last?.kind === 'weekday') {
      cursor.take('range')
      cursor.take('weekday')
      for (let day = one.day; day !== last.day; day = (day % 7) + 1) days.push(day)
      days.push(last.day)
    }
    if (cursor.peek()?.kind === 'and' && cursor.peek(1)?.kind === 'weekday') cursor.take('and')
  }
}

/** Whether 2026-10-01 or 2026/10/1 begins here: three numbers with the same mark between them. */
function isNumericDate({ peek }: Cursor): boolean {
  const year = peek()
  const mark = peek(1)?.kind
  return (
    year?.kind === 'number' &&
    year.digits === 4 &&
    (mark === 'range' || mark === 'dot' || mark === 'and') &&
    peek(2)?.kind === 'number' &&
    peek(3)?.kind === mark &&
    peek(4)?.kind === 'number'
  )
}

function isDate(cursor: Cursor, context: DateContext): boolean {
  const unit = cursor.peek(1)?.kind
  if (cursor.peek()?.kind !== 'number') return false
  if (unit === 'year' || unit === 'month' || isNumericDate(cursor)) return true
  return unit === 'day' && context.month !== undefined
}

/** One date, `YYYY-MM-DD`; the context learns its year and month. */
function date(cursor: Cursor, context: DateContext): { day: string; saysYear: boolean } {
  const first = cursor.peek()!
  const numeric = isNumericDate(cursor)
  const saysYear = numeric || cursor.peek(1)?.kind === 'year'
  const next = (unit: 'year' | 'month') => {
    const number = cursor.take('number')
    if (numeric) cursor.take('range', 'dot', 'and')
    else cursor.take(unit)
    return number?.value
  }
  if (saysYear) context.year = next('year')
  if (numeric || cursor.peek(1)?.kind === 'month') context.month = next('month')
  if (context.month === undefined) cursor.fail(first, '日期要写明几月几日，例如 2026年10月1日')
  const number = cursor.take('number')
  if (!number) return cursor.fail(first, '只写了月份；请写明几月几日，分季节的只留现在用的时间')
  cursor.take('day')
  if (context.year === undefined) cursor.fail(first, '日期请写上年份，例如 2026年10月1日')
  const two = (value: number | undefined) => String(value ?? '').padStart(2, '0')
  const day = `${String(context.year)}-${two(context.month)}-${two(number.value)}`
  return isCalendarDate(day) ? { day, saysYear } : cursor.fail(first, '没有这一天，请核对日期')
}

/** 2026年10月1日, 10月1日至3日, 12月30日-1月2日. */
function dates(cursor: Cursor, context: DateContext): { from: string; to: string } {
  const first = cursor.peek()!
  const from = date(cursor, context).day
  if (cursor.peek()?.kind !== 'range' || cursor.peek(1)?.kind !== 'number')
    return { from, to: from }
  cursor.take('range')
  const end = date(cursor, context)
  if (end.day >= from) return { from, to: end.day }
  if (end.saysYear) cursor.fail(first, '日期的结束早于开始，请核对')
  // 12月30日至1月2日 ends in the next year.
  const to = `${Number(end.day.slice(0, 4)) + 1}${end.day.slice(4)}`
  const fits = end.day.slice(5, 7) < from.slice(5, 7) && isCalendarDate(to)
  return fits ? { from, to } : cursor.fail(first, '日期的结束早于开始，请核对')
}

/** The days that stand here, or null where none do. */
export function days(cursor: Cursor, context: DateContext): Days | null {
  const first = cursor.peek()
  if (!first) return null
  const word = cursor.take('days')
  if (word) return { first, said: cursor.textOf(word, word), ...MEANING[word.days] }
  const said = () => cursor.textOf(first, cursor.peek(-1)!)
  if (first.kind === 'weekday') {
    const found = weekdays(cursor)
    return { first, kind: 'weekdays', weekdays: found, said: said() }
  }
  if (!isDate(cursor, context)) return null
  const { from, to } = dates(cursor, context)
  return { first, kind: 'dates', from, to, said: said() }
}
