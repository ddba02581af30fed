import type { PoolRow, SeatRow, Tables } from './tables'

/** The seats of somebody that share time with a pool at `now` or later, the first one first. */
export function clashesOf(
  tables: Tables,
  personId: string,
  wished: PoolRow,
  now: number,
): { seat: SeatRow; pool: PoolRow; startsAt: number; endsAt: number }[] {
  const found: ReturnType<typeof clashesOf> = []
  for (const seat of tables.seatsOfPerson.get(personId) ?? []) {
    if (!seat.isBooked || seat.poolId === wished.poolId) continue
    const pool = tables.pools.get(seat.poolId)!
    for (const { startsAt, endsAt } of pool.lessons) {
      if (endsAt <= now) continue
      const shares = wished.lessons.some((one) => one.startsAt < endsAt && startsAt < one.endsAt)
      if (shares) found.push({ seat, pool, startsAt, endsAt })
    }
  }
  return found.sort((one, other) => one.startsAt - other.startsAt)
}
