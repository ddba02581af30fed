import { DAY, MINUTE } from '@/domain/time/instant'
import type { Cursor } from './hours-grammar-cursor'
import type { Token } from './hours-grammar-tokens'
import type { Period } from './hours-grammar-words'
import type { TimeSpan } from './station-hours'

const DAY_MINUTES = DAY / MINUTE
const NOON = 12 * 60
const LATE = ['afternoon', 'evening', 'midnight', 'noon']

/** A time as it is written: `minutes` since midnight as the digits say. */
interface WrittenTime {
  first: Token
  minutes: number
  period: Period | null
  nextDay: boolean
  /** Whether something besides the number says that it is a time. */
  certain: boolean
}

/** Minutes since midnight of a time that is said to lie in a part of the day; null where it cannot. */
function minutesIn(period: Period, minutes: number): number | null {
  const hour = Math.floor(minutes / 60)
  const afterNoon = hour < 12 ? minutes + NOON : minutes
  if (period === 'small-hours') return hour < 7 ? minutes : hour === 12 ? minutes - NOON : null
  if (period === 'morning') return hour <= 12 ? minutes : null
  if (period === 'noon') return hour >= 10 ? minutes : hour <= 3 ? afterNoon : null
  if (period === 'afternoon') return hour === 0 ? null : afterNoon
  if (period === 'midnight') return hour === 12 ? minutes + NOON : minutes
  // 晚上 1 点 is of the small hours; nobody can tell what 晚上 4 点 is.
  if (hour <= 2 || hour > 12) return minutes
  if (hour < 5) return null
  return minutes + NOON
}

const isPart = (token: Token | undefined, kind: Token['kind']) => token?.kind === kind

const NO_MINUTES = ['colon', 'hour', 'dot', 'month', 'year', 'duration']

/** 一刻, 30分, 半 after an hour that is written up to `end`; minutes. */
function minutesAfterHour(cursor: Cursor, end: number): number {
  if (cursor.take('half')) return 30
  const after = cursor.peek()
  if (after?.kind !== 'number') return 0
  if (isPart(cursor.peek(1), 'quarter') && after.value <= 3) {
    cursor.take('number')
    cursor.take('quarter')
    return after.value * 15
  }
  // 8点30 may lack its 分, but the 9 of 8点 9:00 begins something else.
  const next = cursor.peek(1)?.kind ?? 'unknown'
  if (next !== 'minute' && (after.at > end || NO_MINUTES.includes(next))) return 0
  cursor.take('number')
  cursor.take('minute')
  return after.value < 60 ? after.value : cursor.fail(after, '分钟只能是 0 到 59')
}

/** The number of a time with what follows it: 8:30, 8：30：00, 8.30, 0830, 8点半, 8. */
function clockTime(cursor: Cursor, first: Token): Pick<WrittenTime, 'minutes' | 'certain'> {
  const number = cursor.take('number') ?? cursor.fail(cursor.peek() ?? first, '这里应当写几点')
  if (number.digits === 4 || (number.digits === 3 && number.value >= 100)) {
    const minutes = number.value % 100
    if (minutes > 59) cursor.fail(number, '分钟只能是 0 到 59')
    return { minutes: Math.floor(number.value / 100) * 60 + minutes, certain: true }
  }
  const hour = number.value * 60
  const unit = cursor.take('hour')
  if (unit) return { minutes: hour + minutesAfterHour(cursor, unit.end), certain: true }
  const mark = cursor.peek()
  const after = cursor.peek(1)
  if ((isPart(mark, 'colon') || isPart(mark, 'dot')) && after?.kind === 'number') {
    cursor.take('colon', 'dot')
    cursor.take('number')
    if (after.value > 59 || after.digits === 1) {
      cursor.fail(after, '分钟要写两位数，从 00 到 59')
    }
    // A table's seconds.
    const seconds = cursor.peek(1)
    if (isPart(cursor.peek(), 'colon') && seconds?.kind === 'number' && seconds.value === 0) {
      cursor.take('colon')
      cursor.take('number')
    }
    return { minutes: hour + after.value, certain: true }
  }
  return { minutes: hour, certain: false }
}

