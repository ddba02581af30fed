import { type Clock, databaseClock } from '../../../src/cloud/clock'
import { isDatabaseAway } from '../../../src/cloud/database-errors'
import { type Dispatch, createDispatch } from '../../../src/cloud/dispatch'
import type { Groups } from '../../../src/cloud/group-commit/asked-together'
import { createGroups } from '../../../src/cloud/group-commit/groups'
import type { Store } from '../../../src/cloud/store'
import { silentLog } from '../../support/silent-log'
import type { Chance } from './chance'
import { nameOfSent, type Sent } from './model/statements'
import type { Row } from './model/transactions'
import { SimulatedPool } from './pool'
import type { Run, Scheduler } from './scheduler'
import type { Server } from './server'
import { type Answer, type Asked, type Ears, type Watch, Wrong } from './watch'

/** As few as let them be met: how many go together, and how many may wait, in a host. */
export const LIMITS = { most: 5, waiting: 12 }
const STARTING_MS = 200

export interface HostOptions {
  name: string
  /** Whether it asks for many at once or, as the cloud function does, for each by itself. */
  works: 'together' | 'alone'
  connections: number
  /** How long a message to the database usually takes, in milliseconds. */
  usual: number
  /** What is planted in it (planted.ts). */
  bend: { groups?: (groups: Groups) => void; request?: (asked: Asked) => Asked }
}

/** One host from its start to its end: what it knows ends with it. */
interface Life {
  run: Run
  pool: SimulatedPool
  ears: Ears
  /** Wishes that wait for their seats, by booking, in the order in which they came. */
  asking: Map<string, { turn: number; poolId: string }>
  /** What was answered from memory, by whose request it was. */
  told: Set<string>
  dispatch: Dispatch | null
}

/** A host: the real dispatch, handlers, groups and memory, on the simulated database. */
export class Host {
  private life: Life | null = null
  private turns = 0
  private lives = 0

  constructor(
    private readonly options: HostOptions,
    private readonly scheduler: Scheduler,
    private readonly chance: Chance,
    private readonly server: Server,
    private readonly watch: Watch,
  ) {}

  get isUp(): boolean {
    return this.life?.dispatch !== null && this.life !== null
  }

  /** The connections that it has now. */
  connections() {
    return this.life?.pool.clients() ?? []
  }

  start(): void {
    const { name, connections, usual } = this.options
    const clockAhead = this.chance.whole(-300_000, 300_000)
    const run: Run = { name: `${name}.${(this.lives += 1)}`, alive: true, clockAhead }
    const ears: Ears = { unheard: new Map() }
    const { server, scheduler, chance } = this
    const asking: Life['asking'] = new Map()
    const pool = new SimulatedPool(run, server, scheduler, chance, usual, connections, {
      heard: (poolId) => ears.unheard.get(poolId)?.shift(),
      heardAnew: () => ears.unheard.clear(),
      sending: (sent) => this.expectInOrder(sent, asking),
      sentBack: (sent, rows) => decided(sent, rows, asking),
    })
    const life: Life = { run, pool, ears, asking, told: new Set(), dispatch: null }
    this.life = life
    this.watch.ears.add(ears)
    scheduler.after(chance.delay(STARTING_MS), run, 'starts', () => void this.begin(life))
  }

  private async begin(life: Life): Promise<void> {
    const store = { pool: life.pool.asPool() } as Store
    try {
      const clock: Clock = await databaseClock(store.pool)
      const { works } = this.options
      const groups = works === 'together' ? await createGroups(store, silentLog, LIMITS) : undefined
      if (groups) this.lookInto(groups, life)
      const error = (facts: object) => this.failed(facts)
      const log = { ...silentLog, error }
      life.dispatch = createDispatch({ store, clock, log, ...(groups ? { groups } : {}) })
    } catch (error) {
      if (!isDatabaseAway(error)) throw error
      this.scheduler.after(STARTING_MS, life.run, 'starts once more', () => void this.begin(life))
    }
  }

  private wrong(what: string): void {
    this.scheduler.fail(new Wrong(what))
  }

  private failed(facts: object): void {
    const { err } = facts as { err: Error }
    this.scheduler.fail(new Wrong(`An operation failed: ${err.stack}`))
  }

