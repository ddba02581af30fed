import type { Cursor } from './hours-grammar-cursor'
import { type DateContext, type Days, days } from './hours-grammar-days'
import { isTime, span } from './hours-grammar-times'
import type { Token } from './hours-grammar-tokens'
import { isWholeDay } from './hours-normal-form'
import type { TimeSpan } from './station-hours'

/** What is said of some days; of no days in particular where `days` is empty. `usual`: as otherwise. */
export interface Statement {
  first: Token
  days: Days[]
  state: TimeSpan[] | 'closed' | 'usual'
  /** Whether 全天 or 24小时 was said. */
  allDay?: boolean
}

/** So many weekdays are the working week: what is said of them is the rule, not an exception. */
const MAIN_WEEK = 5
const WHOLE_DAY: TimeSpan = { opens: '00:00', closes: '24:00' }

const SENTENCES: Partial<Record<Token['kind'], (said: string) => string>> = {
  season: (said) => `“${said}”：分季节的时间请只写现在用的一行，换季时再改`,
  festival: (said) => `“${said}”请写出具体日期，例如 2026年10月1日至3日休息`,
  vague: (said) => `“${said}”没有写明几点，请写出几点到几点，不清楚就留空`,
  unsaid: (said) => `“${said}”没有写明几点，请写出几点到几点，不清楚就留空`,
  break: () => '请把休息前后的时间分开写，例如 8:00-12:00、14:00-18:00',
  bound: () => '请写明几点到几点，例如 8:00-22:00',
}

/** Weekdays among these days. */
export function weekdaysAmong(among: readonly Days[]): number[] {
  const all = among.flatMap((one) => ('weekdays' in one ? one.weekdays : []))
  return all.filter((day, index) => all.indexOf(day) === index)
}

const isMainWeek = (one: Days) => weekdaysAmong([one]).some((day) => day < 6)