function writtenTime(cursor: Cursor): WrittenTime {
  const first = cursor.peek()
  if (!first) return cursor.fail(undefined, '这里还缺一个时间，例如 8:00-22:00')
  const nextDay = cursor.take('next-day') !== null
  const period = cursor.take('period')?.period ?? null
  const { minutes, certain } = clockTime(cursor, first)
  if (minutes > DAY_MINUTES) cursor.fail(first, '时间只能从 0:00 写到 24:00')
  return { first, minutes, period, nextDay, certain: certain || period !== null }
}

/** The end in minutes after the midnight before the opening, by what is said of it. */
function closingMinutes(cursor: Cursor, opens: number, start: WrittenTime, end: WrittenTime) {
  const said = cursor.textOf(end.first, cursor.peek(-1)!)
  const ask = (): never =>
    cursor.fail(
      end.first,
      `“${said}”是当天还是次日？请按 24 小时写，例如 18:00，过了半夜写“次日2:00”`,
    )
  const own = end.period ? minutesIn(end.period, end.minutes) : end.minutes
  if (own === null) return cursor.fail(end.first, `“${said}”说不清是几点，请按 24 小时写`)
  if (end.nextDay) return own + DAY_MINUTES
  if (end.period) return own > opens ? own : own + DAY_MINUTES
  // 下午2点到6点: the end lies in the same part of the day, where that comes after the opening.
  const late = start.period !== null && LATE.includes(start.period)
  const inherited = late && end.minutes < NOON ? minutesIn(start.period!, end.minutes) : null
  if (inherited !== null && inherited > opens) return inherited
  if (own > opens) return own
  if (own === 0) return DAY_MINUTES
  // 17:00-2:00 goes past midnight; 8:00-6:00 and 早8点到6点 more likely mean the evening.
  return opens < NOON || own > NOON ? ask() : own + DAY_MINUTES
}

const timeAt = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** Whether a time can begin here. */
export function isTime({ peek }: Cursor): boolean {
  const kind = peek()?.kind
  return kind === 'number' || kind === 'period' || kind === 'next-day'
}

/** One span: 8:00-22:00, 早8点至晚10点, 17:00-次日2:00, 早9晚5. */
export function span(cursor: Cursor): TimeSpan {
  const start = writtenTime(cursor)
  if (start.nextDay) cursor.fail(start.first, '开门的时间不能写“次日”')
  cursor.take('filler')
  const range = cursor.take('range')
  if (!range && cursor.peek()?.kind !== 'period') {
    const said = cursor.textOf(start.first, cursor.peek(-1)!)
    cursor.fail(start.first, `“${said}”只有一个时间，请写几点到几点，例如 8:00-22:00`)
  }
  cursor.take('filler')
  const end = writtenTime(cursor)
  if (!start.certain && !end.certain) {
    cursor.fail(start.first, '这里像是几点到几点，请写成 8:00-22:00 的样子')
  }
  const written = start.period ? minutesIn(start.period, start.minutes) : start.minutes
  // 晚上 12 点 as an opening begins the day.
  const opens = start.period && written === DAY_MINUTES ? 0 : written
  if (opens === null || opens >= DAY_MINUTES) {
    return cursor.fail(start.first, '说不清是几点开门，请按 24 小时写，例如 8:00')
  }
  const closes = closingMinutes(cursor, opens, start, end)
  if (closes - opens > DAY_MINUTES) cursor.fail(start.first, '一段时间不能超过 24 小时')
  return {
    opens: timeAt(opens),
    closes: timeAt(closes > DAY_MINUTES ? closes - DAY_MINUTES : closes),
  }
}
