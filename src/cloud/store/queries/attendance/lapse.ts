import type { Pool } from 'pg'

/** Waives at `now` what was contested at an instant or before and nobody looked at, at most 1,000; gives how many. */
export async function waiveContestedBy(pool: Pool, instant: Date, now: Date): Promise<number> {
  const { rowCount } = await pool.query({
    name: 'attendance.lapse',
    text: LAPSE,
    values: [instant, now],
  })
  return rowCount ?? 0
}

const LAPSE = `
update changlai.strike
set state = 'waived', settled_at = $2::timestamptz
where ctid = any (array(
  select ctid from changlai.strike
  where state = 'contested' and contested_at <= $1::timestamptz
  order by contested_at
  limit 1000
  for update skip locked
))`
