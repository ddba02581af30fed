import { dateOf, dayOfWeek, daysBetween } from '@/domain/time/date'
import { timeOf } from '@/domain/time/instant'
import { readTitle } from './details'
import { uniform } from './written'

/** What one knows a class again by, in a sheet and as it stands. */
export interface Features {
  title: string
  teacher: string | null
  place: string | null
  /** When its lessons begin, in milliseconds; empty where nobody knows yet. */
  starts: readonly number[]
}

/**
 * A title by which a class is known again: without the brackets that say something of their own, and
 * without marks, spaces and the width of letters.
 */
export function titleKey(title: string): string {
  const plain = readTitle(title).title || uniform(title)
  return plain.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '') || plain.trim()
}

/** A lecture may be put off so far and is the same one still. */
const LECTURE_DAYS = 31

/**
 * Whether two can be one class: of a course only where their terms meet, so that the same course in
 * spring is another one than in autumn.
 */
function canBeOne(one: Features, other: Features): boolean {
  if (one.starts.length === 0 || other.starts.length === 0) return true
  const [from, to] = [Math.min(...one.starts), Math.max(...one.starts)]
  const [since, until] = [Math.min(...other.starts), Math.max(...other.starts)]
  const gap = daysBetween(dateOf(Math.min(to, until)), dateOf(Math.max(from, since)))
  const lectures = one.starts.length === 1 && other.starts.length === 1
  return gap <= (lectures ? LECTURE_DAYS : 0)
}

const alike = (one: string | null, other: string | null) =>
  one !== null && other !== null && plainText(one) === plainText(other)

/** A text without what only looks different. */
export function plainText(text: string): string {
  return uniform(text).replace(/\s+/g, '').toLowerCase()
}

const setOf = <Value>(starts: readonly number[], of: (start: number) => Value) =>
  [...new Set(starts.map(of))].sort().join()

/** How much speaks for two of one title being one class; the days most of all. */
function likeness(one: Features, other: Features): number {
  const theirs = new Set(other.starts)
  const shared = one.starts.filter((start) => theirs.has(start)).length
  const longest = Math.max(1, one.starts.length, other.starts.length)
  const weekdays = (start: number) => dayOfWeek(dateOf(start))
  const days = (start: number) => dateOf(start)
  const same = (of: (start: number) => unknown) => setOf(one.starts, of) === setOf(other.starts, of)
  return (
    (6 * shared) / longest +
    (alike(one.teacher, other.teacher) ? 4 : 0) +
    (same(weekdays) ? 4 : 0) +
    (same(days) ? 1 : 0) +
    (same(timeOf) ? 2 : 0) +
    (alike(one.place, other.place) ? 1 : 0)
  )
}

/**
 * Which class that stands each class of a sheet is: its place in `standing`, or null for a new one. By
 * the title alone where one stands for one; of several with one title by teacher, days, times and place.
 * The order of the rows does not matter, nor what else stands in the sheet under other titles.
 */
export function sameClasses(
  sheet: readonly Features[],
  standing: readonly Features[],
): (number | null)[] {
  const byTitle = new Map<string, number[]>()
  standing.forEach((one, at) => {
    const key = titleKey(one.title)
    byTitle.set(key, [...(byTitle.get(key) ?? []), at])
  })
  const pairs = sheet.flatMap((one, index) =>
    (byTitle.get(titleKey(one.title)) ?? [])
      .filter((at) => canBeOne(one, standing[at]!))
      .map((at) => ({ index, at, score: likeness(one, standing[at]!), told: told(one) })),
  )
  pairs.sort(
    (a, b) => b.score - a.score || a.at - b.at || compared(a.told, b.told) || a.index - b.index,
  )
  const result = sheet.map((): number | null => null)
  const taken = new Set<number>()
  for (const { index, at } of pairs) {
    if (result[index] !== null || taken.has(at)) continue
    result[index] = at
    taken.add(at)
  }
  return result
}

const compared = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)

const told = ({ teacher, place, starts }: Features) => JSON.stringify([starts, teacher, place])

/**
 * The key that a new class of this title gets: the title, and a number where `taken` has it already.
 * It is written with the class and stays, whatever changes in the sheet.
 */
export function newImportKey(title: string, taken: ReadonlySet<string>): string {
  const key = titleKey(title)
  for (let number = 1; ; number += 1) {
    const numbered = number === 1 ? key : `${key}#${number}`
    if (!taken.has(numbered)) return numbered
  }
}
