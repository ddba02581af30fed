import type { Audience, Category } from '@/domain/calendar/programme'
import { type Answer, type SheetAnswers, answersToClasses, refsOf } from './answers'
import type { CellAsk, FoundClass } from './found'
import { audienceOf, categoryOf } from './guess'
import { type Said, type Span, type Stands, merged } from './merge'
import { type Known, type Read, readOf, readyClass } from './ready-class'
import type { SaidField } from './said-fields'
import { plainText, sameClasses } from './same-class'

/** A lesson as it stands, with the place that it is at. */
export type StandingLesson = Span & { place: string }

/** A class of the centre that a sheet may speak of. */
export interface StandingClass {
  activityId: string
  version: number
  isCancelled: boolean
  category: Category
  audience: Audience
  per: 'term' | 'occurrence'
  stands: Stands<StandingLesson>
  /** What the last import read and made of it; null where it came from no sheet. */
  last: { read: Read; said: Said } | null
}

export type Outcome = 'added' | 'changed' | 'unchanged' | 'skipped'

/** A class of the sheet beside what stands. */
export interface ComparedClass {
  ref: string
  cells: string[]
  /** Null while something is open. */
  outcome: Outcome | null
  /** Why it is skipped; null where it is not, or the clerk said so. */
  why: string | null
  open: CellAsk[]
  standing: StandingClass | null
  /** What it is to be. */
  to: Stands<Span & { place?: string }>
  category: Category
  audience: Audience
  per: 'term' | 'occurrence'
  changes: SaidField[]
  /** How many of its lessons in the sheet have begun already; of a new class they are not in `to`. */
  behind: number
  /** To be kept for the next import. */
  read: Read
  said: Said
  whenWords: string | null
}

export interface Comparison {
  classes: ComparedClass[]
  /** Classes of earlier imports that are to come and that this sheet says nothing of. */
  missing: StandingClass[]
}

interface Wish {
  answers: ReadonlyMap<string, Answer>
  sheet: SheetAnswers
  /** Where a class is that says no place. */
  place: string
  /** Milliseconds since the epoch. */
  now: number
}

/** No lesson lasts longer, nor shorter. */
const [LONGEST, SHORTEST] = [12 * 3_600_000, 300_000]

/** What publishing a sheet would do; or the first cell of the answers that no class was read from. */
export function compareWithStanding(
  classes: readonly FoundClass[],
  standing: readonly StandingClass[],
  wish: Wish,
): Comparison | { unknown: string } {
  const answered = answersToClasses(classes, wish.answers)
  if ('unknown' in answered) return answered
  const refs = refsOf(classes)
  const which = whichStands(classes, standing)
  const compared = classes.map((found, at): ComparedClass => {
    const stands = which[at] === null ? null : standing[which[at]!]!
    return comparedClass(found, { ref: refs[at]!, answer: answered.answers[at]!, stands, wish })
  })
  skipRepeated(compared)
  return { classes: compared, missing: missingIn(compared, standing, wish.now) }
}

/** The class that stands for each: by the title in the last sheet, else by the title it has now. */
function whichStands(
  classes: readonly FoundClass[],
  standing: readonly StandingClass[],
): (number | null)[] {
  const features = (title: (one: StandingClass) => string) =>
    standing.map((one) => ({
      title: title(one),
      teacher: one.last?.read.teacher ?? one.stands.host,
      place: one.stands.place,
      starts: [
        ...new Set(
          [...one.stands.lessons, ...(one.last?.said.lessons ?? [])].map(
            ({ startsAt }) => startsAt,
          ),
        ),
      ],
    }))
  const sheet = classes.map(({ title, teacher, place, lessons }) => ({
    ...{ title, teacher, place, starts: lessons.map(({ startsAt }) => startsAt) },
  }))
  const bySheet = sameClasses(
    sheet,
    features(({ last, stands }) => last?.read.title ?? stands.title),
  )
  const left = sheet.flatMap((_, at) => (bySheet[at] === null ? [at] : []))
  const free = standing.flatMap((_, at) => (bySheet.includes(at) ? [] : [at]))
  const titles = features(({ stands }) => stands.title)
  const byTitle = sameClasses(
    left.map((at) => sheet[at]!),
    free.map((at) => titles[at]!),
  )
  const result = [...bySheet]
  left.forEach((at, index) => {
    const found = byTitle[index]
    if (found !== null && found !== undefined) result[at] = free[found]!
  })
  return result
}

function knownOf({ last, stands }: StandingClass): Known {
  const lengths = stands.lessons.map(({ startsAt, endsAt }) => (endsAt - startsAt) / 60_000)
  const { read = null, said = null } = last ?? {}
  return { read, said, title: stands.title, minutes: mostOften(lengths) }
}

function mostOften(numbers: readonly number[]): number | null {
  const often = (number: number) => numbers.filter((one) => one === number).length
  return [...new Set(numbers)].sort((a, b) => often(b) - often(a))[0] ?? null
}

