import { centreOf } from '@/domain/access/key'
import type { SoldOut } from '../store/queries/seats/wish'

/** What a refusal says of a pool without a seat. */
export interface NoSeats {
  readonly capacity: number
  readonly waiting: number
}

/** What somebody asks for, for themselves. */
export interface OneSeat {
  poolId: string
  now: Date
}

/** A moment before a question is asked. */
export interface Mark {
  /** How much had been forgotten. */
  count: number
  /** On the clock that only goes forward, in milliseconds. */
  at: number
}

interface Remembered {
  /** One for all who are told it, in the order in which PostgreSQL gives a kept answer back. */
  noSeats: NoSeats
  opensAt: number
  closesAt: number
  /**
   * Everybody who has or had to do with a booking of it, as persons and as the platform names them:
   * their requests are looked up.
   */
  known: ReadonlySet<string>
  /** Of the pool's row, as it was asked for. */
  version: string
  /** On the clock that only goes forward, in milliseconds. */
  askedAt: number
  /** When somebody last came for it, on the same clock. */
  wantedAt: number
}

/** What is remembered ends after so long, whatever was or was not heard meanwhile. */
export const REMEMBERED_FOR_MS = 2_000
/** From then on it is time to ask anew, so that nobody else has to while people come for it… */
const STALE_AFTER_MS = REMEMBERED_FOR_MS / 2
/** …together with whatever soon will be, of those that somebody came for not long ago. */
const SOON_STALE_AFTER_MS = STALE_AFTER_MS / 2
const WANTED_FOR_MS = 10_000
/** Those asked for longest ago are forgotten first. */
const MOST_POOLS = 5_000

/**
 * The pools of which this host knows that they have no seat left, so that it need not ask the database
 * for everybody who comes. Only what nobody's person decides is answered from it: a wish for whoever
 * asks and nobody else, in a pool that is open to everybody, by somebody who has no booking in it.
 *
 * What is remembered holds until somebody says otherwise (`forget`), and never longer than
 * REMEMBERED_FOR_MS. Nothing is learnt from a question that was asked before something was forgotten.
 */
export class SoldOutPools {
  private readonly pools = new Map<string, Remembered>()
  /** When each pool was last forgotten, counted; of those that are not in it, not after `allForgotten`. */
  private readonly forgotten = new Map<string, number>()
  private allForgotten = 0
  private count = 0
  private listening = false
  /** Told when it is time to ask anew, again and again until that was done. */
  whenStale: (now: Date) => void = () => {}

  constructor(private readonly time: () => number = () => performance.now()) {}

  /** That changes of other hosts are heard from now on, or no longer: then nothing is remembered. */
  hear(listening: boolean): void {
    this.listening = listening
    this.forgetAll()
  }

  /** Whether anything can be learnt at all. */
  get hears(): boolean {
    return this.listening
  }

  /** Before a question is asked: what its answer may be learnt by. */
  mark(): Mark {
    return { count: this.count, at: this.time() }
  }

  /**
   * What is said of a pool without a seat to somebody, by person or by the platform's name; null where
   * it has to be asked.
   */
  noSeatsFor(who: string, { poolId, now }: OneSeat): NoSeats | null {
    const pool = this.pools.get(poolId)
    if (!pool) return null
    const time = this.time()
    const age = time - pool.askedAt
    if (age > REMEMBERED_FOR_MS) {
      this.pools.delete(poolId)
      return null
    }
    pool.wantedAt = time
    if (age > STALE_AFTER_MS) this.whenStale(now)
    const at = now.getTime()
    if (at < pool.opensAt || at >= pool.closesAt || pool.known.has(who)) return null
    return pool.noSeats
  }

  /** Learns of a pool what a question found that was asked after a mark. */
  remember(poolId: string, found: SoldOut, known: ReadonlySet<string>, mark: Mark): void {
    if (!this.listening || this.forgottenAfter(poolId, mark)) return
    const { capacity, waiting, opensAt, closesAt, version } = found
    const pool = { noSeats: { waiting, capacity }, opensAt, closesAt, version, known }
    this.pools.delete(poolId)
    this.pools.set(poolId, { ...pool, askedAt: mark.at, wantedAt: this.time() })
    if (this.pools.size > MOST_POOLS) this.pools.delete(this.pools.keys().next().value!)
  }

  /** The pools that people come for and that are, or soon will be, to be asked for anew. */
  stale(): string[] {
    const time = this.time()
    return [...this.pools]
      .filter(([, { askedAt }]) => time - askedAt > SOON_STALE_AFTER_MS)
      .filter(([, { wantedAt }]) => time - wantedAt < WANTED_FOR_MS)
      .map(([poolId]) => poolId)
  }

  /**
   * Learns that of a pool nothing was written since what is remembered was found, so that it holds from
   * the mark on. Gives false where something was, or where nothing is remembered.
   */
  holds(poolId: string, { version }: SoldOut, mark: Mark): boolean {
    const pool = this.pools.get(poolId)
    if (pool?.version !== version || this.forgottenAfter(poolId, mark)) return false
    pool.askedAt = mark.at
    return true
  }

  private forgottenAfter(poolId: string, { count }: Mark): boolean {
    return Math.max(this.forgotten.get(poolId) ?? 0, this.allForgotten) > count
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
