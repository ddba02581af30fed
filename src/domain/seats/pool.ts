/** How a pool gives its seats: first come, or drawn. */
export const POOL_MODES = ['open', 'ballot'] as const
export type PoolMode = (typeof POOL_MODES)[number]

/** The form through which alone a pool is booked: a private consultation or a mediation. */
export const POOL_INTAKES = ['legal', 'mediation'] as const
export type PoolIntake = (typeof POOL_INTAKES)[number]

/** What a resident can do with a pool at a given instant. */
export const POOL_STATES = ['upcoming', 'open', 'full', 'closed'] as const
export type PoolState = (typeof POOL_STATES)[number]

/** The part of a pool that decides its state. Instants are milliseconds since the epoch. */
export interface PoolTimes {
  capacity: number
  taken: number
  opensAt: number
  closesAt: number
}

/**
 * The state of a pool at `now` (milliseconds since the epoch). A pool opens at `opensAt` inclusive
 * and closes at `closesAt` exclusive; closed wins over full, so that nobody waits for a seat that
 * can no longer come.
 */
export function poolState(pool: PoolTimes, now: number): PoolState {
  if (now >= pool.closesAt) return 'closed'
  if (now < pool.opensAt) return 'upcoming'
  return pool.taken >= pool.capacity ? 'full' : 'open'
}

/** How many seats of a pool are left; never negative. */
export function seatsLeft(pool: Pick<PoolTimes, 'capacity' | 'taken'>): number {
  return Math.max(0, pool.capacity - pool.taken)
}

/** A pool's seats, and what its waiting list wants of them. */
export interface ListedSeats {
  capacity: number
  taken: number
  /** How many entries wait. */
  waiting: number
  /** As soon as so many seats are free they are the list's; null when nobody waits. */
  listTakesFrom: number | null
}

/** How many seats of a pool whoever comes may book: none that somebody on the list could be given. */
export function seatsForAnyone({ capacity, taken, listTakesFrom }: ListedSeats): number {
  const free = seatsLeft({ capacity, taken })
  return listTakesFrom !== null && free >= listTakesFrom ? 0 : free
}
