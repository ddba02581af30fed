import type { Output } from '@/contract'
import { AUDIENCES, CATEGORIES } from '@/domain/calendar/programme'
import { AGES, KINDS, type Kind } from '@/domain/figures/month'
import { type Counted, type Told, toldAlone, toldOf } from '@/domain/figures/withhold'
import type { LessonsRow } from '@/cloud/store/queries/figures/lessons'
import type { PartsRow } from '@/cloud/store/queries/figures/people'
import type { SeatCountRow, SeatsRow } from '@/cloud/store/queries/figures/seats'

/** All that was counted; of whichever centres and months. */
export interface Counts {
  lessons: LessonsRow[]
  seats: { counts: SeatCountRow[]; people: SeatsRow[] }
  marks: PartsRow[]
  entries: PartsRow[]
  givenBack: PartsRow[]
}

export type Month = Output<'figures.centre'>['months'][number]
export type MonthInBrief = Output<'figures.district'>['centres'][number]['months'][number]

/** What may be told of one month of one centre. */
export function monthOfCentre(
  all: Counts,
  centreId: string,
  month: string,
  isOver: boolean,
): Month {
  const here = countsOf(all, centreId, month)
  const lessonsIn = (is: (row: LessonsRow) => boolean) =>
    here.lessons.filter(is).reduce((sum, { held }) => sum + held, 0)
  const categories = toldOf(seatsBy(here, 'category', CATEGORIES.length))
  const audiences = toldOf(seatsBy(here, 'audience', AUDIENCES.length))
  const ages = toldOf(seatsBy(here, 'age', AGES.length))
  return {
    ...inBrief(here, month, isOver, categories),
    categories: CATEGORIES.map((category, at) => ({
      category,
      lessons: lessonsIn((row) => row.category === category),
      taken: categories.parts[at]!,
    })),
    audiences: AUDIENCES.map((audience, at) => ({
      audience,
      lessons: lessonsIn((row) => row.audience === audience),
      taken: audiences.parts[at]!,
    })),
    ages: AGES.map((age, at) => ({ age, taken: ages.parts[at]! })),
  }
}

/** The same without what its seats are for and whose they are. */
export function monthInBrief(
  all: Counts,
  centreId: string,
  month: string,
  isOver: boolean,
): MonthInBrief {
  const here = countsOf(all, centreId, month)
  return inBrief(here, month, isOver, toldOf(seatsBy(here, 'category', CATEGORIES.length)))
}

function inBrief(here: Counts, month: string, isOver: boolean, seats: Told): MonthInBrief {
  const sum = (of: (row: LessonsRow) => number) =>
    here.lessons.reduce((before, row) => before + of(row), 0)
  const marks = toldOf(partsOf(here.marks[0], 'mark'))
  const waits = toldOf(partsOf(here.entries[0], 'wait'))
  const [present, late, absent, excused] = marks.parts
  const [taken, offered, never] = waits.parts
  const returned = here.givenBack[0]
  return {
    month,
    isOver,
    lessons: {
      held: sum(({ held }) => held),
      cancelled: sum(({ cancelled }) => cancelled),
      seated: sum(({ seated }) => seated),
      marked: sum(({ marked }) => marked),
    },
    seats: { offered: sum(({ offered: capacity }) => capacity), taken: seats.total },
    attendance: {
      marked: marks.total,
      ...{ present: present!, late: late!, absent: absent!, excused: excused! },
    },
    waiting: { entries: waits.total, taken: taken!, offered: offered!, never: never! },
    givenBack: returned ? toldAlone(returned.counts[0]!.count, returned.people[0]!.people) : 0,
  }
}

function countsOf(all: Counts, centreId: string, month: string): Counts {
  const here = <Row extends { centreId: string; month: string }>(rows: readonly Row[]): Row[] =>
    rows.filter((row) => row.centreId === centreId && row.month === month)
  return {
    lessons: here(all.lessons),
    seats: { counts: here(all.seats.counts), people: here(all.seats.people) },
    marks: here(all.marks),
    entries: here(all.entries),
    givenBack: here(all.givenBack),
  }
}

const BITS = { category: 'categories', audience: 'audiences', age: 'ages' } as const

/** The seats of a month as a table of one kind of parts. */
function seatsBy({ seats }: Counts, kind: keyof typeof BITS, parts: number): Counted {
  return {
    counts: Array.from({ length: parts }, (_, at) =>
      seats.counts.reduce((sum, row) => (row[kind] === at ? sum + row.seats : sum), 0),
    ),
    people: seats.people.map((row) => ({ parts: row[BITS[kind]], people: row.people })),
  }
}

function partsOf(row: PartsRow | undefined, kind: Kind): Counted {
  return {
    counts: KINDS[kind].map((_, at) => row?.counts.find(({ part }) => part === at)?.count ?? 0),
    people: row?.people ?? [],
  }
}
