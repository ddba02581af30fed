import type { RestDayPolicy } from '@/domain/calendar/rule'
import { MINUTE } from '@/domain/time/instant'
import type { AgeRange } from './ages'
import type { Answer, SheetAnswers } from './answers'
import type { AskKind } from './ask'
import { readTitle } from './details'
import type { CellAsk, FoundClass } from './found'
import { type Lesson, MOST_LESSONS, lessonsOf } from './lessons'
import type { Said, Span } from './merge'
import { withRestDays } from './rest-days'
import { plainText } from './same-class'
import { readWhen } from './when'

/** What was read in a sheet, before any answer; kept, so that the same words are not asked about again. */
export interface Read {
  title: string
  teacher: string | null
  place: string | null
  seats: number | 'unlimited' | null
  ages: AgeRange | 'all' | null
  feeFen: number | null
  /** Beginning and end of each, in milliseconds. */
  lessons: [number, number | null][]
}

/** What the last import made of this class, or what stands where it came from no sheet. */
export interface Known {
  /** Null where it came from no sheet. */
  read: Read | null
  said: Said | null
  /** What it is called, which may have brackets that a reader takes for details. */
  title: string
  /** How long its lessons are, for those of which the sheet does not say it. */
  minutes: number | null
}

/** A class with the answers: what is to become of it, and what has to be answered before. */
export interface ReadyClass {
  said: Said
  asks: CellAsk[]
}

export function readOf(found: FoundClass): Read {
  const { title, teacher, place, capacity, unlimited, ages, allAges, fee, lessons } = found
  return {
    ...{ title, teacher, place, feeFen: fee?.fen ?? null },
    seats: unlimited ? 'unlimited' : capacity,
    ages: allAges ? 'all' : ages,
    lessons: lessons.map(({ startsAt, endsAt }) => [startsAt, endsAt]),
  }
}

// A database gives the keys of an object in an order of its own.
const text = (value: unknown) => JSON.stringify(value, ['min', 'max'])
const same = (one: unknown, other: unknown) => text(one) === text(other)

/** A title as it is printed: brackets and colons as wide as the characters around them. */
export function titleInPrint(title: string): string {
  if (!/[\u4e00-\u9fa5]/.test(title)) return title
  return title.replace(/\s*\(/g, '（').replace(/\)\s*/g, '）').replace(/:\s*/g, '：').trim()
}

/** The title of a sheet; or that which stands, where it reads as this one. */
function titleOf(found: FoundClass, known: Known | null): string {
  const isThat = known && plainText(readTitle(known.title).title) === plainText(found.title)
  return isThat ? known.title : titleInPrint(found.title)
}

/**
 * What a class of a sheet is to be, with the clerk's answer to it, the answers to the whole sheet, and
 * what is known of the class from before: a field that reads as it read the last time means what it
 * meant then. `asks` is what remains to be answered.
 */
export function readyClass(
  found: FoundClass,
  answer: Answer,
  sheet: SheetAnswers,
  known: Known | null,
): ReadyClass {
  const read = readOf(found)
  const last = known?.read ?? null
  const kept = <Field extends keyof Said>(field: Field, from: keyof Read) =>
    last && known?.said && same(read[from], last[from]) ? { is: known.said[field] } : null
  const title = answer.title ?? kept('title', 'title')?.is ?? titleOf(found, known)
  const when = lessonsFor(found, answer, {
    sheet,
    known,
    kept: kept('lessons', 'lessons')?.is ?? null,
  })
  const seats = seatsFor(found, answer, { sheet, known, kept: kept('seats', 'seats') })
  const { ages = found.allAges ? null : (found.ages ?? undefined) } = answer
  const isNameSettled = answer.title !== undefined || kept('title', 'title') !== null
  const named = found.asks.filter(({ kind }) => kind === 'name')
  const isNameless = title === ''
  const nameAsks = isNameSettled || (!isNameless && answer.right?.includes('name')) ? [] : named
  return {
    said: {
      title,
      host: said(answer.teacher, kept('host', 'teacher'), found.teacher),
      place: said(answer.place, kept('place', 'place'), found.place),
      seats: seats.seats,
      ages: answer.ages === undefined ? (kept('ages', 'ages')?.is ?? ages) : answer.ages,
      feeFen: answer.feeFen ?? kept('feeFen', 'feeFen')?.is ?? found.fee?.fen,
      lessons: when.lessons,
    },
    asks: [...nameAsks, ...when.asks, ...seats.asks],
  }
}

