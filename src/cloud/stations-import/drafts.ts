import type { Facility } from '@/domain/stations/facility'
import { parseHours } from '@/domain/stations/parse-hours'
import type { Point } from '@/domain/stations/station'
import type { StationHours } from '@/domain/stations/station-hours'
import { readFacilities } from './facility-words'
import type { Field, Table } from './header'
import { sourceKey } from './identity'
import { type ReadPoint, readPair, readPoint } from './read-point'
import type { SheetRow } from './sheet'

/** What is wrong with a row, for staff: the row as in the sheet, the column, what was read there. */
export interface RowError {
  row: number
  column: string
  problem: string
  read: string
}

/**
 * A station as a row has it, its point in the list's own datum. Null where the list says nothing of
 * it: such a field of a station that exists is left as it is.
 */
export interface Draft {
  row: number
  sourceKey: string
  name: string
  address: string
  point: Point
  entrance: string | null
  hours: StationHours | null
  facilities: Facility[] | null
  runBy: string | null
  phone: string | null
}

export interface Drafts {
  drafts: Draft[]
  errors: RowError[]
  /** Words for facilities that nobody knows, with the rows that have them. */
  unknownWords: Map<string, number[]>
}

/** As long as the columns of the table are. */
const MOST_CHARACTERS = { name: 40, address: 80, entrance: 60, runBy: 40, phone: 20 } as const

class Reading {
  readonly errors: RowError[] = []

  constructor(
    readonly row: SheetRow,
    private readonly columns: Table['columns'],
  ) {}

  text(field: Field): string {
    const column = this.columns[field]
    return (column && this.row.cells[column.index]) ?? ''
  }

  wrong(field: Field, problem: string, read = this.text(field)): null {
    const column = this.columns[field]?.title ?? ''
    this.errors.push({ row: this.row.number, column, problem, read })
    return null
  }

  line(field: keyof typeof MOST_CHARACTERS): string | null {
    const text = this.text(field)
    const most = MOST_CHARACTERS[field]
    if ([...text].length > most) return this.wrong(field, `最多 ${most} 个字`)
    return text === '' ? null : text
  }

  needed(field: 'name' | 'address'): string {
    if (this.text(field) === '') this.wrong(field, '没有写')
    return this.line(field) ?? ''
  }

  point(): Point {
    const one: Field = this.columns.lng && this.columns.lat ? 'lng' : 'point'
    const texts = one === 'lng' ? [this.text('lng'), this.text('lat')] : [this.text('point')]
    const empty = texts.some((text) => text === '')
    const read: ReadPoint = empty
      ? { problem: '没有写位置' }
      : one === 'lng'
        ? readPair(texts[0]!, texts[1]!)
        : readPoint(texts[0]!)
    if ('point' in read) return read.point
    this.wrong(one, read.problem, texts.join('，'))
    return { lat: 0, lng: 0 }
  }

  hours(year: number): StationHours | null {
    const text = this.text('hours')
    if (text === '') return null
    const parsed = parseHours(text, { year })
    if (parsed.ok) return parsed.hours
    return this.wrong(
      'hours',
      `${parsed.problem}（第 ${[...text.slice(0, parsed.at)].length + 1} 个字起）`,
    )
  }

  /** The first of several numbers; a list gives more than one where nobody answers the first. */
  phone(): string | null {
    const text = this.text('phone').normalize('NFKC')
    if (text === '') return null
    const first = text.split(/[、,;/|\s]+/).find((part) => /\d{5,}/.test(part.replace(/\D/g, '')))
    const plain = first?.replace(/^[^\d+]+/, '').replace(/[^\d)]+$/, '') ?? ''
    if (!/^\+?[\d()-]{5,20}$/.test(plain)) return this.wrong('phone', '不是电话号码')
    return plain
  }
}

/** Above and below its stations a list has notes and sums: no name, address or position, or 合计. */
function isNote(reading: Reading): boolean {
  const telling = ['name', 'address', 'lng', 'lat', 'point'] as const
  if (telling.every((field) => reading.text(field) === '')) return true
  const first = reading.row.cells.find((cell) => cell !== '') ?? ''
  return /^((合计|总计|小计|共计)|(备注|说明|注)\s*[:：])/.test(first)
}

/** Reads the rows of a table; `year` is that of dates in opening hours that have none. */
export function readDrafts({ columns, rows }: Table, year: number): Drafts {
  const result: Drafts = { drafts: [], errors: [], unknownWords: new Map() }
  const seen = new Map<string, number>()
  for (const row of rows) {
    const reading = new Reading(row, columns)
    if (isNote(reading)) continue
    const named = readFacilities(reading.text('facilities'))
    const name = reading.needed('name')
    const address = reading.needed('address')
    const key = sourceKey(name, address)
    const draft: Draft = {
      row: row.number,
      sourceKey: key,
      name,
      address,
      point: reading.point(),
      entrance: reading.line('entrance'),
      hours: reading.hours(year),
      facilities: reading.text('facilities') === '' ? null : named.facilities,
      runBy: reading.line('runBy'),
      phone: reading.phone(),
    }
    const before = seen.get(key)
    if (before !== undefined && reading.errors.length === 0) {
      reading.wrong('name', `与第 ${before} 行是同一个驿站（名称和地址相同）`)
    }
    seen.set(key, before ?? row.number)
    for (const word of named.unknown) {
      const places = result.unknownWords.get(word) ?? []
      result.unknownWords.set(word, [...places, row.number])
    }
    if (reading.errors.length === 0) result.drafts.push(draft)
    result.errors.push(...reading.errors)
  }
  return result
}