  /** Is killed, and started again after `ms`. */
  crash(ms: number): void {
    if (!this.life) return
    this.life.run.alive = false
    this.life.pool.end()
    this.watch.ears.delete(this.life.ears)
    this.life = null
    this.scheduler.after(ms, null, `${this.options.name} is started again`, () => this.start())
  }

  /** Takes a request in as its door does; nothing comes back where it is killed before. */
  async receive(subject: string, asked: Asked, answer: (body: unknown) => void): Promise<void> {
    const life = this.life
    if (!life?.dispatch) throw new Error('A host that is down takes nothing')
    this.scheduler.current = life.run
    const identity = { provider: 'local', subject } as const
    const { watch, scheduler } = this
    const since = scheduler.now
    watch.arrived(subject, asked)
    const request = { ...(this.options.bend.request?.(asked) ?? asked), client: '1.0.0' }
    const { answer: body, status } = await life.dispatch({ request, identity })
    const said = body as Answer
    const isAnswer = status === 200 && said.code !== 'TOO_MANY_REQUESTS'
    const name = `${subject} ${asked.requestId}`
    if (!isAnswer) watch.count(`${asked.operation} ${said.code}`)
    else if (said.code === 'SOLD_OUT' && !watch.isWritten(subject, asked, said)) {
      watch.toldUnwritten(subject, asked, life.ears, since, life.told.has(name))
      life.told.add(name)
    } else watch.answered(subject, asked, said)
    if (isAnswer && said.ok && asked.operation === 'seats.cancel') this.gaveBack(asked, life)
    answer(body)
  }

  /** On the host that gave a seat back that is known before it is answered. */
  private gaveBack({ input }: Asked, { ears }: Life): void {
    const { poolId } = this.server.tables.bookings.get(input.bookingId!)!
    ears.unheard.delete(poolId)
  }

  /** Notes what is asked and told in a host's groups, before anything is planted in them. */
  private lookInto(groups: Groups, life: Life): void {
    const { takeSeat, soldOut } = groups
    this.options.bend.groups?.(groups)
    groups.takeSeat = async (wish) => {
      const { bookingId, poolId } = wish
      const taking = takeSeat(wish)
      life.asking.set(bookingId, { turn: (this.turns += 1), poolId })
      if (life.asking.size > LIMITS.waiting + LIMITS.most) this.wrong('More wait than may')
      try {
        return await taking
      } finally {
        life.asking.delete(bookingId)
      }
    }
    const noSeatsFor = soldOut.noSeatsFor.bind(soldOut)
    soldOut.noSeatsFor = (who, seat) => {
      const told = noSeatsFor(who, seat)
      if (told) this.watch.remembered(who, seat.poolId, life.ears)
      return told
    }
  }

  /** Within a pool whoever came first is asked for first, and nobody goes before somebody who waits. */
  private expectInOrder(sent: Sent, asking: Life['asking']): void {
    if (nameOfSent(sent) !== 'seats.take') return
    const [, , , , , bookings] = sent.values as string[][]
    const turnOf = new Map<string, number>()
    for (const bookingId of bookings!) {
      const wish = asking.get(bookingId)
      if (!wish) continue
      if (wish.turn < (turnOf.get(wish.poolId) ?? 0)) this.wrong('Asked out of their order')
      turnOf.set(wish.poolId, wish.turn)
    }
    const together = new Set(bookings)
    for (const [bookingId, { turn, poolId }] of asking) {
      if (together.has(bookingId) || turn > (turnOf.get(poolId) ?? 0)) continue
      this.wrong('Somebody who came later was asked for before somebody who waits')
    }
  }
}

/** Whoever has an answer, or has to be asked about otherwise, waits no longer, though it is told later. */
function decided(sent: Sent, rows: readonly Row[] | null, asking: Life['asking']): void {
  if (nameOfSent(sent) !== 'seats.take') return
  const notNow = rows?.filter(({ value, soldOut }) => !value && !soldOut).map(({ at }) => at)
  const bookings = (sent.values as string[][])[5]!
  bookings.forEach((bookingId, index) => notNow?.includes(index + 1) || asking.delete(bookingId))
}
