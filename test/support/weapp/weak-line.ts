import type { HeldClock } from './held-clock'
import type { Line } from './jsdom/weapp-in-jsdom'

/** Three seconds there and back. */
const LATENCY_MS = 3_000
/** Of ten calls so many are lost: half of them before they arrive, half of them on the way back. */
const LOST = 0.3

/**
 * How bad the line is: `weak` loses some calls, `dead` all of them before they arrive, `deaf` all of
 * them on the way back, `good` only takes its time.
 */
export type Weather = 'good' | 'weak' | 'dead' | 'deaf'

const FIXED = { good: 1, dead: 0, deaf: LOST / 2 } as const

/** A line that is slow by a held clock and loses calls by a seed, the same ones in every run. */
export class WeakLine {
  weather: Weather = 'weak'
  /** Calls that are with the host now: no time passes meanwhile. */
  underWay = 0
  private state: number

  constructor(
    private readonly clock: HeldClock,
    seed: number,
  ) {
    this.state = seed
  }

  readonly line: Line = async (_request, deliver) => {
    const chance = this.weather === 'weak' ? this.next() : FIXED[this.weather]
    await this.clock.sleep(LATENCY_MS / 2)
    if (chance < LOST / 2) throw new Error('request:fail')
    this.underWay++
    const answer = await deliver().finally(() => this.underWay--)
    if (chance < LOST) return new Promise(() => undefined)
    await this.clock.sleep(LATENCY_MS / 2)
    return answer
  }

  /** The next number in [0, 1) (mulberry32). */
  private next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/**
 * Lets time pass on the held clock, in turns with the screen, until something holds; gives whether it
 * did within so many of its milliseconds.
 */
export async function passes(
  clock: HeldClock,
  line: WeakLine,
  ms: number,
  holds: () => boolean,
): Promise<boolean> {
  const until = clock.now + ms
  for (;;) {
    do await drawn()
    while (line.underWay > 0 || clock.isDrawing)
    if (holds()) return true
    if (!clock.next(until - clock.now)) return false
  }
}

/** A few turns, in which a screen is drawn. */
async function drawn(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setTimeout(resolve, 1))
}
