/** Who wants what on the morning of a rush: the same for the same seed, in every process. */
export interface Morning {
  contenders: number
  seats: number
  pools: number
  zipf: number
  seed: number
}

/** The centre of the rush. */
export const CENTRE = 'rush'

/** How the keys of a morning's pools begin, and those of the term before. */
export const POOLS = `${CENTRE}.p`
export const POOLS_BEFORE = `${CENTRE}.before`

export const poolKey = (pool: number) => `${POOLS}${pool}`
export const openidOf = (contender: number) => `rush-${contender}`

/** What contenders come for: a seat, or a place on the waiting list. */
export type Wanted = 'seats.book' | 'waitlist.join'

/** What a contender sends: one intent, so always the same requestId. */
export function requestOf(
  { seed }: Morning,
  contender: number,
  pool: number,
  operation: Wanted = 'seats.book',
): string {
  const intent = operation === 'seats.book' ? 'contender' : 'waits'
  return JSON.stringify({
    operation,
    input: { poolId: poolKey(pool) },
    requestId: `rush-${seed}-${intent}-${contender}`,
    client: '1.0.0',
  })
}

/** The seats of each pool: as many in each, the first with one more where they do not come out even. */
export function capacities({ seats, pools }: Morning): number[] {
  const [each, more] = [Math.floor(seats / pools), seats % pools]
  return Array.from({ length: pools }, (_, pool) => Math.max(1, each + (pool < more ? 1 : 0)))
}

/** The pool that each contender wants, by Zipf's law: the n-th in favour by 1/n^zipf. */
export function wantedPool({ pools, zipf, seed }: Morning): (contender: number) => number {
  const upTo = new Float64Array(pools)
  let sum = 0
  for (let pool = 0; pool < pools; pool += 1) upTo[pool] = sum += (pool + 1) ** -zipf
  return (contender) => {
    const at = chance(seed, contender) * sum
    let [low, high] = [0, pools - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if (upTo[middle]! > at) high = middle
      else low = middle + 1
    }
    return low
  }
}

/** A number from 0 to 1 for each contender (the finalizer of MurmurHash3). */
function chance(seed: number, contender: number): number {
  let hash = Math.imul(contender + 1, 0x9e3779b1) ^ Math.imul(seed + 1, 0x85ebca77)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
}

/** A smaller morning of the same kind, with as many contenders for a seat. */
export function scaledTo(morning: Morning, contenders: number): Morning {
  const share = Math.min(1, contenders / morning.contenders)
  return {
    ...morning,
    contenders: Math.round(morning.contenders * share),
    seats: Math.max(morning.pools, Math.round(morning.seats * share)),
  }
}
