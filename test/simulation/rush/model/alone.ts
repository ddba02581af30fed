import type { Bent } from './on'
import { type Sent, nameOfSent, statementFor } from './statements'
import type { Tables } from './tables'
import { Locks, Refused, type Row, Transaction, Working } from './transactions'

/** What came of a statement: its rows, or what was refused. */
export type Outcome = { rows: Row[] } | { code: string; constraint: string | undefined }

/** The model by itself, without anything between those who ask it and what it does. */
export class ModelAlone {
  private readonly locks = new Locks()

  constructor(
    readonly tables: Tables,
    private readonly bent: ReadonlySet<Bent> = new Set(),
  ) {}

  begin(): Transaction {
    return new Transaction('begin')
  }

  /** Sends a statement in a transaction: what came of it, or null as long as it waits for another. */
  send(transaction: Transaction, sent: Sent): { outcome(): Outcome | null } {
    const on = { tables: this.tables, transaction, bent: this.bent }
    const work = statementFor(nameOfSent(sent))(on, sent.values ?? [])
    const working = new Working(this.locks, transaction, work)
    let outcome: Outcome | null = null
    const goOn = () => {
      try {
        let state = working.goOn(goOn)
        while (state === 'a moment') state = working.goOn(goOn)
        if (state === 'done') outcome = { rows: working.rows }
      } catch (error) {
        if (!(error instanceof Refused)) throw error
        outcome = { code: error.code, constraint: error.constraint }
      }
    }
    goOn()
    return { outcome: () => outcome }
  }

  commit(transaction: Transaction): void {
    for (const write of transaction.writes) write()
    this.locks.release(transaction)
  }

  rollBack(transaction: Transaction): void {
    this.locks.release(transaction)
  }

  /** A statement that is a transaction of its own, while no other is under way. */
  ask(sent: Sent): Outcome {
    const transaction = this.begin()
    const outcome = this.send(transaction, sent).outcome()!
    if ('rows' in outcome) this.commit(transaction)
    else this.rollBack(transaction)
    return outcome
  }
}
