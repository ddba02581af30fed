/**
 * What was kept last under names: of `most` at least, and of twice as many at most. Forgotten by the
 * thousand: to take the first of a map away again and again is slow in V8.
 */
export class Recent<Value> {
  private lately = new Map<string, Value>()
  private before = new Map<string, Value>()

  constructor(private readonly most: number) {}

  get(name: string): Value | undefined {
    return this.lately.get(name) ?? this.before.get(name)
  }

  keep(name: string, value: Value): void {
    if (this.lately.size >= this.most) {
      this.before = this.lately
      this.lately = new Map()
    }
    this.lately.set(name, value)
  }

  forget(name: string): void {
    this.lately.delete(name)
    this.before.delete(name)
  }
}
