import { dateOf } from '@/domain/time/date'
import type { AgeRange } from './ages'
import { SAID_FIELDS, type SaidField } from './said-fields'
import { plainText } from './same-class'

/** A lesson whose end is known; milliseconds since the epoch. */
export interface Span {
  startsAt: number
  endsAt: number
}

/** What a sheet says of a class, with the clerk's answers; undefined where it says nothing. */
export interface Said {
  title: string
  host?: string | undefined
  place?: string | undefined
  /** Null where nobody needs a seat. */
  seats?: number | null | undefined
  ages?: AgeRange | null | undefined
  feeFen?: number | undefined
  lessons: readonly Span[]
}

/** What stands; its lessons may each have a place of their own. */
export type Stands<Lesson extends Span = Span> = Omit<Required<Said>, 'lessons'> & {
  lessons: readonly Lesson[]
}

const sameText = (one: string, other: string) => plainText(one) === plainText(other)
const sameLesson = (one: Span, other: Span) =>
  one.startsAt === other.startsAt && one.endsAt === other.endsAt
const sameAges = (one: AgeRange | null, other: AgeRange | null) =>
  (one?.min ?? null) === (other?.min ?? null) && (one?.max ?? null) === (other?.max ?? null)

const SAME: { [F in SaidField]: (one: never, other: never) => boolean } = {
  title: sameText,
  host: sameText,
  place: sameText,
  seats: (one: number | null, other: number | null) => one === other,
  ages: sameAges,
  feeFen: (one: number, other: number) => one === other,
  lessons: (one: readonly Span[], other: readonly Span[]) =>
    one.length === other.length && one.every((lesson, at) => sameLesson(lesson, other[at]!)),
}

const isSame = (field: SaidField, one: unknown, other: unknown) =>
  SAME[field](one as never, other as never)

/**
 * What becomes of a class that stands (`now`) when a sheet is taken in, and which fields change by it. A
 * field changes only where the sheet says something else than it said the last time (`before`; null where
 * the class came from no sheet): what was edited by hand since then stays. So it is with each lesson;
 * what has begun `at` that instant stays as it is, and nothing is added before.
 */
export function merged<Lesson extends Span>(
  sheet: Said,
  before: Said | null,
  now: Stands<Lesson>,
  at: number,
): { to: Stands<Lesson | Span>; changed: SaidField[] } {
  const to: Stands<Lesson | Span> = { ...now }
  for (const field of SAID_FIELDS) {
    if (field === 'lessons' || sheet[field] === undefined) continue
    const [said, last] = [sheet[field], before?.[field]]
    const isNew = last === undefined || !isSame(field, said, last)
    if (isNew && !isSame(field, said, now[field])) Object.assign(to, { [field]: said })
  }
  const last = before?.lessons ?? within(sheet, now)
  to.lessons = [
    ...now.lessons.filter(({ startsAt }) => startsAt <= at),
    ...mergedLessons(sheet.lessons, last, now.lessons).filter(({ startsAt }) => startsAt > at),
  ]
  return { to, changed: SAID_FIELDS.filter((field) => !isSame(field, to[field], now[field])) }
}

/** Of what came from no sheet, the lessons that this one can be speaking of: those of its days. */
function within({ lessons }: Said, now: Stands): readonly Span[] {
  const [first, last] = [lessons[0], lessons[lessons.length - 1]]
  if (!first || !last) return []
  const [from, to] = [dateOf(first.startsAt), dateOf(last.startsAt)]
  return now.lessons.filter(({ startsAt }) => dateOf(startsAt) >= from && dateOf(startsAt) <= to)
}

function mergedLessons<Lesson extends Span>(
  sheet: readonly Span[],
  before: readonly Span[],
  now: readonly Lesson[],
): (Lesson | Span)[] {
  const [toSheet, toNow] = [paired(before, sheet), paired(before, now)]
  const merged: (Lesson | Span)[] = []
  const spokenOf = new Set<Span>()
  before.forEach((last, at) => {
    const [said, stands] = [toSheet[at], toNow[at]]
    if (said) spokenOf.add(said)
    if (stands) spokenOf.add(stands)
    const unchanged = said !== undefined && sameLesson(said, last)
    // Unchanged in the sheet: it stays as it is now, called off by hand or moved by hand.
    if (unchanged && stands) merged.push(stands)
    else if (said && !unchanged) merged.push(stands && sameLesson(stands, said) ? stands : said)
  })
  const added = sheet.filter((lesson) => !spokenOf.has(lesson))
  const byHand = now.filter((lesson) => !spokenOf.has(lesson))
  const all = [...merged, ...byHand, ...added].sort((a, b) => a.startsAt - b.startsAt)
  return all.filter((lesson, at) => all[at - 1]?.startsAt !== lesson.startsAt)
}

/** For each of `from` the one of `to` that it is: by its beginning, else by its day, else in order. */
function paired<To extends Span>(from: readonly Span[], to: readonly To[]): (To | undefined)[] {
  const result: (To | undefined)[] = from.map(() => undefined)
  const left = new Set(to)
  const pair = (like: (lesson: Span) => string) => {
    const open = new Map<string, To[]>()
    for (const other of left) open.set(like(other), [...(open.get(like(other)) ?? []), other])
    from.forEach((one, at) => {
      const found = result[at] === undefined ? open.get(like(one))?.shift() : undefined
      if (!found) return
      result[at] = found
      left.delete(found)
    })
  }
  pair(({ startsAt }) => String(startsAt))
  pair(({ startsAt }) => dateOf(startsAt))
  pair(() => '')
  return result
}
