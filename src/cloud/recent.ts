/**
 * What was kept last under names: of `most` at least, and of twice as many at most. Forgotten by the
 * thousand: to take the first of a map away again and again is slow in V8.
 */
export class Recent<Value> {
  private lately = new Map<string, Value>()
  private before = new Map<string, Value>()

  /** What `stays` says so of is kept beyond that, as long as it is no more than half of `most`. */
  constructor(
    private readonly most: number,
    private readonly stays: ((value: Value) => boolean) | null = null,
  ) {}

  get(name: string): Value | undefined {
    return this.lately.get(name) ?? this.before.get(name)
  }

  keep(name: string, value: Value): void {
    if (this.lately.size >= this.most) this.turn()
    this.lately.set(name, value)
  }

  forget(name: string): void {
    this.lately.delete(name)
    this.before.delete(name)
  }

  /** Forgets what was not kept since the last turn. */
  turn(): void {
    const forgotten = this.before
    this.before = this.lately
    this.lately = new Map()
    if (!this.stays) return
    for (const [name, value] of forgotten) {
      if (this.lately.size >= this.most / 2) return
      if (!this.before.has(name) && this.stays(value)) this.lately.set(name, value)
    }
  }
}
