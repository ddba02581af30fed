/**
 * Things that are done one after another once all that has arrived was read: what answers many wakes
 * whoever reads the answers once, and not for each, which costs the machine more than the answers do.
 */
export class Together {
  private waiting: (() => void)[] = []

  /** Does something when everything was read that is there, and not before this returns. */
  after(then: () => void): void {
    this.waiting.push(then)
    if (this.waiting.length === 1) setImmediate(() => this.go())
  }

  private go(): void {
    const all = this.waiting
    this.waiting = []
    for (const then of all) then()
  }
}
