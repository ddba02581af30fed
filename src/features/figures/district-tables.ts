import type { Output } from '@/contract'
import { sumOfTold } from '@/domain/figures/withhold'
import {
  briefTables,
  type MonthInBrief,
  rowsOfMonths,
  share,
  sumInWords,
  type Table,
  there,
} from './tables'

export type CentreInBrief = Output<'figures.district'>['centres'][number]

/** All centres side by side, each over the whole span, and what they have together. */
export function districtTable(centres: readonly CentreInBrief[]): Table {
  const told = centres.map(({ shortName, months }) => ({ label: shortName, months }))
  const together = { label: '一共', months: centres.flatMap(({ months }) => months) }
  const values = told.map(({ months }) => fullness(months))
  return {
    title: '各个中心',
    note: '这一段的加起来；有一格没列出来的，就写“至少”',
    of: '中心',
    columns: ['开了几课', '取消', '座位', '有人坐', '坐满', '来了', '开始等', '退掉'],
    rows: [...told, together].map(({ label, months }) => ({ label, cells: cellsOf(months) })),
    chart: {
      ...{ label: '坐满几成', unit: '%' },
      series: [{ name: '坐满几成', short: '', values: [...values, fullness(together.months)] }],
    },
  }
}

/** The tables of one centre of the district by month, as the centre's own page has them. */
export function monthTables({ months }: CentreInBrief, thisYear: number): Table[] {
  return briefTables(rowsOfMonths(months, thisYear), '月份')
}

function cellsOf(months: readonly MonthInBrief[]): string[] {
  const sum = (of: (month: MonthInBrief) => number) =>
    String(months.reduce((before, month) => before + of(month), 0))
  return [
    ...[sum(({ lessons }) => lessons.held), sum(({ lessons }) => lessons.cancelled)],
    sum(({ seats }) => seats.offered),
    sumInWords(months.map(({ seats }) => seats.taken)),
    shareInWords(fullness(months)),
    shareInWords(presence(months)),
    sumInWords(months.map(({ waiting }) => waiting.entries)),
    sumInWords(months.map(({ givenBack }) => givenBack)),
  ]
}

const shareInWords = (number: number | null) => (number === null ? '—' : `${number}%`)

/** Of the months in which it is told alone: a share of what is not told with it would be too low. */
function fullness(months: readonly MonthInBrief[]): number | null {
  const known = months.filter(({ seats }) => seats.taken !== null)
  return share(
    sumOfTold(known.map(({ seats }) => seats.taken)).sum,
    sumOfTold(known.map(({ seats }) => seats.offered)).sum,
  )
}

function presence(months: readonly MonthInBrief[]): number | null {
  const known = months.filter((month) => there(month) !== null && month.attendance.marked !== null)
  return share(
    sumOfTold(known.map(there)).sum,
    sumOfTold(known.map(({ attendance }) => attendance.marked)).sum,
  )
}
