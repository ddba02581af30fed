import { numbersFrom } from '../../support/stations'

/** What happens by chance in a history: the same for the same seed. */
export class Chance {
  private readonly next: () => number

  constructor(seed: number) {
    this.next = numbersFrom(seed)
  }

  /** A number in [0, 1). */
  number(): number {
    return this.next()
  }

  isIt(probability: number): boolean {
    return this.next() < probability
  }

  /** A whole number from `least` to `most`. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1))
  }

  one<Item>(of: readonly Item[]): Item {
    return of[Math.floor(this.next() * of.length)]!
  }

  /** Milliseconds that are mostly about `usual`, sometimes ten times as many, to the microsecond. */
  delay(usual: number): number {
    const times = this.next() < 0.05 ? 10 : 1
    return Math.round(-Math.log(1 - this.next()) * usual * times * 1000) / 1000
  }

  bytes(count: number): Buffer {
    const drawn = Buffer.alloc(count)
    for (let at = 0; at < count; at += 1) drawn[at] = Math.floor(this.next() * 256)
    return drawn
  }
}
