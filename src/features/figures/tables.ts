import type { Output } from '@/contract'
import { AUDIENCE_NAMES, SEALS } from '@/domain/calendar/seal'
import type { Age } from '@/domain/figures/month'
import { sumOfTold } from '@/domain/figures/withhold'
import type { Drawing } from '@/ui/chart/chart'

export type Month = Output<'figures.centre'>['months'][number]
export type MonthInBrief = Output<'figures.district'>['centres'][number]['months'][number]

/** One number as it is read: how much, or null where it is withheld. */
type Number = number | null

/** The same numbers for reading, for the chart and for the file. */
export interface Table {
  title: string
  note: string
  /** What a row is: 月份, 中心. */
  of: string
  columns: string[]
  /** `short` is how a chart names the row, where its label is long. */
  rows: { label: string; short?: string; cells: string[] }[]
  chart: Drawing | null
}

/** Of a few people, where nothing else is told of them; a part that would give a few back. */
export const FEW = '少于 5'
export const WITHHELD = '不细列'
/** Nothing there that a share could be of. */
const NONE = '—'

export const AGE_NAMES: Readonly<Record<Age, string>> = {
  'under-6': '6 岁以下',
  '6-12': '6–12 岁',
  '13-17': '13–17 岁',
  '18-59': '18–59 岁',
  'over-59': '60 岁以上',
  unknown: '不知道',
}

const whole = (number: Number) => (number === null ? FEW : String(number))
const part = (number: Number) => (number === null ? WITHHELD : String(number))

/** How much of a hundred, rounded; null where either is withheld or there is none. */
export function share(some: Number, all: Number): Number {
  return some === null || all === null || all === 0 ? null : Math.round((100 * some) / all)
}

function percent(some: Number, all: Number): string {
  if (all === 0) return NONE
  const of = share(some, all)
  return of === null ? WITHHELD : `${of}%`
}

/** 251, 至少 251: a sum of what is told. */
export function sumInWords(numbers: readonly Number[]): string {
  const { sum, atLeast } = sumOfTold(numbers)
  if (!atLeast) return String(sum)
  return sum === 0 ? FEW : `至少 ${sum}`
}

/** Those there, late or not, of all that are marked. */
export const there = ({ attendance: { present, late } }: MonthInBrief): Number =>
  present === null || late === null ? null : present + late

interface Row {
  label: string
  short?: string
  month: MonthInBrief
}

/** 坐满几成, 到了几成, 候补: the tables that a centre and the district share, with their charts. */
export function briefTables(rows: readonly Row[], of: string): Table[] {
  const table = (
    title: string,
    note: string,
    columns: string[],
    cells: (month: MonthInBrief) => string[],
    chart: Drawing,
  ): Table => ({
    ...{ title, note, of, columns, chart },
    rows: rows.map(({ month, ...row }) => ({ ...row, cells: cells(month) })),
  })
  const bars = (label: string, unit: Drawing['unit'], value: (month: MonthInBrief) => Number) => ({
    ...{ label, unit },
    series: [{ name: label, short: '', values: rows.map(({ month }) => value(month)) }],
  })
  return [
    table(
      '坐满几成',
      '一课一个座算一个，一门课上几次就算几次；取消的课不算座位',
      ['开了几课', '取消', '座位', '有人坐', '坐满'],
      ({ lessons, seats }) => [
        ...[lessons.held, lessons.cancelled, seats.offered].map(String),
        ...[whole(seats.taken), percent(seats.taken, seats.offered)],
      ],
      bars('坐满几成', '%', ({ seats }) => share(seats.taken, seats.offered)),
    ),
    table(
      '来了几成',
      '点过名的课里，每个座来没来；迟到也算来了',
      ['要点名', '点过名', '到了', '迟到', '没来', '请过假', '来了'],
      (month) => [
        ...[month.lessons.seated, month.lessons.marked].map(String),
        ...[month.attendance.present, month.attendance.late].map(part),
        ...[month.attendance.absent, month.attendance.excused].map(part),
        percent(there(month), month.attendance.marked),
      ],
      bars('来了几成', '%', (month) => share(there(month), month.attendance.marked)),
    ),
    table(
      '候补和退掉的',
      '这个月开始等的，后来怎么样；退掉的按退的那个月算',
      ['开始等', '等到了', '问了没要', '没轮到', '退掉'],
      ({ waiting, givenBack }) => [
        whole(waiting.entries),
        ...[waiting.taken, waiting.offered, waiting.never].map(part),
        whole(givenBack),
      ],
      bars('开始等的有几份', '', ({ waiting }) => waiting.entries),
    ),
  ]
}

/** All tables of a centre's months. */
export function centreTables(months: readonly Month[], thisYear: number): Table[] {
  const rows = rowsOfMonths(months, thisYear)
  const parts = (
    title: string,
    note: string,
    names: string[],
    of: (month: Month) => { taken: Number }[],
    stacked: boolean,
  ): Table => {
    // A part that is nobody's in every month is left out.
    const shown = names.flatMap((_, at) =>
      months.some((month) => of(month)[at]!.taken !== 0) ? [at] : [],
    )
    const values = (at: number) => months.map((month) => of(month)[at]!.taken)
    return {
      ...{ title, note, of: '月份', columns: shown.map((at) => names[at]!) },
      rows: months.map((month, row) => ({
        ...{ label: rows[row]!.label, short: rows[row]!.short },
        cells: shown.map((at) => part(of(month)[at]!.taken)),
      })),
      chart:
        stacked && shown.length > 0
          ? {
              ...{ label: title, unit: '' as const },
              series: shown.map((at) => {
                const name = names[at]!
                return { name, short: name.slice(-1), values: values(at) }
              }),
            }
          : null,
    }
  }
  const first = months[0]
  if (!first) return []
  return [
    ...briefTables(rows, '月份'),
    parts(
      '给谁办的课',
      '有人坐的座位，按课是给谁办的',
      first.audiences.map(({ audience }) => AUDIENCE_NAMES[audience]),
      ({ audiences }) => audiences,
      true,
    ),
    parts(
      '哪一类课',
      '有人坐的座位，按课的类别',
      first.categories.map(({ category }) => SEALS[category].name),
      ({ categories }) => categories,
      false,
    ),
    parts(
      '来的人多大',
      '按每月一号满几岁；大人没有填生日，都算“不知道”',
      first.ages.map(({ age }) => AGE_NAMES[age]),
      ({ ages }) => ages,
      false,
    ),
  ].filter(({ columns }) => columns.length > 0)
}

/** Months as rows: 11月至今, and for a chart 11月; of another year with the year. */
export function rowsOfMonths<M extends MonthInBrief>(months: readonly M[], thisYear: number) {
  return months.map((month) => {
    const year = Number(month.month.slice(0, 4))
    const short = `${Number(month.month.slice(5))}月`
    const named = year === thisYear ? short : `${year}年${short}`
    return { label: month.isOver ? named : `${named}至今`, short, month }
  })
}
