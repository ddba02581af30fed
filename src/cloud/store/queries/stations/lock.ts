import type { PoolClient } from 'pg'
import { centreOf } from '@/domain/access/key'
import type { Facilities } from '@/domain/stations/facility'

/** A station as far as words change it, held until the transaction ends. */
export interface LockedStation {
  centreId: string
  stationId: string
  facilities: Facilities
  confirmedAt: number | null
  confirmedBy: number
  doubtUntil: number | null
  doubtedBy: number
}

/**
 * Holds a station that is still there; null for any other. Who judges its words does so under this
 * lock, because each has to see what the others said. Take it before a list's number.
 */
export async function lockStation(
  client: PoolClient,
  stationId: string,
): Promise<LockedStation | null> {
  const { rows } = await client.query<LockedStation>({
    name: 'stations.lock',
    text: LOCK,
    values: [centreOf(stationId), stationId],
  })
  return rows[0] ?? null
}

/** Holds a person's turn, so that two reports of one person at once are counted one by one. */
export async function lockPerson(client: PoolClient, personId: string): Promise<void> {
  await client.query({
    name: 'stations.lock-person',
    text: 'select from changlai.person where person_id = $1 for no key update',
    values: [personId],
  })
}

const LOCK = `
select centre_id as "centreId", station_id as "stationId", facilities,
  confirmed_at as "confirmedAt", confirmed_by as "confirmedBy",
  doubt_until as "doubtUntil", doubted_by as "doubtedBy"
from changlai.station
where centre_id = $1 and station_id = $2 and removed_at is null
for update`
