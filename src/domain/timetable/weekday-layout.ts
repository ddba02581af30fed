import { type PartOfDay, partOfDay } from './clock-times'
import { classesInCell } from './classes-in-cell'
import { readDetails, readTitle } from './details'
import { type Timetable, addDraft } from './found'
import type { Ask } from './ask'
import type { Surroundings } from './lessons'
import { Scanner } from './scanner'
import type { Grid, SheetCell } from './sheet'
import { readWhen } from './when'
import { uniform } from './written'
import { takeDates } from './written-dates'

const WEEKDAY = /^\s*(?:每?(?:周|星期|礼拜))([一二三四五六日天])(?![、,至到和-]|[一二三四五六日天])/
/** So many weekdays over columns, or before rows, make a table of weekdays. */
const FEWEST_COLUMNS = 2
const FEWEST_ROWS = 3

const PART = /上午|早上|中午|下午|晚上|晚间|傍晚/

/** The heading of a column or row that is a weekday, or the day itself: 周一, 9月7日 周一. */
function headingOf(cell: SheetCell | undefined): string | null {
  if (!cell) return null
  const plain = uniform(cell.text).replace(/\s+/g, ' ').trim()
  if (plain.length > 20) return null
  if (WEEKDAY.test(plain)) {
    const part = PART.exec(plain)?.[0] ?? ''
    const scanner = new Scanner(plain.replace(WEEKDAY, '').replace(PART, ''))
    const [date] = takeDates(scanner)
    if (scanner.left().length > 0) return null
    return `${date ? scanner.text : `每周${WEEKDAY.exec(plain)![1]}`} ${part}`.trim()
  }
  const scanner = new Scanner(plain)
  const [date] = takeDates(scanner)
  return date?.kind === 'days' && scanner.left().length === 0 ? plain : null
}

/** The columns of a timetable whose heading names weekdays; null where a row is no such heading. */
export function weekdayColumns(grid: Grid, row: number): Map<number, string> | null {
  const columns = new Map<number, string>()
  for (const cell of grid.row(row)) {
    const heading = headingOf(cell)
    if (heading === null) continue
    for (let at = cell.column; at < cell.column + cell.columns; at += 1) columns.set(at, heading)
  }
  const days = new Set(columns.values())
  const named = [...days].filter((day) => /周|星期|礼拜/.test(day)).length
  return named >= FEWEST_COLUMNS || days.size > FEWEST_COLUMNS ? columns : null
}

/** The rows of a timetable whose first column names weekdays, from a heading of times or rooms on. */
export function weekdayRows(grid: Grid, from: number): Map<number, string> | null {
  const rows = new Map<number, string>()
  for (let row = from; row <= grid.lastRow; row += 1) {
    const heading = headingOf(grid.row(row)[0])
    if (heading !== null) rows.set(row, heading)
    else if (grid.row(row).length > 1) break
  }
  return new Set(rows.values()).size >= FEWEST_ROWS ? rows : null
}

interface Label {
  /** What is said of the time: 9:00-10:30. */
  text: string
  part: PartOfDay
  cell: string | null
}

const NO_LABEL: Label = { text: '', part: null, cell: null }

/** What stands beside or over a cell: a time, a part of the day, or both. */
function labelOf(cell: SheetCell | undefined): Label {
  if (!cell) return NO_LABEL
  const plain = uniform(cell.text).replace(/\s+/g, ' ').trim()
  const { when } = readWhen(plain)
  const part = partOfDay(PART.exec(plain)?.[0])
  const hasTime = when.meetings.some(({ times }) => times.length > 0)
  return { text: hasTime ? plain : '', part, cell: cell.address }
}

/** Labels of a row together: 上午 in one column and 9:00 in the next. */
function joined(labels: readonly Label[]): Label {
  return {
    text: labels
      .map(({ text }) => text)
      .filter(Boolean)
      .join(' '),
    part: labels.find(({ part }) => part !== null)?.part ?? null,
    cell: labels.find(({ cell }) => cell !== null)?.cell ?? null,
  }
}

/** Reads a timetable with weekdays over its columns, from the row under them to `to`. */
export function readWeekdayColumns(
  grid: Grid,
  { columns, from, to }: { columns: ReadonlyMap<number, string>; from: number; to: number },
  around: Surroundings,
  found: Timetable,
): void {
  const firstColumn = Math.min(...columns.keys())
  const days = new Map(columns)
  const seen = new Set<string>()
  for (let row = from; row <= to; row += 1) {
    const cells = grid.row(row)
    if (isRowOfDays(cells, columns)) {
      for (const cell of cells) days.set(cell.column, dayOfMonth(cell.text, around))
      continue
    }
    const labels = cells.filter(({ column }) => column < firstColumn).map(labelOf)
    const wide = cells.find((cell) => cell.columns >= columns.size && cell.column <= firstColumn)
    for (const cell of cells) {
      if (seen.has(cell.address)) continue
      seen.add(cell.address)
      if (cell === wide) {
        found.notes.push({ cell: cell.address, text: cell.text })
        continue
      }
      if (cell.column < firstColumn) continue
      const covered = covers(cell, days)
      if (covered.length === 0) found.notes.push({ cell: cell.address, text: cell.text })
      else readCell(cell, { days: covered, label: joined(labels) }, around, found)
    }
  }
}

