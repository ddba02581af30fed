import type { Datum } from '@/domain/stations/datum'
import { distanceBetween } from '@/domain/stations/distance'
import type { Point } from '@/domain/stations/station'
import { type DatumGuess, guessDatum, toGcj02 } from './datum'
import { type Draft, type RowError, readDrafts } from './drafts'
import { findTable } from './header'
import { plainKey } from './identity'
import { type KnownStation, type Plan, makePlan } from './plan'
import { readList } from './read-list'

/** A centre's stations lie no further from it. */
const FARTHEST_METRES = 60_000

/** Where a list's datum is known from; `guessed` has to be asked before anything is written. */
export type DatumSource = 'given' | 'named' | 'guessed'

/** What a list would do to a centre's stations, before anything is done. */
export interface Preview {
  sheet: string
  /** Titles of columns that were not read. */
  unread: string[]
  /** How many rows were taken for stations, those with errors too. */
  stationRows: number
  datum: Datum
  datumSource: DatumSource
  /** What the list itself names, though another datum was given. */
  datumNamed: Datum | null
  guess: DatumGuess | null
  errors: RowError[]
  unknownWords: Map<string, number[]>
  /** The rows without errors, their points in GCJ-02. */
  drafts: Draft[]
  plan: Plan
}

/** What a list is held against. `datum` is what somebody declared; `year` that of dates without one. */
export interface Surroundings {
  centre: Point
  otherCentres: readonly Point[]
  known: readonly KnownStation[]
  datum: Datum | null
  year: number
}

/** Reads a list and says what it would change. Throws ListRefused for one that cannot be read. */
export function previewList(bytes: Uint8Array, around: Surroundings): Preview {
  const table = findTable(readList(bytes))
  const read = readDrafts(table, around.year)
  const stands = around.known.filter(({ removed }) => !removed)
  const guess = guessDatum(
    read.drafts.map(({ name, point }) => ({ nameKey: plainKey(name), point })),
    [
      ...stands.map((one) => ({ nameKey: plainKey(one.name), point: one })),
      ...[around.centre, ...around.otherCentres].map((point) => ({ nameKey: null, point })),
    ],
  )
  const declared = around.datum ?? table.datum
  const datum = declared ?? guess?.datum ?? 'GCJ-02'
  const errors = [...read.errors]
  const column = (table.columns.lng ?? table.columns.point)!.title
  const drafts: Draft[] = []
  for (const draft of read.drafts) {
    const point = toGcj02(draft.point, datum)
    const metres = distanceBetween(point, around.centre)
    if (metres <= FARTHEST_METRES) drafts.push({ ...draft, point })
    else {
      errors.push({
        row: draft.row,
        column,
        problem: `离社区中心 ${Math.round(metres / 1000)} 公里，超过 60 公里，请核对`,
        read: `${draft.point.lng}，${draft.point.lat}`,
      })
    }
  }
  return {
    sheet: table.sheet,
    unread: table.unread,
    stationRows: new Set([...errors, ...drafts].map(({ row }) => row)).size,
    datum,
    datumSource: around.datum ? 'given' : table.datum ? 'named' : 'guessed',
    datumNamed: table.datum,
    guess,
    errors: errors.sort((a, b) => a.row - b.row),
    unknownWords: read.unknownWords,
    drafts,
    plan: makePlan(drafts, around.known),
  }
}
