import { type AgeRange, agesOfStage, takeAges } from './ages'
import type { FoundFee } from './amounts'
import { type Details } from './details'
import type { Ask, AskKind } from './ask'
import { type Lesson, type Surroundings, lessonsOf } from './lessons'
import { Scanner } from './scanner'
import { saysWhen } from './when'

/** A class that was found in a timetable. */
export interface FoundActivity {
  title: string
  teacher: string | null
  place: string | null
  /** Null where nothing is said, or that there is no limit. */
  capacity: number | null
  ages: AgeRange | null
  fee: FoundFee | null
  lessons: Lesson[]
  /** The cells that it was read from. */
  cells: string[]
}

export interface CellQuestion {
  cell: string
  why: string
}

export type CellAsk = CellQuestion & { kind: AskKind }

/**
 * A class as it was found, with all that has to be asked before it can be published; of one that was
 * rejected with what is wrong. Its name is empty where there is none.
 */
export interface FoundClass extends FoundActivity {
  asks: CellAsk[]
  isRejected: boolean
  /** The cell that speaks of when. */
  whenCell: string
  /** The words of when alone; null where they stand among others. */
  whenWords: string | null
  /** It is said that there is no limit, or that nobody needs a seat. */
  unlimited: boolean
  /** It is said that it is for every age. */
  allAges: boolean
  around: Surroundings
}

/** What became of a timetable; every cell with text is in one of the four. */
export interface Timetable {
  /** Those that were found and those that were rejected, in the order of the sheet. */
  classes: FoundClass[]
  activities: FoundActivity[]
  /** What was understood, and is to be looked at. */
  questions: CellAsk[]
  /** What cannot be, so that nothing was made of it. */
  rejected: CellQuestion[]
  /** What is about no single class: titles, remarks. */
  notes: { cell: string; text: string }[]
}

export function emptyTimetable(): Timetable {
  return { classes: [], activities: [], questions: [], rejected: [], notes: [] }
}

/** What was read of one class before its days are worked out. */
export interface Draft {
  title: string
  details: Details
  cells: string[]
  /** The cell that speaks of when; questions about lessons point there. */
  whenCell: string
  whenWords?: string
  /** What was asked of it before. */
  asks?: Ask[]
}

export const LONGEST_TITLE = 60

/** Works out a class and adds it, with what has to be asked, or rejects it with the reason. */
export function addDraft(found: Timetable, draft: Draft, around: Surroundings): void {
  const { whenCell, cells } = draft
  const { lessons, questions, impossible } = lessonsOf(draft.details.when, around)
  const activity = activityOf(draft, lessons, around)
  const isNameless = activity.title === ''
  const wrong = isNameless ? ['有时间，没有课程名称'] : impossible
  const rejected = wrong.map((why): CellAsk => ({
    ...{ cell: whenCell, kind: isNameless ? 'name' : 'impossible', why },
  }))
  const isRejected = isNameless || (impossible.length > 0 && lessons.length === 0)
  const asked = isRejected ? [] : asksOf(draft, questions)
  found.rejected.push(...rejected.map(({ cell, why }) => ({ cell, why })))
  found.questions.push(...asked)
  if (!isRejected) found.activities.push(activity)
  const { seats, ages } = draft.details
  found.classes.push({
    ...activity,
    asks: [...rejected, ...asked],
    isRejected,
    whenCell,
    whenWords: draft.whenWords ?? null,
    unlimited: seats === 'unlimited',
    allAges: ages !== null && ages.ages.min === null && ages.ages.max === null,
    around,
  })
  if (isRejected) return
  const foundAges = agesIn(draft)
  if (!foundAges?.from) return
  const { min, max } = foundAges.ages
  const range = max === null ? `${min} 岁以上` : `${min ?? 0}–${max} 岁`
  found.notes.push({ cell: cells[0]!, text: `“${foundAges.from}”算作 ${range}` })
}

function agesIn({ title, details }: Draft) {
  return details.ages ?? takeAges(new Scanner(title)) ?? agesOfStage(title)
}

function activityOf(draft: Draft, lessons: Lesson[], around: Surroundings): FoundActivity {
  const { details, cells } = draft
  const ages = agesIn(draft)?.ages ?? null
  return {
    title: draft.title.slice(0, LONGEST_TITLE),
    teacher: details.teacher,
    place: details.place ?? around.place ?? null,
    capacity: typeof details.seats === 'object' ? (details.seats?.capacity ?? null) : null,
    ages: ages?.min === null && ages.max === null ? null : ages,
    fee: details.fee,
    lessons,
    cells: [...new Set(cells)],
  }
}

function asksOf(draft: Draft, questions: readonly Ask[]): CellAsk[] {
  const { title, details, whenCell, cells } = draft
  const asks: CellAsk[] = [
    ...(draft.asks ?? []).map((ask) => ({ cell: cells[0]!, ...ask })),
    ...questions.map((ask) => ({ cell: whenCell, ...ask })),
  ]
  if (!saysWhen(details.when)) {
    const shown = title.slice(0, LONGEST_TITLE)
    asks.push({ cell: whenCell, kind: 'when', why: `“${shown}”没有看懂什么时候上课` })
  }
  if (title.length > LONGEST_TITLE) {
    const why = `名称超过 ${LONGEST_TITLE} 个字，后面的没有要`
    asks.push({ cell: cells[0]!, kind: 'name', why })
  }
  return asks
}
