import type { Pool, PoolClient } from 'pg'
import type { DrawnPicture } from '@/cloud/files/drawn-picture'
import type { LockedStation } from './lock'
import { nextVersion } from './next-version'

/** Hangs a picture at a station that the transaction holds; the one before is gone. */
export async function hangPhoto(
  client: PoolClient,
  { centreId, stationId }: LockedStation,
  { name: photoId, jpeg, width, height }: DrawnPicture,
  now: Date,
): Promise<void> {
  await dropPhoto(client, centreId, stationId)
  await client.query({
    name: 'stations.hang-photo',
    text: HANG,
    values: [centreId, photoId, stationId, jpeg, now],
  })
  await namePhoto(client, centreId, [stationId, photoId, width, height])
}

/** Takes the picture of a station that the transaction holds down; nothing changes without one. */
export async function takePhotoDown(
  client: PoolClient,
  { centreId, stationId }: LockedStation,
): Promise<void> {
  if (!(await dropPhoto(client, centreId, stationId))) return
  await namePhoto(client, centreId, [stationId, null, null, null])
}

/** A picture by its name; null for one that is not, or no longer, there. */
export async function photoNamed(
  pool: Pool,
  centreId: string,
  photoId: string,
): Promise<Buffer | null> {
  const { rows } = await pool.query<{ jpeg: Buffer }>({
    name: 'stations.photo-named',
    text: NAMED,
    values: [centreId, photoId],
  })
  return rows[0]?.jpeg ?? null
}

async function dropPhoto(
  client: PoolClient,
  centreId: string,
  stationId: string,
): Promise<boolean> {
  const { rowCount } = await client.query({
    name: 'stations.drop-photo',
    text: DROP,
    values: [centreId, stationId],
  })
  return (rowCount ?? 0) > 0
}

/** Writes down what hangs at a station, with the next number of its list. */
async function namePhoto(client: PoolClient, centreId: string, named: unknown[]): Promise<void> {
  const version = await nextVersion(client, centreId)
  await client.query({
    name: 'stations.name-photo',
    text: NAME,
    values: [centreId, ...named, version],
  })
}

const HANG = `
insert into changlai.station_photo (centre_id, photo_id, station_id, jpeg, hung_at)
values ($1, $2, $3, $4::bytea, $5::timestamptz)`

const DROP = `
delete from changlai.station_photo
where centre_id = $1 and station_id = $2`

const NAME = `
update changlai.station
set photo = $3, photo_width = $4::integer, photo_height = $5::integer, version = $6::bigint
where centre_id = $1 and station_id = $2`

const NAMED = `
select jpeg
from changlai.station_photo
where centre_id = $1 and photo_id = $2`