function comparedClass(
  found: FoundClass,
  {
    ref,
    answer,
    stands,
    wish,
  }: { ref: string; answer: Answer; stands: StandingClass | null; wish: Wish },
): ComparedClass {
  const { said, asks } = readyClass(found, answer, wish.sheet, stands && knownOf(stands))
  const open = [...asks, ...tooLong(found, said)]
  const ages = said.ages ?? null
  const category = answer.category ?? stands?.category ?? categoryOf(said.title, ages)
  const fresh: ComparedClass['to'] = {
    ...{ title: said.title, host: said.host ?? '', place: said.place || wish.place },
    ...{ seats: said.seats ?? null, ages, feeFen: said.feeFen ?? 0 },
    lessons: said.lessons.filter(({ startsAt }) => startsAt > wish.now),
  }
  const before = stands?.last ? withoutAnswered(stands.last.said, answer) : null
  const merging = stands && merged(said, before, stands.stands, wish.now)
  const changes = merging?.changed ?? []
  const skipped = whySkipped({ found, answer, stands, fresh, open })
  const outcome = stands ? (changes.length > 0 ? 'changed' : 'unchanged') : 'added'
  return {
    ...{ ref, cells: found.cells, standing: stands, category, changes, said },
    outcome: skipped !== undefined ? 'skipped' : open.length > 0 ? null : outcome,
    why: skipped ?? null,
    open: skipped === undefined ? open : [],
    to: merging?.to ?? fresh,
    behind: said.lessons.filter(({ startsAt }) => startsAt <= wish.now).length,
    audience: answer.audience ?? stands?.audience ?? audienceOf(said.title, ages),
    per: answer.per ?? stands?.per ?? perOf(category, said.lessons.length),
    read: readOf(found),
    whenWords: found.whenWords,
  }
}

/** What an answer is about, among what a sheet says. */
const ANSWERED = {
  ...{ title: 'title', teacher: 'host', place: 'place' },
  ...{ capacity: 'seats', ages: 'ages', feeFen: 'feeFen' },
} as const

/** What the last import meant, but for what the clerk says now: that holds whatever was said before. */
function withoutAnswered(last: Said, answer: Answer): Said {
  const before = { ...last }
  for (const [asked, field] of Object.entries(ANSWERED)) {
    if (answer[asked as keyof typeof ANSWERED] === undefined) continue
    Object.assign(before, { [field]: undefined })
  }
  return before
}

/** Courses have one seat for all lessons; of lectures and of visits people choose the day. */
function perOf(category: Category, lessons: number): 'term' | 'occurrence' {
  return lessons > 1 && !['lecture', 'clinic', 'legal'].includes(category) ? 'term' : 'occurrence'
}

function tooLong({ whenCell }: FoundClass, { lessons }: Said): CellAsk[] {
  const isWrong = lessons.some(({ startsAt, endsAt }) => {
    const length = endsAt - startsAt
    return length !== 0 && (length > LONGEST || length < SHORTEST)
  })
  if (!isWrong) return []
  return [{ cell: whenCell, kind: 'impossible', why: '一节课要在 5 分钟到 12 小时之间' }]
}

/** Why a class is not published; null where the clerk said so, undefined where it is. */
function whySkipped({
  found,
  answer,
  stands,
  fresh,
  open,
}: {
  found: FoundClass
  answer: Answer
  stands: StandingClass | null
  fresh: { lessons: readonly Span[] }
  open: readonly CellAsk[]
}): string | null | undefined {
  if (answer.skip) return null
  if (stands?.isCancelled) return '这门课已经取消了，不会再开出来'
  const over = !stands && open.length === 0 && fresh.lessons.length === 0
  return over && found.asks.every(({ kind }) => kind !== 'when') ? '表里的课都上完了' : undefined
}

/** One class that stands twice in a workbook is one. */
function skipRepeated(classes: ComparedClass[]): void {
  const first = new Map<string, string>()
  for (const one of classes) {
    if (one.outcome === 'skipped' || one.said.lessons.length === 0) continue
    const { title, host, place, lessons } = one.said
    const key = JSON.stringify([plainText(title), host, place, lessons])
    const ref = first.get(key)
    if (ref === undefined) first.set(key, one.ref)
    else
      Object.assign(one, {
        outcome: 'skipped',
        why: `和 ${ref} 是同一门课`,
        open: [],
        standing: null,
      })
  }
}

function missingIn(
  compared: readonly ComparedClass[],
  standing: readonly StandingClass[],
  now: number,
): StandingClass[] {
  const starts = compared.flatMap(({ said }) => said.lessons.map(({ startsAt }) => startsAt))
  const [from, to] = [smallest(starts), -smallest(starts.map((start) => -start))]
  const named = new Set(compared.flatMap((one) => one.standing?.activityId ?? []))
  return standing.filter(({ activityId, last, isCancelled, stands }) => {
    if (last === null || isCancelled || named.has(activityId)) return false
    const toCome = stands.lessons.filter(({ startsAt }) => startsAt > now)
    return toCome.some(({ startsAt }) => startsAt >= from && startsAt <= to)
  })
}

const smallest = (numbers: readonly number[]) =>
  numbers.reduce((least, number) => Math.min(least, number), Infinity)
