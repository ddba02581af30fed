import type { Pool } from 'pg'

/** Deletes what was reported before an instant, at most 10,000 at once; gives how many. */
export async function forgetReportsBefore(pool: Pool, instant: Date): Promise<number> {
  const { rowCount } = await pool.query(FORGET, [instant])
  return rowCount ?? 0
}

/** The stations that have something which people doubt. */
export async function stationsWithDoubts(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ stationId: string }>(WITH_DOUBTS)
  return rows.map(({ stationId }) => stationId)
}

const FORGET = `
delete from changlai.station_report
where ctid = any (array(
  select ctid from changlai.station_report
  where reported_at < $1
  order by reported_at
  limit 10000
  for update skip locked
))`

const WITH_DOUBTS = `
select station_id as "stationId"
from changlai.station
where removed_at is null
  and exists (select from jsonb_each_text(facilities) as has where has.value = 'doubted')
order by station_id`
