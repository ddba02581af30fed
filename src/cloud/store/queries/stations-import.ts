import type { Kysely } from 'kysely'
import type { PoolClient } from 'pg'
import type { KnownStation, StationContent } from '@/cloud/stations-import/plan'
import type { Database } from '@/cloud/store/tables'

/** A centre as an import needs it, its point in GCJ-02. */
export interface ImportCentre {
  centreId: string
  name: string
  lat: number
  lng: number
}

/** Every centre of the deployment, in the district's order. */
export function centresForImport(db: Kysely<Database>): Promise<ImportCentre[]> {
  return db
    .selectFrom('changlai.centre')
    .select(['centre_id as centreId', 'name', 'lat', 'lng'])
    .orderBy('position')
    .orderBy('centre_id')
    .execute()
}

/** A centre's stations as they are now, removed ones too. */
export async function knownStations(
  client: Pick<PoolClient, 'query'>,
  centreId: string,
): Promise<KnownStation[]> {
  return (await client.query<KnownStation>(KNOWN, [centreId])).rows
}

/**
 * The same, held until the transaction ends, in one order for all who import. Take it before the
 * list's number.
 */
export async function lockedStations(
  client: PoolClient,
  centreId: string,
): Promise<KnownStation[]> {
  return (await client.query<KnownStation>(`${KNOWN} for update`, [centreId])).rows
}

/** A station that a list brings, with the keys made for it. */
export interface NewStation {
  stationId: string
  doorCode: string
  content: StationContent
}

const row = (stationId: string, content: StationContent) => ({
  station_id: stationId,
  source_key: content.sourceKey,
  name: content.name,
  address: content.address,
  entrance: content.entrance,
  lat: content.lat,
  lng: content.lng,
  hours: content.hours,
  facilities: content.facilities,
  run_by: content.runBy,
  phone: content.phone,
})

export async function insertStations(
  client: PoolClient,
  centreId: string,
  stations: readonly NewStation[],
  version: number,
): Promise<void> {
  const rows = stations.map(({ stationId, doorCode, content }) => ({
    ...row(stationId, content),
    door_code: doorCode,
  }))
  await client.query(INSERT, [centreId, JSON.stringify(rows), version])
}

/** Writes what a list says of stations that exist; those that were taken off are back again. */
export async function updateStations(
  client: PoolClient,
  centreId: string,
  stations: readonly { stationId: string; content: StationContent }[],
  version: number,
): Promise<void> {
  const rows = stations.map(({ stationId, content }) => row(stationId, content))
  // Two stations may take each other's key, which is unique at every moment.
  const ids = rows.map(({ station_id }) => station_id)
  await client.query(FREE_SOURCE_KEYS, [centreId, ids])
  await client.query(UPDATE, [centreId, JSON.stringify(rows), version])
}

/** Takes stations off the list; whoever waits for an answer about one reads that it is gone. */
export async function removeStations(
  client: PoolClient,
  centreId: string,
  stationIds: readonly string[],
  now: Date,
  version: number,
): Promise<void> {
  await client.query(ANSWER_TASKS, [centreId, stationIds, now])
  await client.query(REMOVE, [centreId, stationIds, now, version])
}

const KNOWN = `
select station_id as "stationId", source_key as "sourceKey", name, address, entrance, lat, lng,
  hours, facilities, run_by as "runBy", phone, removed_at is not null as removed
from changlai.station
where centre_id = $1
order by station_id`

const COLUMNS = `
  station_id text, door_code text, source_key text, name text, address text, entrance text,
  lat double precision, lng double precision, hours jsonb, facilities jsonb, run_by text, phone text`

const INSERT = `
insert into changlai.station (centre_id, station_id, door_code, source_key, name, address, entrance,
  lat, lng, hours, facilities, run_by, phone, version)
select $1::text, n.station_id, n.door_code, n.source_key, n.name, n.address, n.entrance,
  n.lat, n.lng, n.hours, n.facilities, n.run_by, n.phone, $3::bigint
from jsonb_to_recordset($2::jsonb) as n (${COLUMNS})`

const FREE_SOURCE_KEYS = `
update changlai.station set source_key = null where centre_id = $1 and station_id = any($2::text[])`

const UPDATE = `
update changlai.station as s
set source_key = n.source_key, name = n.name, address = n.address, entrance = n.entrance,
  lat = n.lat, lng = n.lng, hours = n.hours, facilities = n.facilities, run_by = n.run_by,
  phone = n.phone, version = $3::bigint, removed_at = null
from jsonb_to_recordset($2::jsonb) as n (${COLUMNS})
where s.centre_id = $1 and s.station_id = n.station_id`

const ANSWER_TASKS = `
update changlai.station_task
set settlement = 'gone', settled_at = $3::timestamptz
where centre_id = $1 and station_id = any($2::text[])
  and (settlement is null or settlement = 'will-take-time')`

const REMOVE = `
update changlai.station
set removed_at = $3::timestamptz, version = $4::bigint
where centre_id = $1 and station_id = any($2::text[])`
