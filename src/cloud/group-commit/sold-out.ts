import { centreOf } from '@/domain/access/key'
import type { BookingFacts } from '@/domain/seats/explain-refusal'
import { Recent } from '../recent'
import type { SeatQuestion } from '@/cloud/store/queries/seats/wish'

/** What a refusal says of a pool without a seat. */
export interface NoSeats {
  capacity: number
  waiting: number
}

interface Remembered extends NoSeats {
  opensAt: number
  closesAt: number
  /** Everybody who has or had to do with a booking of it: their requests are looked up. */
  known: ReadonlySet<string>
  /** On the clock that only goes forward, in milliseconds. */
  until: number
}

/** What is remembered is asked anew after so long, whatever was or was not heard meanwhile. */
export const REMEMBERED_FOR_MS = 2_000
/** Those asked for longest ago are forgotten first. */
const MOST_POOLS = 5_000
/** So many refusals at least are told again as they were, to whoever asks again. */
const MOST_TOLD = 20_000

/**
 * The pools of which this host knows that they have no seat left, so that it need not ask the database
 * for everybody who comes. Only what nobody's person decides is answered from it: a wish for whoever
 * asks and nobody else, in a pool that is open to everybody, by somebody who has no booking in it.
 *
 * What is remembered holds until somebody says otherwise (`forget`), and never longer than
 * REMEMBERED_FOR_MS. Nothing is learnt from a question that was asked before something was forgotten.
 * What was told is told again under the same requestId, also when somebody has given a seat back since.
 */
export class SoldOutPools {
  private readonly pools = new Map<string, Remembered>()
  /** When each pool was last forgotten, counted; of those that are not in it, not after `allForgotten`. */
  private readonly forgotten = new Map<string, number>()
  private allForgotten = 0
  private count = 0
  private listening = false
  private readonly told = new Recent<NoSeats & { inputHash: Buffer }>(MOST_TOLD)

  constructor(private readonly time: () => number = () => performance.now()) {}

  /** That changes of other hosts are heard from now on, or no longer: then nothing is remembered. */
  hear(listening: boolean): void {
    this.listening = listening
    this.forgetAll()
  }

  /** Before a question is asked: what its answer may be learnt by. */
  mark(): number {
    return this.count
  }

  /** What a wish is told without asking anybody; null when it has to be asked. */
  answer(wish: SeatQuestion): NoSeats | null {
    const { personId, requestId, inputHash } = wish.intent
    const name = `${personId} ${requestId}`
    const told = this.told.get(name)
    if (told?.inputHash.equals(inputHash)) return noSeats(told)
    const pool = this.fullPool(wish)
    if (!pool) return null
    this.told.keep(name, { ...noSeats(pool), inputHash })
    return noSeats(pool)
  }

  private fullPool(wish: SeatQuestion): Remembered | null {
    if (wish.attendeeIds !== undefined || wish.holderId !== undefined) return null
    const pool = this.pools.get(wish.poolId)
    if (!pool) return null
    const now = wish.now.getTime()
    if (this.time() > pool.until) {
      this.pools.delete(wish.poolId)
      return null
    }
    const isOpen = now >= pool.opensAt && now < pool.closesAt
    return isOpen && !pool.known.has(wish.intent.personId) ? pool : null
  }

  /** Whether a pool without a seat may be remembered at all. */
  mayRemember(pool: NonNullable<BookingFacts['pool']>, now: number): boolean {
    return (
      this.listening &&
      pool.mode === 'open' &&
      pool.taken >= pool.capacity &&
      pool.intake === null &&
      pool.onlyRole === null &&
      (pool.homeCentreUntil === null || pool.homeCentreUntil <= now)
    )
  }

  remember(
    poolId: string,
    pool: NoSeats & { opensAt: number; closesAt: number },
    known: ReadonlySet<string>,
    mark: number,
  ): void {
    if (!this.listening || this.forgottenAfter(poolId, mark)) return
    const { capacity, waiting, opensAt, closesAt } = pool
    const until = this.time() + REMEMBERED_FOR_MS
    this.pools.delete(poolId)
    this.pools.set(poolId, { capacity, waiting, opensAt, closesAt, known, until })
    if (this.pools.size > MOST_POOLS) this.pools.delete(this.pools.keys().next().value!)
  }

  private forgottenAfter(poolId: string, mark: number): boolean {
    return Math.max(this.forgotten.get(poolId) ?? 0, this.allForgotten) > mark
  }

  forget(poolId: string): void {
    this.count += 1
    this.pools.delete(poolId)
    this.forgotten.set(poolId, this.count)
    if (this.forgotten.size <= MOST_POOLS) return
    this.forgotten.clear()
    this.allForgotten = this.count
  }

  forgetCentre(centreId: string): void {
    if (centreId === '-') return
    for (const poolId of this.pools.keys()) if (centreOf(poolId) === centreId) this.forget(poolId)
    // A question about another of its pools may be under way.
    this.allForgotten = ++this.count
  }

  forgetAll(): void {
    this.pools.clear()
    this.forgotten.clear()
    this.allForgotten = ++this.count
  }
}

/** In the order in which PostgreSQL gives the answer back that it keeps, so that both are one text. */
const noSeats = ({ waiting, capacity }: NoSeats): NoSeats => ({ waiting, capacity })
