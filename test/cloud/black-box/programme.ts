import type { Pool } from 'pg'

const HOUR = 3_600_000

/** Pools of seats by what a resident finds: each of an activity of its own, so that none clash. */
export const POOLS = {
  roomy: 'nongye.roomy',
  single: 'nongye.single',
  another: 'nongye.another',
  notYet: 'nongye.not-yet',
  over: 'nongye.over',
  noCancel: 'nongye.no-cancel',
} as const

interface PoolOf {
  capacity?: number
  opensIn?: number
  closesIn?: number
  cancelIn?: number
}

/** Writes a small programme as staff would have: times are hours from now. */
export async function writeProgramme(pool: Pool): Promise<void> {
  await pool.query(
    `insert into changlai.centre (centre_id, position, name, short_name, address, lat, lng, phone, hours)
     values ('nongye', 1, '示例党群服务中心', '示例', '示例路 1 号', 34.75, 113.61, '0371-00000000', '[]')`,
  )
  await writePool(pool, POOLS.roomy, 10, {})
  await writePool(pool, POOLS.single, 20, { capacity: 1 })
  await writePool(pool, POOLS.another, 30, {})
  await writePool(pool, POOLS.notYet, 40, { opensIn: 5 })
  await writePool(pool, POOLS.over, 50, { closesIn: -1 })
  await writePool(pool, POOLS.noCancel, 60, { cancelIn: -1 })
}

async function writePool(pool: Pool, id: string, startsIn: number, over: PoolOf): Promise<void> {
  const { capacity = 50, opensIn = -100, closesIn = startsIn - 1, cancelIn = startsIn - 2 } = over
  const at = (hours: number) => new Date(Math.floor(Date.now() / 1000) * 1000 + hours * HOUR)
  const [startsAt, endsAt] = [at(startsIn), at(startsIn + 1)]
  const day = new Date(startsAt.getTime() + 8 * HOUR).toISOString().slice(0, 10)
  const rule = {
    frequency: 'dates',
    dates: [day],
    startsOn: day,
    time: '15:00',
    durationMinutes: 60,
  }
  await pool.query(
    `insert into changlai.activity (centre_id, activity_id, title, category, audience, description, host, place, rule, seating)
     values ('nongye', $1, $2, 'lecture', 'everyone', '示例说明', '示例社区', '讲座室', $3, '{}')`,
    [id, `示例讲座 ${id}`, JSON.stringify(rule)],
  )
  await pool.query(
    `insert into changlai.pool (centre_id, pool_id, activity_id, capacity, opens_at, closes_at, cancel_until, starts_at, ends_at)
     values ('nongye', $1, $1, $2, $3, $4, $5, $6, $7)`,
    [id, capacity, at(opensIn), at(closesIn), at(cancelIn), startsAt, endsAt],
  )
  await pool.query(
    `insert into changlai.occurrence (centre_id, occurrence_id, activity_id, pool_id, day, starts_at, ends_at, original_starts_at, place)
     values ('nongye', $1, $1, $1, $2, $3, $4, $3, '讲座室')`,
    [id, day, startsAt, endsAt],
  )
}
