import type { Audience, Category } from '@/domain/calendar/programme'
import type { RestDayPolicy } from '@/domain/calendar/rule'
import type { AgeRange } from './ages'
import type { AskKind } from './ask'
import type { FoundClass } from './found'
import type { Span } from './merge'

/** What a clerk answers to a cell; what is left out stays as it was read. */
export interface Answer {
  /** It is not to be published. */
  skip?: boolean | undefined
  /** What of it is right as it was read. */
  right?: readonly AskKind[] | undefined
  title?: string | undefined
  teacher?: string | null | undefined
  place?: string | null | undefined
  /** Null where nobody needs a seat. */
  capacity?: number | null | undefined
  ages?: AgeRange | null | undefined
  feeFen?: number | undefined
  endsAfterMinutes?: number | undefined
  restDays?: RestDayPolicy | undefined
  /** In words, as a sheet says it. */
  when?: string | undefined
  lessons?: readonly Span[] | undefined
  category?: Category | undefined
  audience?: Audience | undefined
  /** Whether a seat is for all lessons, or for each. */
  per?: 'term' | 'occurrence' | undefined
}

/** What is answered once for all classes that do not say it. */
export interface SheetAnswers {
  lengthMinutes?: number | undefined
  seats?: number | null | undefined
  restDays?: RestDayPolicy | undefined
}

/**
 * What each class is called in answers: the cell of its title, and with #1, #2… where several classes
 * were read from one cell.
 */
export function refsOf(classes: readonly FoundClass[]): string[] {
  const of = (one: FoundClass) => one.cells[0]!
  const many = new Map<string, number>()
  for (const one of classes) many.set(of(one), (many.get(of(one)) ?? 0) + 1)
  const seen = new Map<string, number>()
  return classes.map((one) => {
    const cell = of(one)
    if (many.get(cell) === 1) return cell
    seen.set(cell, (seen.get(cell) ?? 0) + 1)
    return `${cell}#${seen.get(cell)}`
  })
}

/**
 * The answer to each class: what was said under its own name, before what was said under a cell that it
 * was read from; or the first cell that no class was read from. An answer with nothing in it says that
 * all is right as it was read.
 */
export function answersToClasses(
  classes: readonly FoundClass[],
  answers: ReadonlyMap<string, Answer>,
): { answers: Answer[] } | { unknown: string } {
  const refs = refsOf(classes)
  const known = new Set(classes.flatMap((one, at) => [refs[at]!, ...cellsOf(one)]))
  const unknown = [...answers.keys()].find((cell) => !known.has(cell))
  if (unknown !== undefined) return { unknown }
  return {
    answers: classes.map((one, at) => {
      const said = [...cellsOf(one), refs[at]!].flatMap((cell) => {
        const answer = answers.get(cell)
        return answer ? [asGiven(answer)] : []
      })
      const right = said.flatMap((answer) => answer.right ?? [])
      return Object.assign({}, ...said, right.length > 0 ? { right } : {}) as Answer
    }),
  }
}

/** The cells that a class was read from, the more special last. */
function cellsOf({ cells, whenCell, asks }: FoundClass): string[] {
  const [title, ...others] = cells
  return [...new Set([...others, whenCell, ...asks.map(({ cell }) => cell), title!])]
}

const EVERYTHING: readonly AskKind[] = [
  'weekday',
  'span',
  'rest-days',
  'half-day',
  'name',
  'impossible',
]

function asGiven(answer: Answer): Answer {
  const given = Object.entries(answer).filter(([, value]) => value !== undefined)
  return given.length > 0 ? Object.fromEntries(given) : { right: EVERYTHING }
}
