import { type AgeRange, agesOfStage, takeAges } from './ages'
import type { FoundFee } from './amounts'
import { type Details } from './details'
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

/** What became of a timetable; every cell with text is in one of the four. */
export interface Timetable {
  activities: FoundActivity[]
  /** What was understood, and is to be looked at. */
  questions: CellQuestion[]
  /** What cannot be, so that nothing was made of it. */
  rejected: CellQuestion[]
  /** What is about no single class: titles, remarks. */
  notes: { cell: string; text: string }[]
}

export function emptyTimetable(): Timetable {
  return { activities: [], questions: [], rejected: [], notes: [] }
}

/** What was read of one class before its days are worked out. */
export interface Draft {
  title: string
  details: Details
  cells: string[]
  /** The cell that speaks of when; questions about lessons point there. */
  whenCell: string
}

export const LONGEST_TITLE = 60

/** Works out a class and adds it, with what has to be asked, or rejects it with the reason. */
export function addDraft(found: Timetable, draft: Draft, around: Surroundings): void {
  const { details, whenCell, cells } = draft
  const title = draft.title.slice(0, LONGEST_TITLE)
  const { lessons, questions, impossible } = lessonsOf(details.when, around)
  const titleCell = cells[0]!
  if (title === '') {
    found.rejected.push({ cell: whenCell, why: '有时间，没有课程名称' })
    return
  }
  for (const why of impossible) found.rejected.push({ cell: whenCell, why })
  if (impossible.length > 0 && lessons.length === 0) return
  for (const why of questions) found.questions.push({ cell: whenCell, why })
  if (!saysWhen(details.when)) {
    found.questions.push({ cell: whenCell, why: `“${title}”没有看懂什么时候上课` })
  }
  if (draft.title.length > LONGEST_TITLE) {
    found.questions.push({ cell: titleCell, why: `名称超过 ${LONGEST_TITLE} 个字，后面的没有要` })
  }
  const ages = details.ages ?? takeAges(new Scanner(title)) ?? agesOfStage(title)
  if (ages?.from) {
    const { min, max } = ages.ages
    const range = max === null ? `${min} 岁以上` : `${min ?? 0}–${max} 岁`
    found.notes.push({ cell: titleCell, text: `“${ages.from}”算作 ${range}` })
  }
  found.activities.push({
    title,
    teacher: details.teacher,
    place: details.place ?? around.place ?? null,
    capacity: typeof details.seats === 'object' ? (details.seats?.capacity ?? null) : null,
    ages: ages?.ages ?? null,
    fee: details.fee,
    lessons,
    cells: [...new Set(cells)],
  })
}
