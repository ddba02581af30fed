const LOOKED_AT_EVERY_MS = 100

/**
 * Deadlines of many things on one clock: a timer for each request would be started and stopped again
 * for each, which costs more than all there is to say of nearly all of them. Each is told within a
 * tenth of a second that its time is over, once.
 */
export class Deadlines<Key extends object> {
  private readonly dueAt = new Map<Key, number>()
  private watch: NodeJS.Timeout | undefined

  constructor(private readonly isOver: (key: Key) => void) {}

  /** From now on, in milliseconds. */
  begin(key: Key, withinMs: number): void {
    this.dueAt.set(key, performance.now() + withinMs)
    this.watch ??= setInterval(() => this.look(), LOOKED_AT_EVERY_MS).unref()
  }

  end(key: Key): void {
    this.dueAt.delete(key)
  }

  private look(): void {
    const now = performance.now()
    for (const [key, dueAt] of this.dueAt) {
      if (now < dueAt) continue
      this.dueAt.delete(key)
      this.isOver(key)
    }
    if (this.dueAt.size > 0) return
    clearInterval(this.watch)
    this.watch = undefined
  }
}
