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

/** An instant as two whole numbers: to write it in digits takes longer than many a step. */
const instant = new Float64Array(1)
const wordsOfInstant = new Uint32Array(instant.buffer)

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
  /** What happened last, in a ring. */
  private readonly last: Event[] = []
  private readonly digests = new Map<string, number>()

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
    const oldest = this.steps % TOLD
    return [...this.last.slice(oldest), ...this.last.slice(0, oldest)].map(
      ({ at, what, run }) => `${at.toFixed(3)} ms  ${run ? `${run.name}: ${what}` : what}`,
    )
  }

  /** Names all that has happened, in its order. */
  hash(): string {
    return this.trace.map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('')
  }

  private note(event: Event): void {
    this.last[(this.steps - 1) % TOLD] = event
    instant[0] = event.at
    this.mix(wordsOfInstant[0]!)
    this.mix(wordsOfInstant[1]!)
    if (event.run) this.mix(this.digestOf(event.run.name))
    this.mix(this.digestOf(event.what))
  }

  private mix(word: number): void {
    const { trace } = this
    const first = Math.imul(trace[0]! ^ word, 0x01000193)
    trace[0] = first ^ (first >>> 15)
    trace[1] = Math.imul(trace[1]! ^ (first >>> 13), 0x85ebca6b)
  }

  /** A number for some words: there are few, which happen again and again. */
  private digestOf(words: string): number {
    const known = this.digests.get(words)
    if (known !== undefined) return known
    let digest = 0x811c9dc5
    for (let index = 0; index < words.length; index += 1) {
      digest = Math.imul(digest ^ words.charCodeAt(index), 0x01000193)
    }
    this.digests.set(words, digest)
    return digest
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
