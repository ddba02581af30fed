import type { AnswerRow } from './tables'

/** What PostgreSQL says when it refuses a statement. */
export class Refused extends Error {
  readonly severity = 'ERROR'
  constructor(
    readonly code: string,
    readonly constraint?: string,
  ) {
    super(`${code} ${constraint ?? ''}`)
  }
}

/** What a statement waits for: a lock, or nothing but its time, in which others may go on. */
export type Wait = { lock: string } | 'a moment'
export type Row = Record<string, unknown>
export type Work = Generator<Wait, Row[], void>

/**
 * One transaction: what it has locked, and what it will have written once it is committed. Nobody sees
 * any of it before.
 */
export class Transaction {
  private static begun = 0
  readonly locks = new Set<string>()
  /** Keys that it has inserted and that nobody else has. */
  readonly inserted = new Set<string>()
  readonly writes: (() => void)[] = []
  /** The answers among them. */
  readonly answers: AnswerRow[] = []
  /** Pools in which somebody may find a seat again once it is committed. */
  readonly freed = new Set<string>()
  /** Persons who have a seat more once it is committed. */
  readonly seated = new Set<string>()
  /** Rows as it has changed them, which it alone sees. */
  readonly own = new Map<object, object>()
  /** Of the rows that it has written (`xmin`). */
  readonly version = `model ${(Transaction.begun += 1)}`
  isOver = false
  waitsFor: string | null = null

  constructor(readonly name: string) {}
}

interface Lock {
  holder: Transaction
  queue: { transaction: Transaction; wake: () => void }[]
}

/** Who holds which lock, and who waits for it: first come, first served, as PostgreSQL's row locks. */
export class Locks {
  private readonly locks = new Map<string, Lock>()

  /** Whether it has the lock now; else `wake` is called once it has. Throws 40P01 for a circle. */
  take(transaction: Transaction, key: string, wake: () => void): boolean {
    const lock = this.locks.get(key)
    if (!lock || lock.holder === transaction) {
      if (!lock) this.locks.set(key, { holder: transaction, queue: [] })
      transaction.locks.add(key)
      return true
    }
    if (this.wouldWaitInCircle(transaction, lock)) throw new Refused('40P01')
    transaction.waitsFor = key
    lock.queue.push({ transaction, wake })
    return false
  }

  private wouldWaitInCircle(transaction: Transaction, lock: Lock): boolean {
    for (let one: Lock | undefined = lock; one; one = this.locks.get(one.holder.waitsFor ?? '')) {
      if (one.holder === transaction) return true
    }
    return false
  }

  /** Lets go of all that a transaction holds or waits for. */
  release(transaction: Transaction): void {
    transaction.isOver = true
    const waited = this.locks.get(transaction.waitsFor ?? '')
    if (waited) waited.queue = waited.queue.filter((one) => one.transaction !== transaction)
    for (const key of transaction.locks) {
      const next = this.locks.get(key)!.queue.shift()
      if (!next) {
        this.locks.delete(key)
        continue
      }
      const lock = this.locks.get(key)!
      lock.holder = next.transaction
      next.transaction.locks.add(key)
      next.transaction.waitsFor = null
      next.wake()
    }
  }
}

/** A statement that is being worked on, step by step. */
export class Working {
  rows: Row[] = []

  constructor(
    private readonly locks: Locks,
    readonly transaction: Transaction,
    private readonly work: Work,
  ) {}

  /** Goes on until it has to wait. Throws what the database refuses. `wake` says that it may go on. */
  goOn(wake: () => void): 'waits' | 'a moment' | 'done' {
    for (;;) {
      const { done, value } = this.work.next()
      if (done) {
        this.rows = value
        return 'done'
      }
      if (value === 'a moment') return 'a moment'
      if (!this.locks.take(this.transaction, value.lock, wake)) return 'waits'
    }
  }
}
