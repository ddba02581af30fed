/** Whose code runs: a host or a phone from its start to its end. What is due for it after that never happens. */
export interface Run {
  readonly name: string
  alive: boolean
  /** How far its clock is ahead of the true time, in milliseconds. */
  readonly clockAhead: number
}

interface Event {
  at: number
  order: number
  run: Run | null
  what: string
  happen: () => void
  isOff: boolean
}

/** Before the simulated ones take their place (platform.ts). */
const nextTurn = setImmediate
const TOLD = 60

/**
 * Everything that takes time, in one row: an event happens, all code that it sets going runs until it
 * waits again, then the next event happens. Time is simulated; what is due at one instant happens in
 * the order in which it was arranged. A step is one event that has happened.
 */
export class Scheduler {
  now = 0
  steps = 0
  /** Whose event is happening. */
  current: Run | null = null
  private failure: Error | null = null
  private readonly heap: Event[] = []
  private order = 0
  private readonly trace = [0x811c9dc5, 0x9e3779b9]
  private readonly last: { at: number; what: string }[] = []

  /** Arranges that something happens `delay` milliseconds from now, while `run` is alive. */
  after(delay: number, run: Run | null, what: string, happen: () => void): { cancel(): void } {
    const event = {
      at: this.now + delay,
      order: (this.order += 1),
      run,
      what,
      happen,
      isOff: false,
    }
    this.push(event)
    return { cancel: () => void (event.isOff = true) }
  }

  /** Ends it all with an error, wherever it was found. */
  fail(error: Error): void {
    this.failure ??= error
  }

  /** Lets things happen until `isOver`, or nothing is due. Throws what it failed with. */
  async until(isOver: () => boolean): Promise<void> {
    this.throwIfFailed()
    while (!isOver()) {
      const event = this.pop()
      if (!event) return
      if (event.isOff || event.run?.alive === false) continue
      this.now = event.at
      this.steps += 1
      this.note(event)
      this.current = event.run
      event.happen()
      // All code that waits for nothing but promises has run once the next turn of the real loop comes.
      await new Promise<void>((resolve) => nextTurn(resolve))
      this.throwIfFailed()
    }
    this.current = null
  }

  private throwIfFailed(): void {
    if (this.failure) throw this.failure
  }

  /** What happened last, in readable lines. */
  story(): string[] {
    return this.last.map(({ at, what }) => `${at.toFixed(3)} ms  ${what}`)
  }

  /** Names all that has happened, in its order. */
  hash(): string {
    return this.trace.map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('')
  }

  private note({ at, what, run }: Event): void {
    const line = run ? `${run.name}: ${what}` : what
    this.last.push({ at, what: line })
    if (this.last.length > TOLD) this.last.shift()
    let [first, second] = this.trace as [number, number]
    const text = `${at} ${line}`
    for (let index = 0; index < text.length; index += 1) {
      first = Math.imul(first ^ text.charCodeAt(index), 0x01000193)
      second = Math.imul(second ^ (first >>> 13), 0x85ebca6b)
    }
    this.trace[0] = first
    this.trace[1] = second
  }

  private push(event: Event): void {
    const { heap } = this
    let at = heap.push(event) - 1
    while (at > 0) {
      const above = (at - 1) >> 1
      if (isBefore(heap[above]!, event)) break
      heap[at] = heap[above]!
      at = above
    }
    heap[at] = event
  }

  private pop(): Event | undefined {
    const { heap } = this
    const first = heap[0]
    const last = heap.pop()
    if (!last || last === first) return first
    let at = 0
    for (;;) {
      let below = 2 * at + 1
      if (below >= heap.length) break
      if (below + 1 < heap.length && isBefore(heap[below + 1]!, heap[below]!)) below += 1
      if (isBefore(last, heap[below]!)) break
      heap[at] = heap[below]!
      at = below
    }
    heap[at] = last
    return first
  }
}

const isBefore = (one: Event, other: Event) =>
  one.at < other.at || (one.at === other.at && one.order < other.order)
