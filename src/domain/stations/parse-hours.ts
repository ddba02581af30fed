import { HoursProblem, createCursor } from './hours-grammar-cursor'
import type { Days } from './hours-grammar-days'
import { type Statement, statements, weekdaysAmong } from './hours-grammar-statements'
import { WEEKDAYS, isWholeDay, normalHours, normalSpans } from './hours-normal-form'
import type { StationHours, TimeSpan } from './station-hours'

/** What a text says; or the place in it that cannot be read, with a Chinese sentence for staff. */
export type ParsedHours =
  | { ok: true; hours: StationHours }
  | { ok: false; at: number; problem: string }

const isDefault = ({ days }: Statement) =>
  days.length === 0 || days.some(({ kind }) => kind === 'otherwise')
const has = (kind: Days['kind']) => (statement: Statement) =>
  statement.days.some((one) => one.kind === kind)
const isOpen = (one: Statement): one is Statement & { state: TimeSpan[] } =>
  Array.isArray(one.state)
const spansOf = ({ state }: Statement) => (Array.isArray(state) ? state : [])

function twice(statement: Statement, said: string): never {
  throw new HoursProblem(statement.first.at, `${said}写了两次，而且不一样，请只留一种`)
}

/** What several statements of the same days make: their spans together, or closed where all say so. */
function together(all: readonly Statement[], said: string): TimeSpan[] {
  const last = all[all.length - 1]!
  if (all.some(isOpen) && !all.every(isOpen)) twice(last, said)
  const spans = all.flatMap(spansOf)
  const whole = all.filter((one) => isWholeDay(spansOf(one))).length
  if (whole > 0 && whole < all.length) twice(last, said)
  return normalSpans(spans)
}

/** The spans of a weekday: of the statements about it, those about the fewest days hold. */
function spansOfWeekday(day: number, all: readonly Statement[]): TimeSpan[] {
  const said = `周${'一二三四五六日'.charAt(day - 1)}`
  const about = all.map((one) => ({
    one,
    days: isDefault(one) ? [0, ...WEEKDAYS] : weekdaysAmong(one.days),
  }))
  const own = about.filter(({ one, days }) => days.includes(day) && one.state !== 'usual')
  const fewest = own.reduce((least, { days }) => Math.min(least, days.length), Infinity)
  const narrow = own.filter(({ days }) => days.length === fewest)
  if (narrow.length > 0) {
    const inner = narrow[0]!.days
    for (const { one, days } of own) {
      if (!inner.every((each) => days.includes(each))) twice(one, said)
    }
    return together(
      narrow.map(({ one }) => one),
      said,
    )
  }
  const usual = about.find(({ one, days }) => one.state === 'usual' && days.includes(day))
  const open = about.filter(({ one, days }) => isOpen(one) && days.length > 0)
  if (!usual) return []
  if (open.length === 1) return normalSpans(spansOf(open[0]!.one))
  throw new HoursProblem(usual.one.first.at, `${said}没有写几点到几点，例如 9:00-17:00`)
}

/** What holds on public holidays; 工作日 without a word about them leaves them out. */
function holidaysOf(all: readonly Statement[]): TimeSpan[] | null {
  const about = all.filter(has('holidays'))
  const told = about.filter(({ state }) => state !== 'usual')
  if (told.length > 0 && told.length < about.length) {
    twice(about[about.length - 1]!, '节假日')
  }
  if (told.length > 0) return together(told, '节假日')
  if (about.length > 0) return null
  return all.some((one) => isOpen(one) && has('workdays')(one)) ? [] : null
}

function resolve(all: readonly Statement[]): StationHours {
  const general = all.filter(isDefault)
  if (general.length > 1) twice(general[1]!, '平时的时间')
  const weekly = all.some((one) => isOpen(one) && weekdaysAmong(one.days).length > 0)
  if (general.length === 0 && !weekly) {
    const sentence = all.some(isOpen)
      ? '只写了个别日子，请把平时几点到几点也写上'
      : '没有写几点到几点，例如 8:00-22:00'
    throw new HoursProblem(all[0]?.first.at ?? 0, sentence)
  }
  const special = all
    .filter(({ state }) => state !== 'usual')
    .flatMap((one) =>
      one.days.flatMap((day) =>
        day.kind === 'dates' ? [{ from: day.from, to: day.to, spans: spansOf(one) }] : [],
      ),
    )
  return normalHours({
    weekly: WEEKDAYS.flatMap((day) =>
      spansOfWeekday(day, all).map((span) => ({ days: [day], ...span })),
    ),
    publicHolidays: holidaysOf(all),
    special,
  })
}

/**
 * Reads opening hours as trade unions write them: 全天, 早8点至晚10点, 周一至周五8:00-18:00；周六日
 * 9:00-17:00, 工作日9:00-17:00，节假日休息. What can be meant in two ways is asked, never guessed.
 * `year` is that of dates without one; they are refused where it is not given. Never throws.
 */
export function parseHours(text: string, options: { year?: number } = {}): ParsedHours {
  if (text.trim() === '') return { ok: false, at: 0, problem: '没有写开放时间' }
  try {
    return { ok: true, hours: resolve(statements(createCursor(text), options.year)) }
  } catch (error) {
    if (!(error instanceof HoursProblem)) throw error
    return { ok: false, at: error.at, problem: error.sentence }
  }
}
