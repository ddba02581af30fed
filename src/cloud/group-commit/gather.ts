import { isDatabaseAway } from '../database-errors'
import { Overloaded } from '../overloaded'

/** Says of an item of a group that it is to be asked again, before everything that came after it. */
export const AGAIN = Symbol('again')

export interface GatherOptions {
  /** How many go together at most. */
  most: number
  /** How many may wait at most; whoever comes then is refused. */
  waiting: number
}

interface Waiting<Item, Result> {
  item: Item
  rounds: number
  resolve(result: Result): void
  reject(error: unknown): void
}

/** After so many rounds somebody else was always quicker: the item is given back as it is. */
const ROUNDS = 16
const RETRY_AFTER_MS = 2_000

/**
 * Sends what arrives together as one group (group commit): while one group is under way the next one
 * gathers, and it leaves when the one before it has come back, before the answers of that are told, so
 * that the database need not wait for them. There is no timer: whoever comes alone goes at once.
 * `run` gives a result for each item, in their order, or AGAIN; the order of arrival is kept, also by
 * those that are asked again.
 *
 * A group that the database refuses is halved until the items that it refuses stand alone, so that
 * nobody fails for another's sake; whatever was refused has had no effect. Where the database is away
 * everybody of the group is told so: what became of it is not known, and a request that is sent again
 * finds out. Throws Overloaded when too many wait.
 */
export class Gather<Item, Result> {
  private queue: Waiting<Item, Result>[] = []
  private underWay = false

  constructor(
    private readonly run: (items: readonly Item[]) => Promise<readonly (Result | typeof AGAIN)[]>,
    private readonly givenUp: Result,
    private readonly options: GatherOptions,
    /** What is known of an item by the time at which its group leaves; null to send it. */
    private readonly known: (item: Item) => Result | null = () => null,
  ) {}

  ask(item: Item): Promise<Result> {
    const { length } = this.queue
    if (length >= this.options.waiting) throw new Overloaded(RETRY_AFTER_MS, length)
    return new Promise((resolve, reject) => {
      this.queue.push({ item, rounds: 0, resolve, reject })
      if (this.underWay) return
      this.underWay = true
      // Whatever else has arrived in this turn of the loop comes along.
      setImmediate(() => void this.leave())
    })
  }

  private async leave(): Promise<void> {
    let tell: (() => void) | null = null
    while (this.queue.length > 0) {
      const group = this.nextGroup()
      const answers: (() => void)[] = []
      const sending = group.length > 0 ? this.send(group, answers) : []
      // The database has the next group before anybody of this one goes on.
      if (tell) setImmediate(tell)
      const again = await sending
      if (again.length > 0) this.queue.unshift(...again)
      tell = () => answers.forEach((answer) => answer())
    }
    this.underWay = false
    tell?.()
  }

  /** Those who waited longest; whoever need no longer be asked for has an answer and leaves the queue. */
  private nextGroup(): Waiting<Item, Result>[] {
    const group: Waiting<Item, Result>[] = []
    let passed = 0
    for (const one of this.queue) {
      if (group.length === this.options.most) break
      passed += 1
      const known = this.known(one.item)
      if (known === null) group.push(one)
      else one.resolve(known)
    }
    this.queue.splice(0, passed)
    return group
  }

  /** Sends a group and gives those of it that are to be asked again; `answers` tells the others. */
  private async send(
    group: Waiting<Item, Result>[],
    answers: (() => void)[],
  ): Promise<Waiting<Item, Result>[]> {
    let results: readonly (Result | typeof AGAIN)[]
    try {
      results = await this.run(group.map(({ item }) => item))
    } catch (error) {
      if (group.length === 1 || (isDatabaseAway(error) && !wasUndone(error))) {
        for (const one of group) answers.push(() => one.reject(error))
        return []
      }
      const half = group.length >> 1
      const again = await this.send(group.slice(0, half), answers)
      const rest = group.slice(half)
      // Who is to be asked again goes before the rest, which came later.
      return again.length > 0 ? [...again, ...rest] : this.send(rest, answers)
    }
    const again: Waiting<Item, Result>[] = []
    for (const [index, one] of group.entries()) {
      const result = results[index]!
      if (result !== AGAIN) answers.push(() => one.resolve(result))
      else if (++one.rounds < ROUNDS) again.push(one)
      else answers.push(() => one.resolve(this.givenUp))
    }
    return again
  }
}

/** A deadlock or a serialisation failure: the server has undone the statement and is there. */
function wasUndone(error: unknown): boolean {
  return /^40(001|P01)$/.test(String((error as { code?: unknown }).code))
}