/** Reads a text of opening hours as what it says of which days, in its order. */
export function statements(cursor: Cursor, year: number | undefined): Statement[] {
  const made: Statement[] = []
  const context: DateContext = { year, month: undefined }
  let pending: Days[] = []
  /** Where those pending days begin that the last one is joined to by 、 or 及. */
  let chain = 0
  let joins = false

  function dangling(): never {
    const first = pending[0]!
    return cursor.fail(first.first, `“${first.said}”没有写几点到几点，例如 9:00-17:00`)
  }

  function addDays(more: Days): void {
    const last = pending[pending.length - 1]
    if (last && !joins && isMainWeek(last)) chain = pending.length
    pending.push(more)
    joins = false
  }

  /** Takes the pending days that a 休息, 除外 or 不休 is said of. */
  function takeChain(word: Token): Days[] {
    const said = pending.slice(chain)
    const rest = pending.slice(0, chain)
    const mixed = word.kind === 'except' && weekdaysAmong(said).length >= MAIN_WEEK
    if (mixed || (rest.length > 0 && weekdaysAmong(rest).length < MAIN_WEEK)) {
      cursor.fail(
        word,
        '分不清这说的是哪几天，请一项一项写，例如：周一至周五9:00-17:00，节假日休息',
      )
    }
    pending = rest
    chain = 0
    return said
  }

  function open(first: Token, span: TimeSpan, allDay = false): void {
    const last = made[made.length - 1]
    const goesOn = pending.length === 0 && last && Array.isArray(last.state)
    if (!goesOn) {
      const general = pending.length === 0 && made.some((one) => Array.isArray(one.state))
      if (general) cursor.fail(first, '分不清这是哪几天的时间，请在时间前面写上')
      made.push({ first, days: pending, state: [span], allDay })
      pending = []
      chain = 0
      return
    }
    const spans = last.state as TimeSpan[]
    const before = spans[spans.length - 1]!
    if (allDay || last.allDay) {
      if (isWholeDay([span]) && isWholeDay(spans)) return
      cursor.fail(first, '一处写全天，一处写几点到几点，请只留一种')
    }
    if (span.opens <= before.opens) {
      cursor.fail(first, '这段时间早于前一段，请按先后写，下午一点半写成 13:30')
    }
    spans.push(span)
  }

  function closed(word: Token): void {
    if (pending.length > 0) {
      made.push({ first: word, days: takeChain(word), state: 'closed' })
      return
    }
    if (made.length > 0) cursor.fail(word, SENTENCES.break!(''))
    made.push({ first: word, days: [], state: 'closed' })
  }

  /** 除法定节假日外, 含节假日: days of their own, whatever else is pending. */
  function aside(word: Token, state: 'closed' | 'usual'): void {
    const own: Days[] = []
    for (;;) {
      cursor.take('filler')
      const one = days(cursor, context)
      if (!one) break
      own.push(one)
      cursor.take('and')
    }
    if (own.length === 0) cursor.fail(word, '这里应当写哪几天，例如 法定节假日')
    if (state === 'closed') cursor.take('closed')
    cursor.take('outside')
    made.push({ first: word, days: own, state })
  }

  function usual(word: Token): void {
    // 全年无休 says only which days; 无休 alone says nothing.
    if (pending.length === 0 || weekdaysAmong(pending.slice(chain)).length === 7) return
    made.push({ first: word, days: takeChain(word), state: 'usual' })
  }

  /** 24小时, 7×24小时. */
  function roundTheClock(): Token | null {
    const first = cursor.peek()!
    const ahead = cursor.peek(1)?.kind === 'filler' && cursor.peek(2)?.kind === 'number' ? 2 : 0
    const number = cursor.peek(ahead)
    if (number?.kind !== 'number' || cursor.peek(ahead + 1)?.kind !== 'duration') return null
    if (number.value !== 24) {
      cursor.fail(first, '只写了几小时，请写明几点到几点，例如 8:00-22:00')
    }
    for (let taken = 0; taken <= ahead + 1; taken += 1) cursor.take('number', 'filler', 'duration')
    return first
  }

  /** 营业时间 before a time is a heading; without any time it says nothing. */
  function unsaid(word: Token): void {
    while (cursor.take('filler'));
    const next = cursor.peek()?.kind
    const heading = next === 'colon' || next === 'days' || next === 'weekday' || next === 'all-day'
    if (heading || isTime(cursor) || made.some(({ state }) => Array.isArray(state))) return
    cursor.fail(word, SENTENCES.unsaid!(cursor.textOf(word, word)))
  }

  /** 9:00-17:00（周一至周五）: days that follow the time they belong to. */
  function attach(): void {
    const last = made[made.length - 1]
    if (pending.length === 0 || !last) return
    if (!Array.isArray(last.state) || last.days.length > 0) return
    last.days = pending
    pending = []
    chain = 0
  }

  for (let token = cursor.peek(); token; token = cursor.peek()) {
    const clock = roundTheClock()
    const found = clock ? null : days(cursor, context)
    if (clock) open(clock, WHOLE_DAY, true)
    else if (found) addDays(found)
    else if (cursor.take('all-day')) open(token, WHOLE_DAY, true)
    else if (isTime(cursor)) open(token, span(cursor))
    else if (cursor.take('closed', 'except')) closed(token)
    else if (cursor.take('except-for')) aside(token, 'closed')
    else if (cursor.take('including')) aside(token, 'usual')
    else if (cursor.take('usual')) usual(token)
    else if (cursor.take('unsaid')) unsaid(token)
    else if (cursor.take('close')) attach()
    else if (cursor.take('and')) joins = true
    else if (!cursor.take('comma', 'colon', 'filler')) {
      const said = cursor.textOf(token, token)
      cursor.fail(token, SENTENCES[token.kind]?.(said) ?? `看不懂“${said}”`)
    }
  }
  attach()
  if (pending.length > 0) dangling()
  return made
}
