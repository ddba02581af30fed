/** Shorter than this a timer is a turn of the screen, and no waiting. */
const TURN_MS = 50

interface Timer {
  at: number
  every: number | null
  work: () => void
}

type Work = (...values: unknown[]) => void

/**
 * Timers of the logic layer that go off when a test says that time has passed, and not before: eight
 * seconds without an answer cost none. Short ones, by which screens are drawn, go off by themselves.
 */
export class HeldClock {
  now = 0
  private readonly timers = new Map<number, Timer>()
  private readonly turns = new Set<unknown>()
  private last = 0

  /** What the logic layer is given in the place of its own timers. */
  readonly logic = {
    setTimeout: (work: Work, ms = 0, ...values: unknown[]): unknown =>
      ms < TURN_MS
        ? this.turn(() => work(...values), ms)
        : this.add(() => work(...values), ms, null),
    setInterval: (work: Work, ms = 0, ...values: unknown[]): unknown =>
      this.add(() => work(...values), ms, Math.max(ms, TURN_MS)),
    clearTimeout: (timer: unknown): void => this.clear(timer),
    clearInterval: (timer: unknown): void => this.clear(timer),
  }

  /** Whether a screen is being drawn: no time is to pass meanwhile. */
  get isDrawing(): boolean {
    return this.turns.size > 0
  }

  /** What takes so long on the way. */
  sleep(ms: number): Promise<void> {
    return new Promise((resolve) => this.add(resolve, ms, null))
  }

  /** Lets the next timer go off that does so within `ms` from now; gives whether there was one. */
  next(ms: number): boolean {
    const [due] = [...this.timers].sort(([, a], [, b]) => a.at - b.at)
    if (!due || due[1].at > this.now + ms) return false
    const [id, timer] = due
    this.now = Math.max(this.now, timer.at)
    if (timer.every === null) this.timers.delete(id)
    else timer.at = this.now + timer.every
    timer.work()
    return true
  }

  private turn(work: () => void, ms: number): unknown {
    const timer: unknown = setTimeout(() => {
      this.turns.delete(timer)
      work()
    }, ms)
    this.turns.add(timer)
    return timer
  }

  private add(work: () => void, ms: number, every: number | null): { held: number } {
    this.timers.set(++this.last, { at: this.now + ms, every, work })
    return { held: this.last }
  }

  private clear(timer: unknown): void {
    const held = (timer as { held?: number } | undefined)?.held
    if (held !== undefined) return void this.timers.delete(held)
    this.turns.delete(timer)
    clearTimeout(timer as NodeJS.Timeout)
  }
}
