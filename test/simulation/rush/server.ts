import type { Chance } from './chance'
import { BEGIN } from './platform'
import type { Run, Scheduler } from './scheduler'
import type { Bent, On } from './model/on'
import { type Sent, nameOfSent, statementFor } from './model/statements'
import { Tables } from './model/tables'
import { Locks, Refused, type Row, Transaction, Working } from './model/transactions'

/** One connection, as the server has it. What it says goes to `hear` in the order in which it is said. */
export interface Connection {
  readonly run: Run
  isOpen: boolean
  /** The transaction that was begun by hand, or that of the statement under way. */
  transaction: Transaction | null
  listens: boolean
  /** Notifications no longer get through, and nobody knows. */
  isDeaf: boolean
  /** When the last notification arrives. */
  saidUntil: number
  hear(poolId: string): void
  lost(): void
}

type Reply = (result: { rows: Row[] } | { error: Error }) => void

/** What may be planted in it (see planted.ts). */
export interface Flaws {
  bent: ReadonlySet<Bent>
  /** It answers before what it did is committed. */
  answersEarly?: boolean
}

/** The simulated PostgreSQL: connections, statements that go on step by step, commits, crashes. */
export class Server {
  readonly tables = new Tables()
  readonly connections = new Set<Connection>()
  isUp = true
  /** Until when nothing moves. */
  pausedUntil = 0
  committed: (transaction: Transaction) => void = () => {}
  refused: (error: Refused) => void = () => {}
  private readonly locks = new Locks()
  /** Transactions that are neither committed nor undone. */
  private readonly open = new Set<Transaction>()
  private begun = 0

  constructor(
    private readonly scheduler: Scheduler,
    private readonly chance: Chance,
    /** How long a step of the database usually takes, in milliseconds. */
    private readonly usual: number,
    private readonly flaws: Flaws,
  ) {}

  receive(connection: Connection, sent: Sent, reply: Reply): void {
    const name = nameOfSent(sent)
    if (!connection.isOpen) return
    if (name === 'begin') {
      connection.transaction = this.transactionFor(name)
      return reply({ rows: [] })
    }
    if (name === 'commit') {
      return this.soon('commits', () => {
        if (!connection.isOpen) return
        this.commit(connection.transaction!)
        connection.transaction = null
        reply({ rows: [] })
      })
    }
    if (name === 'rollback') {
      if (connection.transaction) this.undo(connection.transaction)
      connection.transaction = null
      return reply({ rows: [] })
    }
    if (name.startsWith('listen ')) {
      connection.listens = true
      return reply({ rows: [] })
    }
    if (name.startsWith('select extract(epoch from clock_timestamp())')) {
      return reply({ rows: [{ now: BEGIN + this.scheduler.now }] })
    }
    this.work(connection, name, sent.values ?? [], reply)
  }

  private work(connection: Connection, name: string, values: unknown[], reply: Reply): void {
    const begun = connection.transaction
    const isOwn = begun === null || isStatement(begun)
    const transaction = isOwn ? this.transactionFor(name) : begun
    connection.transaction = transaction
    const on: On = { tables: this.tables, transaction, bent: this.flaws.bent }
    const working = new Working(this.locks, transaction, statementFor(name)(on, values))
    const isDone = () => {
      if (!isOwn) return reply({ rows: working.rows })
      if (transaction.writes.length === 0) {
        this.commit(transaction)
        return reply({ rows: working.rows })
      }
      if (this.flaws.answersEarly) reply({ rows: working.rows })
      this.soon(`commits ${name}`, () => {
        if (transaction.isOver) return
        this.commit(transaction)
        if (!this.flaws.answersEarly) reply({ rows: working.rows })
      })
    }
    const goOn = () => {
      if (transaction.isOver) return
      try {
        const outcome = working.goOn(() => this.soon(`${name} has its lock`, goOn))
        if (outcome === 'a moment') this.soon(`${name} goes on`, goOn)
        if (outcome === 'done') isDone()
      } catch (error) {
        if (!(error instanceof Refused)) throw error
        this.refused(error)
        if (isOwn) {
          this.undo(transaction)
          connection.transaction = null
        }
        reply({ error })
      }
    }
    goOn()
  }

  private transactionFor(name: string): Transaction {
    const transaction = new Transaction(`${name} ${(this.begun += 1)}`)
    this.open.add(transaction)
    return transaction
  }

  private undo(transaction: Transaction): void {
    if (this.open.delete(transaction)) this.locks.release(transaction)
  }

  private commit(transaction: Transaction): void {
    for (const write of transaction.writes) write()
    for (const connection of this.connections) {
      if (connection.transaction === transaction) connection.transaction = null
    }
    this.committed(transaction)
    for (const poolId of transaction.freed) this.notify(poolId)
    this.open.delete(transaction)
    this.locks.release(transaction)
  }

  private notify(poolId: string): void {
    for (const connection of this.connections) {
      if (!connection.listens || connection.isDeaf) continue
      const { scheduler } = this
      connection.saidUntil = Math.max(
        connection.saidUntil,
        scheduler.now + this.chance.delay(this.usual * 4),
      )
      const wait = connection.saidUntil - scheduler.now
      scheduler.after(wait, connection.run, `hears of ${poolId}`, () => {
        if (connection.isOpen && !connection.isDeaf) connection.hear(poolId)
      })
    }
  }

  /** The server finds a connection gone: what was not committed is undone, or goes on to its end. */
  drop(connection: Connection): void {
    const { transaction } = connection
    connection.isOpen = false
    this.connections.delete(connection)
    if (transaction && !(isStatement(transaction) && this.chance.isIt(0.5))) {
      this.undo(transaction)
    }
  }

  /** A connection is cut: both ends learn of it. */
  cut(connection: Connection): void {
    this.drop(connection)
    this.scheduler.after(this.chance.delay(this.usual), connection.run, 'loses a connection', () =>
      connection.lost(),
    )
  }

  /** Is killed, and back after `ms`: what is committed stays. */
  crash(ms: number): void {
    this.isUp = false
    for (const transaction of [...this.open]) this.undo(transaction)
    for (const connection of [...this.connections]) this.cut(connection)
    this.scheduler.after(ms, null, 'the database is back', () => (this.isUp = true))
  }

  soon(what: string, happen: () => void): void {
    this.scheduler.after(this.chance.delay(this.usual), null, what, () => {
      const wait = this.pausedUntil - this.scheduler.now
      if (wait <= 0) return happen()
      this.scheduler.after(wait, null, `${what} after a pause`, happen)
    })
  }
}

/** One statement by itself, which the server ends though nobody waits for it. */
const isStatement = ({ name }: Transaction) => !name.startsWith('begin')
