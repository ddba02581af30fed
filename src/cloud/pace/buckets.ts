import { Recent } from '../recent'

/** How much of something one person may do. */
export interface Allowance {
  /** So many at once, after a while of rest. */
  burst: number
  /** And so many a second for as long as they like. */
  perSecond: number
}

interface Bucket {
  left: number
  /** When `left` was counted, on the clock that only goes forward, in whole ms; in a pause, when it ends. */
  at: number
  /** How long the last pause was; 0 once there was a rest. */
  pauseMs: number
}

const FIRST_PAUSE_MS = 2_000
/** As long as a phone waits by itself before it says so (gateway/call/backoff.ts). */
const LONGEST_PAUSE_MS = 15_000

/**
 * One token bucket for each name. Whoever empties theirs pauses, each time twice as long as the time
 * before, and may then spend what has gathered meanwhile: on average what is allowed a second, in fewer
 * and larger pieces the longer they go on. A rest in which the bucket fills ends that.
 *
 * Of a name that is not remembered the bucket is full. Names are forgotten when many others come; one
 * whose bucket is less than half full stays before all whose is fuller, so that nobody gets a full one
 * by having others come, unless they have half of `most` others empty half of theirs, which is more than
 * they gain by it. To be forgotten is never to anybody's harm.
 */
export class Buckets {
  /** How often somebody was told to come back later. */
  refused = 0
  private readonly buckets: Recent<Bucket>

  constructor(
    private readonly allowance: Allowance,
    most: number,
    private readonly time: () => number,
  ) {
    this.buckets = new Recent(most, (bucket) => this.isBelowHalf(bucket))
  }

  /** Takes one for a name; 0 where there was one, else after how long to come back (whole ms). */
  take(name: string): number {
    // Whole numbers lie in the bucket itself, others beside it.
    const now = Math.floor(this.time())
    const bucket = this.buckets.get(name)
    if (!bucket) {
      this.buckets.keep(name, { left: this.allowance.burst - 1, at: now, pauseMs: 0 })
      return 0
    }
    this.buckets.keep(name, bucket)
    if (now < bucket.at) return this.refuse(bucket.at - now)
    bucket.left = this.leftIn(bucket, now)
    bucket.at = now
    if (bucket.left === this.allowance.burst) bucket.pauseMs = 0
    if (bucket.left < 1) return this.refuse(this.pause(bucket))
    bucket.left -= 1
    return 0
  }

  private leftIn({ left, at }: Bucket, now: number): number {
    const { burst, perSecond } = this.allowance
    return Math.min(burst, left + ((now - at) * perSecond) / 1000)
  }

  /** Begins a pause at the bucket's `at`, and gives how long it is. */
  private pause(bucket: Bucket): number {
    const longer = Math.max(FIRST_PAUSE_MS, bucket.pauseMs * 2)
    const pauseMs = Math.min(LONGEST_PAUSE_MS, longer)
    const { burst, perSecond } = this.allowance
    // A pause is no rest: it does not fill the bucket.
    bucket.left = Math.max(1, Math.min(burst / 2, (pauseMs * perSecond) / 1000))
    bucket.at += pauseMs
    bucket.pauseMs = pauseMs
    return pauseMs
  }

  private refuse(waitMs: number): number {
    this.refused += 1
    return Math.ceil(waitMs)
  }

  private isBelowHalf(bucket: Bucket): boolean {
    return this.leftIn(bucket, this.time()) < this.allowance.burst / 2
  }
}
