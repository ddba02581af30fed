import { type Clock, databaseClock } from '../../../src/cloud/clock'
import { isDatabaseAway } from '../../../src/cloud/database-errors'
import { type Dispatch, createDispatch } from '../../../src/cloud/dispatch'
import type { Groups } from '../../../src/cloud/group-commit/asked-together'
import { createGroups } from '../../../src/cloud/group-commit/groups'
import type { Dependencies } from '../../../src/cloud/handler'
import { passSeatsOn } from '../../../src/cloud/jobs/pass-seats-on'
import { type Allowances, HUMAN, Pace } from '../../../src/cloud/pace/pace'
import type { Store } from '../../../src/cloud/store'
import { MINUTE } from '../../../src/domain/time/instant'
import { silentLog } from '../../support/silent-log'
import type { Log } from '../../../src/cloud/log'
import type { Chance } from './chance'
import { nameOfSent, type Sent } from './model/statements'
import type { Row } from './model/transactions'
import { SimulatedPool } from './pool'
import type { Run, Scheduler } from './scheduler'
import type { Server } from './server'
import { PaceWatch } from './watch/pace'
import { type Answer, type Asked, Wrong } from './watch/seen'
import type { Ears, Watch } from './watch/watch'

/** As few as let them be met: how many go together, and how many may wait, in a host. */
export const LIMITS = { most: 5, waiting: 12 }
/** A pace that few enough reach; what is looked at is not slowed before. */
export const ALLOWANCES: Allowances = { ...HUMAN, own: { burst: 16, perSecond: 0.5 } }
const STARTING_MS = 200
/** How often the lists are looked through (decision 24). */
const CLOCK_MS = 10 * MINUTE

export interface HostOptions {
  name: string
  /** Whether it asks for many at once or, as the cloud function does, for each by itself. */
  works: 'together' | 'alone'
  connections: number
  /** How long a message to the database usually takes, in milliseconds. */
  usual: number
  /** Whether somebody who is faster than hands is slowed. */
  slows: boolean
  /** What is planted in it (planted.ts). */
  bend: Bend
}

export interface Bend {
  groups?: (groups: Groups) => void
  request?: (asked: Asked) => Asked
  pace?: (pace: Pace) => void
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
  /** Null where nobody is slowed. */
  hands: PaceWatch | null
  dispatch: Dispatch | null
}

/** A host: the real dispatch, handlers, groups and memory, on the simulated database. */
export class Host {
  /** What goes wrong no more of its own accord. */
  isCalm = false
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
      refused: (sent) => isOfOne(sent) && decided(sent, null, asking),
    })
    const hands = this.options.slows ? new PaceWatch(scheduler, ALLOWANCES.own) : null
    const life: Life = { run, pool, ears, asking, told: new Set(), hands, dispatch: null }
    this.life = life
    this.watch.ears.add(ears)
    scheduler.after(chance.delay(STARTING_MS), run, 'starts', () => void this.begin(life))
  }

  private async begin(life: Life): Promise<void> {
    const store = { pool: life.pool.asPool() } as Store
    try {
      const clock: Clock = await databaseClock(store.pool)
      const { works, slows } = this.options
      const groups = works === 'together' ? await createGroups(store, silentLog, LIMITS) : undefined
      if (groups) this.lookInto(groups, life)
      const dependencies: Dependencies = {
        ...{ store, clock, log: this.log, ...(groups ? { groups } : {}) },
        ...(slows ? { pace: this.pace() } : {}),
      }
      life.dispatch = createDispatch(dependencies)
      setInterval(() => void this.passOn(dependencies), CLOCK_MS)
    } catch (error) {
      if (!isDatabaseAway(error)) throw error
      this.scheduler.after(STARTING_MS, life.run, 'starts once more', () => void this.begin(life))
    }
  }

  private pace(): Pace {
    const pace = new Pace({ allowances: ALLOWANCES })
    this.options.bend.pace?.(pace)
    return pace
  }

  /** What its clock starts; some hosts do not live to see the end of it. */
  private async passOn(dependencies: Dependencies): Promise<void> {
    const { chance, scheduler, options } = this
    if (!this.isCalm && chance.isIt(0.2)) {
      const wait = chance.delay(options.usual * 8)
      const { life } = this
      scheduler.after(wait, life?.run ?? null, 'dies at its clock', () => this.crash(STARTING_MS))
    }
    await passSeatsOn(dependencies).then(
      (offers) => offers > 0 && this.watch.count('offers of the clock'),
      (err: unknown) => this.failed({ err }),
    )
  }

  private wrong(what: string): void {
    this.scheduler.fail(new Wrong(what))
  }

  private get log(): Log {
    const said = (facts: object) => this.failed(facts)
    return { ...silentLog, warn: said, error: said }
  }

  /** That the database is away is not the code's fault. */
  private failed(facts: object): void {
    const { err } = facts as { err: Error }
    if (!isDatabaseAway(err)) this.wrong(`An operation failed: ${err.stack}`)
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
    const isFirst = watch.arrived(subject, asked)
    life.hands?.arrived(subject)
    const request = { ...(this.options.bend.request?.(asked) ?? asked), client: '1.0.0' }
    const { answer: body, status } = await life.dispatch({ request, identity })
    const said = body as Answer
    const isAnswer = status === 200 && said.code !== 'TOO_MANY_REQUESTS'
    const isSlowed = said.code === 'TOO_MANY_REQUESTS' && said.facts?.waiting === undefined
    if (isSlowed) {
      watch.count(`${asked.operation} slowed`)
      life.hands!.slowed(subject, asked, since)
    } else if (isFirst && isAnswer) life.hands?.letIn(subject, asked, since)
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
  const told = new Set(
    rows?.flatMap(({ soldOut }) => (soldOut as { at: number[] } | null)?.at ?? []),
  )
  const notNow = new Set(
    rows?.flatMap(({ at, value }) => (value || told.has(at as number) ? [] : at)),
  )
  const bookings = (sent.values as string[][])[5]!
  bookings.forEach((bookingId, index) => notNow.has(index + 1) || asking.delete(bookingId))
}

/** Whoever is refused alone is asked for no more by their group. */
const isOfOne = (sent: Sent) =>
  nameOfSent(sent) === 'seats.take' && (sent.values as string[][])[5]!.length === 1
