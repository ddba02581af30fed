import { deflateRawSync } from 'node:zlib'
import { packStations } from '@/domain/stations/packed-list'
import type { StationBrief } from '@/domain/stations/station'
import { toInstantText } from '@/domain/time/instant'
import type { Handler } from '@/cloud/handler'
import type { Store } from '@/cloud/store'
import {
  type ChangePosition,
  listVersions,
  stationsChangedSince,
} from '@/cloud/store/queries/stations/changes'
import { WRONG_CURSOR, pageOf, readCursor, writeCursor } from '../cursor'
import { holidaysAround } from './station'
import { type PackedPage, wholeListPage } from './whole-list'

const PAGE = 1_000

type Row = Awaited<ReturnType<typeof stationsChangedSince>>[number]

/** What changed in the whole list since the versions that a phone holds. */
export const changedStations: Handler<'stations.changes'> = async ({ input, dependencies }) => {
  const { store, clock } = dependencies
  const after = readCursor(input.after, ['key', 'number', 'key'])
  if (after === null) return WRONG_CURSOR
  // Numbers first: what is read after them holds at least all that they count.
  const versions = await listVersions(store.db)
  const ahead = notReached(input.have, versions)
  const have = Object.fromEntries(
    Object.entries(input.have).map(([centreId, version]) => [
      centreId,
      ahead.includes(centreId) ? 0 : version,
    ]),
  )
  const pack = () => packedPage(store, have, after)
  const { packed, removed, last } =
    Object.keys(have).length === 0
      ? await wholeListPage(store, versions, after, pack)
      : await pack()
  const complete = versions.filter(
    ({ centre_id }) =>
      (after === undefined || centre_id >= after[0]) && (last === null || centre_id < last[0]),
  )
  const now = clock.now().getTime()
  return {
    value: {
      now: toInstantText(now),
      packed,
      removed,
      versions: Object.fromEntries(complete.map((list) => [list.centre_id, list.version])),
      ahead,
      holidays: { ...holidaysAround(now) },
      after: last && writeCursor(...last),
    },
  }
}

/**
 * The centres of which a phone holds a number that this database has not reached, after a backup was
 * restored: of those it gets everything again.
 */
function notReached(
  have: Readonly<Record<string, number>>,
  versions: readonly { centre_id: string; version: number }[],
): string[] {
  const reached = new Map(versions.map((list) => [list.centre_id, list.version]))
  return Object.keys(have).filter((centreId) => have[centreId]! > (reached.get(centreId) ?? 0))
}

async function packedPage(
  store: Store,
  have: Readonly<Record<string, number>>,
  after: ChangePosition | undefined,
): Promise<PackedPage> {
  const rows = await stationsChangedSince(store.db, { have, after, limit: PAGE + 1 })
  const { page, last } = pageOf(rows, PAGE)
  return {
    packed: packed(page.filter(({ removed_at }) => removed_at === null)),
    removed: page.filter(({ removed_at }) => removed_at !== null).map((row) => row.station_id),
    last: last && [last.centre_id, last.version, last.station_id],
  }
}

function packed(rows: readonly Row[]): string {
  return deflateRawSync(packStations(rows.map(briefOf)), { level: 9 }).toString('base64')
}

function briefOf(row: Row): StationBrief {
  return {
    stationId: row.station_id,
    name: row.name,
    address: row.address,
    entrance: row.entrance,
    lat: row.lat,
    lng: row.lng,
    hours: row.hours,
    facilities: row.facilities,
    confirmedAt: row.confirmed_at,
    confirmedBy: row.confirmed_by,
    doubtUntil: row.doubt_until,
    doubtedBy: row.doubted_by,
  }
}
