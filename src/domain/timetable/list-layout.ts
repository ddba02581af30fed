import { agesOfStage, takeAges } from './ages'
import { classesInCell } from './classes-in-cell'
import { type Column, columnOf, inFull } from './columns'
import { type Details, merged, readDetails, readTitle } from './details'
import { type Timetable, addDraft } from './found'
import type { Surroundings } from './lessons'
import { Scanner } from './scanner'
import type { Grid, SheetCell } from './sheet'
import { readWhen, saysWhen } from './when'
import { NONE, numberOf, uniform } from './written'

/** The columns of a list of classes, by their place. */
export type Columns = ReadonlyMap<number, Column>

/** The columns that a row is the heading of; null where it is none. */
export function listColumns(grid: Grid, row: number): Columns | null {
  const columns = new Map<number, Column>()
  for (const cell of grid.row(row)) {
    const column = columnOf(cell.text)
    if (!column) continue
    for (let at = cell.column; at < cell.column + cell.columns; at += 1) columns.set(at, column)
  }
  const fields = new Set([...columns.values()].map(({ field }) => field))
  const known = grid.row(row).filter(({ text }) => columnOf(text) !== null).length
  const isHeading = fields.has('title') && (fields.has('when') || fields.size >= 3)
  return isHeading && known * 2 > grid.row(row).length ? columns : null
}

/** A heading of two rows: what the second says of a column is more exact. */
export function withSecondRow(
  grid: Grid,
  row: number,
  columns: Columns,
): { columns: Columns; rows: number } {
  const below = grid.row(row + 1).filter(({ row: at }) => at === row + 1)
  const known = below.filter(({ text }) => columnOf(text) !== null)
  if (below.length === 0 || known.length < below.length) return { columns, rows: 1 }
  const both = new Map(columns)
  for (const cell of known) both.set(cell.column, columnOf(cell.text)!)
  return { columns: both, rows: 2 }
}

/** Reads the rows of a list from one row to another, both included. */
export function readList(
  grid: Grid,
  { columns, from, to }: { columns: Columns; from: number; to: number },
  around: Surroundings,
  found: Timetable,
): void {
  let above: SheetCell | undefined
  for (const group of groups(grid, columns, { from, to })) {
    const title = cellsOf(grid, columns, group, 'title')
    const said = group.flatMap((row) => grid.row(row))
    if (said.length === 0) continue
    if (title.length === 0 && cellsOf(grid, columns, group, 'when').length > 0 && above) {
      title.push(above)
    }
    if (title.length === 0 || isRemark(grid, columns, group)) {
      for (const cell of said) found.notes.push({ cell: cell.address, text: cell.text })
      continue
    }
    above = title[0]
    for (const cell of cellsOf(grid, columns, group, 'other')) {
      found.notes.push({ cell: cell.address, text: cell.text })
    }
    readClass(grid, { columns, rows: group, title }, around, found)
  }
}

/** A row with one text and nothing else: a remark, or what the classes under it have in common. */
function isRemark(grid: Grid, columns: Columns, rows: readonly number[]): boolean {
  return columns.size > 1 && rows.flatMap((row) => grid.row(row)).length === 1
}

/** Rows that belong together: those that a merged title covers, unless something else differs too. */
function groups(
  grid: Grid,
  columns: Columns,
  { from, to }: { from: number; to: number },
): number[][] {
  const result: number[][] = []
  const key = (row: number) =>
    [...columns]
      .filter(([, { field }]) => field === 'title' || field === 'teacher' || field === 'capacity')
      .map(([column]) => grid.at(row, column)?.address ?? '')
      .join()
  const titled = (row: number) =>
    [...columns].some(([column, { field }]) => field === 'title' && grid.at(row, column))
  for (let row = from; row <= to; row += 1) {
    const last = result[result.length - 1]
    const same = last !== undefined && titled(row) && key(row) === key(last[0]!)
    if (same) last.push(row)
    else result.push([row])
  }
  return result
}

function cellsOf(
  grid: Grid,
  columns: Columns,
  rows: readonly number[],
  field: Column['field'],
): SheetCell[] {
  const cells = rows.flatMap((row) =>
    [...columns].flatMap(([at, column]) => (column.field === field ? [grid.at(row, at)] : [])),
  )
  return [...new Set(cells)].filter((cell): cell is SheetCell => cell !== undefined)
}

