import type { Output } from '@/contract'
import { addDays, dateOf } from '@/domain/time/date'
import { instantAt, parseInstant, toInstantText } from '@/domain/time/instant'
import { dayInWords, deadlineInWords, monthDayInWords } from '@/domain/time/words'

export type Limited = Output<'limits.get'>['activities'][number]

/** The tile that takes a limit away. */
export const NONE = 'none'
const COURSES = [1, 2, 3, 4, 5]
const SEATS = [1, 2, 3, 4, 5, 6, 8, 10, 12]
/** Two weeks ahead, as far as a centre plans. */
const DAYS = 14

/** How many there may be, as tiles; what is set now is always among them. */
function counts(usual: readonly number[], now: number | null, unit: string) {
  const all = now === null || usual.includes(now) ? usual : [...usual, now]
  const some = [...all].sort((a, b) => a - b)
  return [
    { value: NONE, label: '不限' },
    ...some.map((count) => ({ value: String(count), label: `${count} ${unit}` })),
  ]
}

export const courseCounts = (now: number | null) => counts(COURSES, now, '门')
export const seatCounts = (now: number | null) => counts(SEATS, now, '次')

/** The tile of a number, and the number of a tile. */
export const tileOf = (count: number | null): string => (count === null ? NONE : String(count))
export const countOf = (tile: string): number | null => (tile === NONE ? null : Number(tile))

/** Until the end of which day residents may be first, as tiles: before the last of its pools closes. */
export function lastDays(closesAt: string | null, now: number) {
  const today = dateOf(now)
  const days = Array.from({ length: DAYS }, (_, ahead) => addDays(today, ahead)).filter(
    (day) => closesAt !== null && endOf(day) < parseInstant(closesAt),
  )
  return [
    { value: NONE, label: '不留' },
    ...days.map((day) => ({ value: day, label: shortDay(day, today) })),
  ]
}

/** 今天, 本周日, 12月1日: what fits on a tile. */
function shortDay(day: string, today: string): string {
  const words = dayInWords(day, today)
  return /^\d/.test(words) ? monthDayInWords(day) : words
}

/** The tile of an instant as `lastDays` has it, and the instant of a tile on the wire. */
export function dayTileOf(until: string | null): string {
  return until === null ? NONE : dateOf(parseInstant(until) - 1)
}
export function untilOf(tile: string): string | null {
  return tile === NONE ? null : toInstantText(endOf(tile))
}

const endOf = (day: string): number => instantAt(addDays(day, 1), '00:00')

/** What limits an activity in one line: 每人每学期最多 2 次 · “少儿围棋”只报一个. */
export function limitLine(limited: Limited, now: number): string {
  const { seatsPerTerm, parallelGroup, residentsFirstUntil } = limited
  const parts = [
    seatsPerTerm === null ? null : `每人每学期最多 ${seatsPerTerm} 次`,
    parallelGroup === null ? null : `“${parallelGroup}”只报一个`,
    residentsFirstUntil === null ? null : firstUntil(residentsFirstUntil, now),
  ]
  return parts.filter(Boolean).join(' · ') || '没有单独的限制'
}

/** 11月28日 周六 24:00 前居民先报 */
export function firstUntil(until: string, now: number): string {
  return `${deadlineInWords(parseInstant(until), now)}居民先报`
}

/** The other classes of a group: 和“少儿围棋（上午班）”一组; null where there are none. */
export function groupInWords(limited: Limited, all: readonly Limited[]): string {
  const { parallelGroup, activityId } = limited
  if (parallelGroup === null) return '不和别的班分组'
  const others = all
    .filter((one) => one.parallelGroup === parallelGroup && one.activityId !== activityId)
    .map(({ title }) => `“${title}”`)
  return others.length > 0
    ? `“${parallelGroup}”组，和${others.join('、')}只能报一个`
    : `“${parallelGroup}”组，组里还没有别的班`
}

/** The names of the groups that there are, each once. */
export function groupsOf(all: readonly Limited[]): string[] {
  return [...new Set(all.flatMap(({ parallelGroup }) => parallelGroup ?? []))]
}
