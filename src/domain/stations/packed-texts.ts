/**
 * Names and addresses of one city repeat themselves: the bank, the road, the word for the place.
 * What a name shares with the one before it, and an address with its name, becomes numbers, as do
 * house numbers; the little that is left deflates well.
 */

/** A text with a mark in place of each number. */
interface Pattern {
  pattern: string
  numbers: number[]
}

const NUMBER = '#'
const SHARED = '@'
/** Characters that mean something in a pattern or between patterns, and how they are written in one. */
const ESCAPES: readonly (readonly [plain: string, written: string])[] = [
  ['~', '~t'],
  ['|', '~b'],
  [NUMBER, '~n'],
  [SHARED, '~s'],
]
const LEAST_SHARED = 2

export function patternOf(text: string): Pattern {
  const numbers: number[] = []
  const plain = ESCAPES.reduce((out, [from, to]) => out.split(from).join(to), text)
  const pattern = plain.replace(/\d+/g, (digits) => {
    if (String(Number(digits)) !== digits || digits.length > 9) return digits
    numbers.push(Number(digits))
    return NUMBER
  })
  return { pattern, numbers }
}

/** The text of a pattern, with the numbers that `next` gives one after another. */
export function textOf(pattern: string, next: () => number): string {
  return pattern
    .replace(/#/g, () => String(next()))
    .replace(/~[tbns]/g, (written) => ESCAPES.find(([, code]) => code === written)![0])
}

/** Whether a text can be cut at a place: not between the halves of a surrogate pair. */
const canCut = (text: string, place: number) =>
  !/[\ud800-\udbff]/.test(text.charAt(place - 1)) || !/[\udc00-\udfff]/.test(text.charAt(place))

/** How many characters two texts share at the beginning and, besides, at the end. */
export function sharedEnds(text: string, other: string): [start: number, end: number] {
  const most = Math.min(text.length, other.length)
  let start = 0
  while (start < most && text.charAt(start) === other.charAt(start)) start += 1
  if (!canCut(text, start)) start -= 1
  let end = 0
  const same = () => text.charAt(text.length - 1 - end) === other.charAt(other.length - 1 - end)
  while (end < most - start && same()) end += 1
  if (!canCut(text, text.length - end)) end -= 1
  return [start, end]
}

/** A pattern in which the longest part that it shares with another is marked, and where that stands. */
export interface Marked {
  rest: string
  /** Null where they share nothing worth it; then `rest` bears no mark. */
  shared: { from: number; length: number } | null
}

export function markShared(pattern: string, other: string): Marked {
  let [best, length] = [0, 0]
  for (let from = 0; from + length < pattern.length; from += 1) {
    while (from + length < pattern.length) {
      if (!other.includes(pattern.slice(from, from + length + 1))) break
      ;[best, length] = [from, length + 1]
    }
  }
  if (!canCut(pattern, best)) [best, length] = [best + 1, length - 1]
  if (!canCut(pattern, best + length)) length -= 1
  if (length < LEAST_SHARED) return { rest: pattern, shared: null }
  const from = other.indexOf(pattern.slice(best, best + length))
  const rest = pattern.slice(0, best) + SHARED + pattern.slice(best + length)
  return { rest, shared: { from, length } }
}

/** The pattern that `markShared` made `rest` of; `shared` is asked where `rest` bears a mark. */
export function unmark(
  rest: string,
  other: string,
  shared: () => { from: number; length: number },
): string {
  return rest.replace(SHARED, () => {
    const { from, length } = shared()
    return other.slice(from, from + length)
  })
}
