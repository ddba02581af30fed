import type { ParsedInput } from '@/contract'
import { isAlwaysOpen } from '@/domain/stations/opening'
import type { HolidayMarks } from '@/domain/stations/station-hours'
import { toInstantText } from '@/domain/time/instant'
import type { Dependencies, Handler } from '@/cloud/handler'
import { shortNameOfCentre } from '@/cloud/store/queries/centres'
import {
  type StationPosition,
  type StationRow,
  stationsInOrder,
} from '@/cloud/store/queries/stations/list'
import { WRONG_CURSOR, pageOf, readCursor, writeCursor } from '../cursor'
import { holidaysAround, isOpen, stationOf } from './station'

const PAGE = 20
/** How many rows are read at once while looking for those that are open: hours are judged here. */
const READ_ON = 200

type Row = StationRow & { distance: number }

/** Rest stations, nearest first or by key. */
export const listStations: Handler<'stations.list'> = async ({ input, dependencies }) => {
  const { store, clock } = dependencies
  const after = readCursor(input.after, ['number', 'key'])
  if (after === null) return WRONG_CURSOR
  const { centreId, near } = input
  if (centreId !== undefined && (await shortNameOfCentre(store.db, centreId)) === null) {
    return { refusal: { code: 'NOT_FOUND', facts: { what: 'centre' } } }
  }
  const now = clock.now()
  const marks = holidaysAround(now.getTime())
  const rows = await fitting({ input, after, now, marks, dependencies })
  const { page, last } = pageOf(rows, PAGE)
  return {
    value: {
      now: toInstantText(now.getTime()),
      stations: page.map((row) => ({
        ...stationOf(row, now.getTime(), marks),
        distanceM: near ? row.distance : null,
      })),
      after: last && writeCursor(last.distance, last.station_id),
    },
  }
}

/** One row more than a page, if there are so many; reads on until they are found. */
async function fitting(wish: {
  input: ParsedInput<'stations.list'>
  after: StationPosition | undefined
  now: Date
  marks: HolidayMarks
  dependencies: Dependencies
}): Promise<Row[]> {
  const { input, now, marks, dependencies } = wish
  const { near, centreId, open, facilities = [] } = input
  const limit = open === undefined ? PAGE + 1 : READ_ON
  const found: Row[] = []
  let { after } = wish
  for (;;) {
    const undoubted = open === 'now'
    const rows = await stationsInOrder(dependencies.store.db, {
      ...{ near, centreId, facilities, undoubted, after, now, limit },
    })
    found.push(...rows.filter((row) => fits(row, open, now.getTime(), marks)))
    const last = rows[rows.length - 1]
    if (!last || rows.length < limit || found.length > PAGE) return found.slice(0, PAGE + 1)
    after = [last.distance, last.station_id]
  }
}

/** A station whose hours nobody knows is not known to be closed. */
function fits(
  row: StationRow,
  open: 'now' | '24h' | undefined,
  now: number,
  marks: HolidayMarks,
): boolean {
  if (open === 'now') return isOpen(row, now, marks) !== false
  if (open === undefined) return true
  // What never closes may be shut on a special day all the same, and then it is of no use now.
  return row.hours !== null && isAlwaysOpen(row.hours) && isOpen(row, now, marks) === true
}