function readClass(
  grid: Grid,
  { columns, rows, title }: { columns: Columns; rows: readonly number[]; title: SheetCell[] },
  around: Surroundings,
  found: Timetable,
): void {
  const whenCells = cellsOf(grid, columns, rows, 'when')
  const parts = [...new Set(whenCells)].map((cell) => {
    const column = [...columns].find(([at]) => at >= cell.column && at < cell.column + cell.columns)
    return inFull(cell.text, column![1].part)
  })
  const own = readFields(grid, columns, rows)
  const cells = [...title, ...rows.flatMap((row) => grid.row(row))].map(({ address }) => address)
  const whenCell = (whenCells[0] ?? title[0])!.address
  const name = title.map(({ text }) => text).join(' ')
  const runs = parts.length === 1 ? runsOf(parts[0]!) : null
  const classes = runs ? [name] : classesOf(name)
  for (const one of classes) {
    const { title: plain, details } = titleOf(one)
    const base = details ? merged(own, details) : own
    for (const { label, text } of runs ?? [{ label: '', text: parts.join(' ') }]) {
      const { when } = readWhen(text)
      const all = saysWhen(when) ? { ...base, when } : base
      const draft = { title: `${plain} ${label}`.trim(), details: all, cells, whenCell }
      const words = saysWhen(when) ? { whenWords: text } : {}
      addDraft(found, { ...draft, ...words }, around)
    }
  }
}

/** A title of several lines of which each tells of its own class; else one title. */
function classesOf(name: string): string[] {
  const classes = classesInCell(name)
  return classes.length > 1 ? classes : [name]
}

function titleOf(text: string): { title: string; details: Details | null } {
  const [first, ...rest] = uniform(text).split('\n')
  const { title, details } = readTitle(first!)
  if (rest.length === 0) return { title, details }
  const below = readDetails(rest.join('\n'))
  const whole = [title, ...below.left].join(' ')
  return { title: whole.trim(), details: details ? merged(details, below) : below }
}

/** A班: 周六 9:00, B班: 周日 9:00: one class each, with its label. */
const LABEL = /^[A-Za-z\u4e00-\u9fa5\d]{1,6}[班组期场]$/

function runsOf(text: string): { label: string; text: string }[] | null {
  const lines = text
    .split(/\n|;/)
    .map((line) => line.trim())
    .filter(Boolean)
  if (lines.length < 2) return null
  const runs = lines.map((line) => {
    const { when, left } = readWhen(line)
    return { label: saysWhen(when) ? (left[0] ?? '') : '', text: line }
  })
  return runs.every(({ label }) => LABEL.test(label)) ? runs : null
}

/** What the columns beside title and time say. */
function readFields(grid: Grid, columns: Columns, rows: readonly number[]): Details {
  const text = (field: Column['field']) =>
    cellsOf(grid, columns, rows, field)
      .map((cell) => uniform(cell.text).replace(/\s+/g, ' ').trim())
      .join('、')
  const nothing = readDetails('')
  const capacity = text('capacity')
  const ages = text('ages')
  const fee = text('fee')
  return {
    ...nothing,
    teacher: named(text('teacher')),
    place: named(text('place')),
    seats: capacity === '' ? null : seatsOf(capacity),
    ages: ages === '' ? null : agesOf(ages),
    fee: fee === '' ? null : feeOf(fee),
  }
}

/** Null where nothing is said; empty where it is said that there is none. */
const named = (text: string) => (text === NONE ? '' : text || null)

function seatsOf(text: string): Details['seats'] {
  const number = numberOf(uniform(text).trim())
  if (number !== null && number > 0) return { capacity: number }
  return readDetails(text).seats
}

function agesOf(text: string): Details['ages'] {
  const plain = uniform(text).trim()
  const bare = /^(\d{1,3})\s*(?:-+|至|到)\s*(\d{1,3})$/.exec(plain)
  if (bare) return { ages: { min: Number(bare[1]), max: Number(bare[2]) }, from: null }
  if (/^(?:年龄)?(?:不限|所有人|全龄|全年龄)/.test(plain)) {
    return { ages: { min: null, max: null }, from: null }
  }
  return takeAges(new Scanner(plain)) ?? agesOfStage(plain)
}

function feeOf(text: string): Details['fee'] {
  const plain = uniform(text).trim()
  const bare = /^(\d{1,5}(?:\.\d{1,2})?)\s*元?$/.exec(plain)
  if (bare) return { fen: Math.round(Number(bare[1]) * 100), per: null }
  return /^(?:无|\/|-)$/.test(plain) ? { fen: 0, per: null } : readDetails(text).fee
}