function said(
  answer: string | null | undefined,
  kept: { is: string | undefined } | null,
  found: string | null,
): string | undefined {
  if (answer !== undefined) return answer ?? ''
  return kept?.is ?? found?.slice(0, 60)
}

function seatsFor(
  found: FoundClass,
  { capacity }: Answer,
  {
    sheet,
    known,
    kept,
  }: { sheet: SheetAnswers; known: Known | null; kept: { is: Said['seats'] } | null },
): { seats: Said['seats']; asks: CellAsk[] } {
  if (capacity !== undefined) return { seats: capacity, asks: [] }
  if (kept?.is !== undefined) return { seats: kept.is, asks: [] }
  if (found.unlimited || found.capacity !== null) return { seats: found.capacity, asks: [] }
  // What stands has its seats already, and a sheet that says nothing of them changes nothing.
  if (known) return { seats: undefined, asks: [] }
  if (sheet.seats !== undefined) return { seats: sheet.seats, asks: [] }
  const why = '没有写多少名额：要报名吗，要的话多少人？'
  return { seats: undefined, asks: [{ cell: found.cells[0]!, kind: 'seats', why }] }
}

interface WhenContext {
  sheet: SheetAnswers
  known: Known | null
  kept: readonly Span[] | null
}

/** What settles each question about lessons, beside lessons or words given in their place. */
const LESSON_ASKS: readonly AskKind[] = [
  'weekday',
  'days',
  'span',
  'rest-days',
  'time',
  'half-day',
  'when',
  'impossible',
]

function lessonsFor(
  found: FoundClass,
  answer: Answer,
  { sheet, known, kept }: WhenContext,
): { lessons: Span[]; asks: CellAsk[] } {
  if (answer.lessons) return { lessons: inOrder(answer.lessons), asks: [] }
  const isTouched = answer.when !== undefined || answer.restDays || answer.endsAfterMinutes
  if (kept && kept.length > 0 && !isTouched) return { lessons: [...kept], asks: [] }
  const { lessons: read, asks } = answer.when === undefined ? found : inWords(found, answer.when)
  const lessonAsks = asks.filter(({ kind }) => LESSON_ASKS.includes(kind))
  const policy: RestDayPolicy | undefined = answer.restDays ?? sheet.restDays
  const isRestAsked = lessonAsks.some(({ kind }) => kind === 'rest-days')
  const held = isRestAsked && policy ? withRestDays(read, policy) : read
  const open = lessonAsks.filter(({ kind }) => {
    if (kind === 'rest-days' && policy) return false
    return held.length === 0 || !answer.right?.includes(kind)
  })
  if (held.length === 0 && open.length === 0) {
    open.push({ cell: found.whenCell, kind: 'when', why: '一节课也没有排出来' })
  }
  const length = answer.endsAfterMinutes ?? known?.minutes ?? sheet.lengthMinutes
  const lessons = held.map(({ startsAt, endsAt }) => ({
    startsAt,
    endsAt: endsAt ?? startsAt + (length ?? 0) * MINUTE,
  }))
  const isEndless = length === undefined && held.some(({ endsAt }) => endsAt === null)
  if (isEndless) {
    open.push({ cell: found.whenCell, kind: 'length', why: '没有写几点结束：一次多长时间？' })
  }
  return { lessons: inOrder(lessons), asks: open }
}

/** The clerk's own words of when, read as the sheet would be. */
function inWords(
  found: FoundClass,
  words: string,
): Pick<FoundClass, 'asks'> & { lessons: Lesson[] } {
  const { whenCell: cell, around } = found
  const { lessons, questions, impossible } = lessonsOf(readWhen(words).when, around)
  const asks: CellAsk[] = [
    ...impossible.map((why): CellAsk => ({ cell, kind: 'impossible', why })),
    ...questions.map((ask) => ({ cell, ...ask })),
  ]
  if (lessons.length === 0 && asks.length === 0) {
    asks.push({ cell, kind: 'when', why: '还是没有看懂什么时候上课' })
  }
  return { lessons, asks }
}

/** In order, no two that begin together, not more than a class may have. */
function inOrder(lessons: readonly Span[]): Span[] {
  const sorted = [...lessons].sort((a, b) => a.startsAt - b.startsAt)
  return sorted
    .filter(({ startsAt }, at) => sorted[at - 1]?.startsAt !== startsAt)
    .slice(0, MOST_LESSONS)
}
