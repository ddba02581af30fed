import type { PoolClient } from 'pg'

/**
 * Takes the next number of a centre's list within the transaction that changes its stations, and
 * holds the list's row until commit: whoever sees number n sees every change up to n (decision
 * 0012). Lock the stations first; one number may serve for all that a transaction changes.
 */
export async function nextVersion(client: PoolClient, centreId: string): Promise<number> {
  const { rows } = await client.query<{ version: number }>({
    name: 'stations.next-version',
    text: NEXT_VERSION,
    values: [centreId],
  })
  return rows[0]!.version
}

const NEXT_VERSION = `
insert into changlai.station_list (centre_id, version)
values ($1, 1)
on conflict on constraint station_list_pkey do update set version = station_list.version + 1
returning version`
