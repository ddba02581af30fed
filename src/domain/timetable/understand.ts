import { daysInMonth, isCalendarDate } from '@/domain/time/date'
import { readDetails, readTitle } from './details'
import { type Timetable, addDraft, emptyTimetable } from './found'
import type { Surroundings } from './lessons'
import { listColumns, readList, withSecondRow } from './list-layout'
import { Grid, type SheetCell, type TimetableSheet } from './sheet'
import { readWeekdayColumns, readWeekdayRows, weekdayColumns, weekdayRows } from './weekday-layout'
import type { When } from './when'
import { uniform } from './written'

export type { FoundActivity, Timetable } from './found'
export type { SheetCell, TimetableSheet } from './sheet'

/**
 * Understands a timetable as clerks keep it: lists with a heading, tables of weekdays, months, or plain
 * lines, one under the other on any number of sheets. `year` is that of days without one. Every cell
 * is understood, asked about, rejected with the reason, or noted; nothing is thrown.
 */
export function understandTimetable(sheets: readonly TimetableSheet[], year: number): Timetable {
  const found = emptyTimetable()
  for (const sheet of sheets) readSheet(sheet, year, found)
  return found
}

/** How far below its title a table may begin. */
const TITLE_ROWS = 3

/** Whether a row is one wide text over a table: what it says holds for the whole table. */
function isTitleOfTable(grid: Grid, row: number): boolean {
  const [only, ...others] = grid.row(row)
  if (!only || others.length > 0 || only.columns < 2) return false
  return Array.from({ length: TITLE_ROWS }, (_, below) => tableAt(grid, row + 1 + below)).some(
    Boolean,
  )
}

type Table =
  | { kind: 'list'; from: number; columns: NonNullable<ReturnType<typeof listColumns>> }
  | { kind: 'columns'; from: number; columns: Map<number, string> }
  | { kind: 'rows'; from: number; heading: number; rows: Map<number, string> }

function readSheet(sheet: TimetableSheet, year: number, found: Timetable): void {
  const grid = new Grid(sheet.cells)
  let around = surroundings([sheet.name], { year, span: null })
  const titles: SheetCell[] = []
  let row = 1
  while (row <= grid.lastRow) {
    const table = tableAt(grid, row)
    if (!table) {
      const cells = grid.row(row).filter((cell) => cell.row === row)
      const isTitle = isTitleOfTable(grid, row)
      if (isTitle || !readLine(cells, around, found)) {
        titles.push(...cells)
        around = surroundings(
          cells.map(({ text }) => text),
          around,
        )
      }
      row += 1
      continue
    }
    row = readTable(grid, table, around, found)
  }
  for (const { address, text } of titles) found.notes.push({ cell: address, text })
}

function tableAt(grid: Grid, row: number): Table | null {
  const columns = listColumns(grid, row)
  if (columns) {
    const heading = withSecondRow(grid, row, columns)
    return { kind: 'list', columns: heading.columns, from: row + heading.rows }
  }
  const weekdays = weekdayColumns(grid, row)
  if (weekdays) return { kind: 'columns', columns: weekdays, from: row + 1 }
  const heads = weekdayRows(grid, row + 1)
  if (heads && grid.row(row).length >= 2) {
    return { kind: 'rows', rows: heads, heading: row, from: row + 1 }
  }
  const bare = weekdayRows(grid, row)
  return bare ? { kind: 'rows', rows: bare, heading: 0, from: row } : null
}

/** Reads a table to its end, where another begins; gives the row after it. */
function readTable(grid: Grid, table: Table, around: Surroundings, found: Timetable): number {
  if (table.kind === 'rows') {
    readWeekdayRows(grid, table, around, found)
    return Math.max(...table.rows.keys()) + 1
  }
  let end = table.from
  while (end <= grid.lastRow && !beginsAnother(grid, end)) end += 1
  const rows = { from: table.from, to: end - 1 }
  if (table.kind === 'list') readList(grid, { columns: table.columns, ...rows }, around, found)
  else readWeekdayColumns(grid, { columns: table.columns, ...rows }, around, found)
  return end
}

const beginsAnother = (grid: Grid, row: number) =>
  listColumns(grid, row) !== null || weekdayColumns(grid, row) !== null

/** A row outside any table that says of itself what, when and where; whether it was one. */
function readLine(cells: readonly SheetCell[], around: Surroundings, found: Timetable): boolean {
  const text = cells.map((cell) => cell.text).join('  ')
  const details = readDetails(text)
  const hasTime = details.when.meetings.some(({ times }) => times.length > 0)
  if (cells.length === 0 || !hasTime || details.left.length === 0) return false
  const [name, ...others] = details.left
  const { title, details: more } = readTitle(name!)
  const all = more ? { ...details, ages: details.ages ?? more.ages } : details
  if (others.some((other) => other.length > 20)) return false
  const addresses = cells.map(({ address }) => address)
  addDraft(found, { title, details: all, cells: addresses, whenCell: addresses[0]! }, around)
  return true
}

/** What titles say of the whole sheet: 2026年秋季课程表（9月—12月，每周四 15:00-16:30，多功能厅）. */
function surroundings(texts: readonly string[], before: Surroundings): Surroundings {
  let around = before
  for (const text of texts) {
    const plain = uniform(text)
    const year = Number(/(20\d{2})\s*年/.exec(plain)?.[1] ?? around.year)
    const { when, place } = readDetails(plain)
    const times = when.meetings.flatMap((one) => one.times)
    around = {
      year,
      span: spanIn(when, year) ?? around.span,
      times: times.length > 0 ? times : (around.times ?? []),
      place: times.length > 0 && place !== null ? place : (around.place ?? null),
    }
  }
  return around
}

function spanIn({ span }: When, year: number): Surroundings['span'] {
  if (!span?.from || !span.to) return null
  const from = dateOf(span.from, year, 'first')
  const ends = dateOf(span.to, span.to.isNextYear ? year + 1 : year, 'last')
  const to = ends < from ? `${Number(ends.slice(0, 4)) + 1}${ends.slice(4)}` : ends
  return isCalendarDate(from) && isCalendarDate(to) ? { from, to } : null
}

function dateOf(
  { year: own, month, day }: { year: number | null; month: number; day: number | null },
  year: number,
  end: 'first' | 'last',
): string {
  const of = own ?? year
  const number = day ?? (end === 'first' ? 1 : daysInMonth(of, month))
  return `${of}-${String(month).padStart(2, '0')}-${String(number).padStart(2, '0')}`
}
