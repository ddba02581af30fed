import type { On } from './on'
import type { PoolRow } from './tables'
import type { Row, Work } from './transactions'

export const isOpen = ({ opensAt, closesAt }: PoolRow, now: number) =>
  opensAt <= now && now < closesAt

/** What is said of a pool without a seat. */
export function saidOfFull(pool: PoolRow): Row {
  const { capacity, waiting, opensAt, closesAt, version } = pool
  return { capacity, waiting, opensAt, closesAt, version }
}

/** Those of the pools that are full for anybody (`seats.full-pools`). */
export function* fullPools({ tables }: On, values: unknown[]): Work {
  const [, poolIds, now] = values as [string[], string[], Date]
  const rows = poolIds.flatMap((poolId): Row[] => {
    const pool = tables.pools.get(poolId)
    if (!pool || pool.taken < pool.capacity || pool.lessons.length === 0) return []
    return isOpen(pool, now.getTime()) ? [{ poolId, ...saidOfFull(pool) }] : []
  })
  yield 'a moment'
  return rows
}
