import type { PoolClient } from 'pg'
import { centreOf } from '@/domain/access/key'
import type { Facilities } from '@/domain/stations/facility'
import type { StationHours } from '@/domain/stations/station-hours'
import { nextVersion } from './stations/next-version'

/** A station before anybody said anything of it. */
export interface NewStation {
  stationId: string
  doorCode: string
  name: string
  address: string
  entrance: string | null
  lat: number
  lng: number
  hours: StationHours | null
  facilities: Facilities
  runBy: string
  phone: string | null
}

/** Writes a station unless there is or was one of its key; gives whether it did. */
export async function writeSampleStation(
  client: PoolClient,
  station: NewStation,
): Promise<boolean> {
  const { stationId, doorCode, name, address, entrance, lat, lng, runBy, phone } = station
  const centreId = centreOf(stationId)
  const { rowCount } = await client.query(KNOWN, [centreId, stationId])
  if (rowCount) return false
  await client.query(WRITE, [
    ...[centreId, stationId, doorCode, name, address, entrance, lat, lng],
    ...[station.hours && JSON.stringify(station.hours), JSON.stringify(station.facilities)],
    ...[runBy, phone, await nextVersion(client, centreId)],
  ])
  return true
}

const KNOWN = 'select from changlai.station where centre_id = $1 and station_id = $2'

const WRITE = `
insert into changlai.station
  (centre_id, station_id, door_code, name, address, entrance, lat, lng, hours, facilities, run_by,
   phone, version)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb, $10::jsonb, $11, $12, $13)`