/** Reads a timetable with weekdays before its rows and times, or rooms, over its columns. */
export function readWeekdayRows(
  grid: Grid,
  { rows, heading }: { rows: ReadonlyMap<number, string>; heading: number },
  around: Surroundings,
  found: Timetable,
): void {
  const seen = new Set<string>()
  for (const [row, day] of rows) {
    const cells = grid.row(row).slice(1)
    const lastLabel = labelOf(cells[0]?.columns === 1 ? cells[0] : undefined)
    for (const cell of cells) {
      if (seen.has(cell.address)) continue
      seen.add(cell.address)
      const over = heading > 0 ? grid.at(heading, cell.column) : undefined
      const label = labelOf(over)
      const isLabel = cell === cells[0] && lastLabel.text !== '' && isOnlyTime(cell.text)
      if (isLabel) continue
      const beside = cells[0] && isOnlyTime(cells[0].text) ? labelOf(cells[0]) : NO_LABEL
      const covered = [...rows].filter(([at]) => at >= cell.row && at < cell.row + cell.rows)
      const days = covered.length > 0 ? covered.map(([, one]) => one) : [day]
      const room = over && label.text === '' && label.part === null ? over.text : null
      readCell(cell, { days, label: joined([label, beside]), room }, around, found)
    }
  }
}

const isOnlyTime = (text: string) => {
  const { when, left } = readWhen(text)
  return left.length === 0 && when.meetings.some(({ times }) => times.length > 0)
}

const covers = (cell: SheetCell, days: ReadonlyMap<number, string>) => {
  const covered: string[] = []
  for (let at = cell.column; at < cell.column + cell.columns; at += 1) {
    const day = days.get(at)
    if (day !== undefined) covered.push(day)
  }
  return covered
}

const BARE_DAY = /^\s*(\d{1,2})\s*[日号]?\s*$/

/** A row of a month: nothing but numbers of days. */
function isRowOfDays(cells: readonly SheetCell[], columns: ReadonlyMap<number, string>): boolean {
  const under = cells.filter(({ column }) => columns.has(column))
  return under.length > 0 && under.every(({ text }) => BARE_DAY.test(uniform(text)))
}

function dayOfMonth(text: string, { span }: Surroundings): string {
  const day = BARE_DAY.exec(uniform(text))![1]!
  return span ? `${span.from.slice(0, 4)}年${Number(span.from.slice(5, 7))}月${day}日` : `${day}日`
}

/** 5日 and then what is on, in one cell of a month. */
const LEADING_DAY = /^\s*(\d{1,2})\s*(?:[日号]|(?=\n))\s*/

function readCell(
  cell: SheetCell,
  { days, label, room = null }: { days: readonly string[]; label: Label; room?: string | null },
  around: Surroundings,
  found: Timetable,
): void {
  let text = uniform(cell.text).trim()
  let dayText = [...new Set(days)].join('、')
  const leading = LEADING_DAY.exec(text)
  const isMonth = leading && around.span?.from.slice(0, 7) === around.span?.to.slice(0, 7)
  if (leading && isMonth) {
    dayText = dayOfMonth(leading[1]!, around)
    text = text.slice(leading[0].length).trim()
  }
  if (text === '' || /^[-/无休×x]+$/i.test(text)) return
  for (const one of classesInCell(text)) {
    const [first, ...rest] = one.split('\n')
    const { title, details: inBrackets } = readTitle(first!)
    const whole = readDetails([title, ...rest].join('\n'), label.part)
    const own = whole.when
    const hasTime = own.meetings.some(({ times }) => times.length > 0)
    const hasDay = own.meetings.some(({ days: written }) => written !== null)
    const said = [hasDay ? '' : dayText, hasTime ? '' : label.text, one].join(' ')
    const { when } = readWhen(said, label.part)
    const [name = '', ...others] = whole.left
    const details = {
      ...whole,
      when,
      ages: whole.ages ?? inBrackets?.ages ?? null,
      seats: whole.seats ?? inBrackets?.seats ?? null,
      fee: whole.fee ?? inBrackets?.fee ?? null,
      teacher: whole.teacher ?? inBrackets?.teacher ?? null,
      place: whole.place ?? inBrackets?.place ?? room,
    }
    const cells = [cell.address, ...(label.cell ? [label.cell] : [])]
    const full = [name, ...others].join(' ')
    const inDoubt: Ask[] =
      others.length > 0 ? [{ kind: 'name', why: `“${full}”是一门课的名称吗？` }] : []
    const draft = { title: full, details, cells, whenCell: cell.address, asks: inDoubt }
    addDraft(found, draft, around)
  }
}
