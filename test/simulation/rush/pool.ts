import type { Notification, Pool, PoolClient } from 'pg'
import type { Chance } from './chance'
import type { Sent } from './model/statements'
import type { Row } from './model/transactions'
import type { Run, Scheduler } from './scheduler'
import type { Connection, Server } from './server'

const CONNECTING_MS = 10_000

/** What happens on the way that has to be known. */
export interface PoolEvents {
  /** A notification arrived. */
  heard(poolId: string): void
  /** The connection that listens is known to be lost, or listens anew. */
  heardAnew(): void
  sending(sent: Sent): void
  /** The database refused it. */
  refused(sent: Sent): void
  /** The rows that came back, or null where the connection was lost and nothing will. */
  sentBack(sent: Sent, rows: readonly Row[] | null): void
}

/** One connection, as the driver has it. */
class Client implements Connection {
  isOpen = true
  transaction: Connection['transaction'] = null
  listens = false
  isDeaf = false
  saidUntil = 0
  isLost = false
  listeners = new Map<string, ((value: never) => void)[]>()
  private failing: ((error: Error) => void) | null = null

  constructor(
    readonly run: Run,
    private readonly pool: SimulatedPool,
  ) {}

  query(query: string | Sent): Promise<unknown> {
    const sent = typeof query === 'string' ? { text: query } : query
    const { server, scheduler, chance, events, usual } = this.pool
    events.sending(sent)
    return new Promise((resolve, reject) => {
      const fail = (error: Error) => {
        events.sentBack(sent, null)
        reject(error)
      }
      if (this.isLost) return fail(new Error('Client has encountered a connection error'))
      this.failing = fail
      scheduler.after(chance.delay(usual), null, `${this.run.name} asks the database`, () =>
        server.soon('reads what is asked', () =>
          server.receive(this, sent, (result) =>
            scheduler.after(chance.delay(usual), this.run, 'hears from the database', () => {
              if (this.isLost || !this.isOpen) return
              this.failing = null
              if (this.listens && sent.text.startsWith('listen ')) events.heardAnew()
              if ('error' in result) {
                events.refused(sent)
                reject(result.error)
              } else {
                const { rows } = result
                events.sentBack(sent, rows)
                resolve({ rows, rowCount: rows.length })
              }
            }),
          ),
        ),
      )
    })
  }

  hear(poolId: string): void {
    this.pool.events.heard(poolId)
    const message: Notification = { channel: '', processId: 0, payload: poolId }
    for (const tell of this.listeners.get('notification') ?? []) tell(message as never)
  }

  lost(): void {
    if (this.isLost) return
    this.isLost = true
    if (this.listens) this.pool.events.heardAnew()
    this.pool.forget(this)
    const error = new Error('Connection terminated unexpectedly')
    for (const tell of this.listeners.get('error') ?? []) tell(error as never)
    for (const tell of this.listeners.get('end') ?? []) (tell as () => void)()
    this.failing?.(error)
  }

  on(event: string, listener: (value: never) => void): void {
    this.listeners.set(event, [...(this.listeners.get(event) ?? []), listener])
  }

  removeAllListeners(event: string): void {
    this.listeners.delete(event)
  }

  release(broken?: unknown): void {
    this.listeners.clear()
    if (!broken && !this.isLost) return this.pool.give(this)
    if (this.isOpen) this.pool.server.drop(this)
    this.isLost = true
    this.pool.forget(this)
  }
}

/** Somebody who waits for a connection, until they have one or give up. */
interface Waiting {
  isOver: boolean
  has(client: Client): void
  fails(error: Error): void
}

/** The driver's pool of connections (node-postgres), as far as the store's code sees it. */
export class SimulatedPool {
  private readonly free: Client[] = []
  private readonly all = new Set<Client>()
  private readonly waiting: Waiting[] = []

  constructor(
    readonly run: Run,
    readonly server: Server,
    readonly scheduler: Scheduler,
    readonly chance: Chance,
    readonly usual: number,
    private readonly most: number,
    readonly events: PoolEvents,
  ) {}

  asPool(): Pool {
    return this as unknown as Pool
  }

  async query(query: string | Sent): Promise<unknown> {
    const client = await this.acquire().catch((error: Error) => {
      if (typeof query !== 'string') this.events.sentBack(query, null)
      throw error
    })
    try {
      const result = await client.query(query)
      this.give(client)
      return result
    } catch (error) {
      if (!client.isLost) this.give(client)
      throw error
    }
  }

  async connect(): Promise<PoolClient> {
    return (await this.acquire()) as unknown as PoolClient
  }

  private acquire(): Promise<Client> {
    const free = this.free.pop()
    if (free) return Promise.resolve(free)
    return new Promise((resolve, reject) => {
      const { scheduler, run } = this
      const end = () => {
        late.cancel()
        one.isOver = true
      }
      const one: Waiting = {
        isOver: false,
        has: (client) => {
          end()
          resolve(client)
        },
        fails: (error) => {
          end()
          reject(error)
        },
      }
      const late = scheduler.after(CONNECTING_MS, run, 'gives up waiting for a connection', () =>
        one.fails(new Error('timeout exceeded when trying to connect')),
      )
      if (this.all.size < this.most) this.open(one)
      else this.waiting.push(one)
    })
  }

  private open(one: Waiting): void {
    const { scheduler, run, server } = this
    const client = new Client(run, this)
    this.all.add(client)
    scheduler.after(this.chance.delay(this.usual * 2), run, 'connects to the database', () => {
      if (server.isUp) {
        server.connections.add(client)
        return one.isOver ? this.give(client) : one.has(client)
      }
      const error = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
      if (!one.isOver) one.fails(error)
      this.forget(client)
    })
  }

  /** Whoever has waited longest and still does. */
  private next(): Waiting | undefined {
    let one = this.waiting.shift()
    while (one?.isOver) one = this.waiting.shift()
    return one
  }

  give(client: Client): void {
    const one = this.next()
    if (one) one.has(client)
    else this.free.push(client)
  }

  /** A connection that is gone makes room for another. */
  forget(client: Client): void {
    if (!this.all.delete(client)) return
    const at = this.free.indexOf(client)
    if (at >= 0) this.free.splice(at, 1)
    const one = this.next()
    if (one) this.open(one)
  }

  /** Its process is gone. */
  end(): void {
    for (const client of this.all) if (client.isOpen) this.server.drop(client)
  }

  /** The connections that are open, for one of them to be cut. */
  clients(): readonly Connection[] {
    return [...this.all].filter(({ isOpen, isLost }) => isOpen && !isLost)
  }
}
