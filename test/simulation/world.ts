import pg from 'pg'
import type { Input, OperationName } from '../../src/contract'
import { fixedClock } from '../../src/cloud/clock'
import { type Dispatch, createDispatch } from '../../src/cloud/dispatch'
import { closeBallots, drawBallots } from '../../src/cloud/jobs/hold-ballots'
import { judgeAbsences } from '../../src/cloud/jobs/judge-absences'
import { lapseContests } from '../../src/cloud/jobs/lapse-contests'
import { passSeatsOn } from '../../src/cloud/jobs/pass-seats-on'
import { seatGuests } from '../../src/cloud/jobs/seat-guests'
import type { Store } from '../../src/cloud/store'
import { CHILDREN_RULES_VERSION } from '../../src/domain/family/consent'
import { DAY, HOUR, toInstantText } from '../../src/domain/time/instant'
import { expectAnswerOfContract, newRequestId } from '../support/builders/caller'
import { SEATING } from '../support/builders/limits'
import { NOW, aCentre, aPool } from '../support/builders/programme'
import { type TestDatabase, testDatabase } from '../support/database'
import { silentLog } from '../support/silent-log'
import { type Crash, crashingStore } from './crashing'
import { type History, OPEN_POOLS, PARENTS, PEOPLE } from './steps'

/** An answer, or what a phone sees when the line is cut. */
export interface Reply {
  ok: boolean
  code?: string
  facts?: { rule?: string }
  value?: Record<string, unknown>
}

export const STAFF = ['staff-1', 'staff-2']
const nameOf = (person: number) => `person-${person}`

/** The seats of guests refer to lessons, and those to pools: they go first. */
const GUESTS: Record<string, string> = {
  occurrence: `delete from changlai.occurrence where guest_of is not null;
    delete from changlai.pool where guest_of is not null;`,
}

/** Everything that a history leaves behind, what refers to something before what it refers to. */
const CLEAR = [
  ...['notice', 'lesson_change', 'attendance', 'strike'],
  ...['waitlist_move', 'waitlist_outcome', 'waitlist_attendee', 'waitlist_entry'],
  ...['booking_attendee', 'booking', 'ballot_number', 'ballot_attendee', 'ballot_wish'],
  ...['ballot_entry', 'ballot_pool', 'ballot', 'occurrence', 'pool', 'activity'],
  'answered_request',
]
  .map((table) => `${GUESTS[table] ?? ''}delete from changlai.${table}`)
  .join(';')

/** A deployment with its people, on which one history after another is played. */
export class World {
  readonly clock = fixedClock(NOW)
  readonly pools: string[] = []
  ballotId = ''
  /** What the jobs or a command said went wrong, other than that the line was cut. */
  readonly failures: string[] = []
  private readonly crashing
  private readonly dispatch: Dispatch
  private readonly children = new Map<string, string[]>()

  private constructor(
    private readonly database: TestDatabase,
    private readonly owner: pg.Client,
    private readonly centreId: string,
  ) {
    this.crashing = crashingStore(database.store)
    const { clock } = this
    this.dispatch = createDispatch({ store: this.crashing, clock, log: this.log })
  }

  /** `weaken` may take a guard away from the store, to show that it is missed. */
  static async make(weaken = (store: Store) => store): Promise<World> {
    const whole = await testDatabase({ poolSize: 4 })
    const database = { ...whole, store: weaken(whole.store) }
    const owner = new pg.Client(database.ownerUrl)
    await owner.connect()
    const world = new World(database, owner, await aCentre(database.store))
    await world.people()
    return world
  }

  /** For looking after each step: no crash cuts this connection off, so each query is planned once. */
  get eye(): pg.Client {
    return this.owner
  }

  get pool(): pg.Pool {
    return this.database.store.pool
  }

  async end(): Promise<void> {
    await this.owner.end()
    await this.database.drop()
  }

  private get log() {
    const said = (facts: object, message: string) => {
      const { err } = facts as { err?: { code?: string; message?: string } }
      if (err?.code !== 'ECONNRESET') this.failures.push(`${message}: ${err?.message}`)
    }
    return { ...silentLog, warn: said, error: said }
  }

  private async people(): Promise<void> {
    for (let person = 0; person < PEOPLE; person += 1) {
      const holder = nameOf(person)
      await this.ask(holder, 'me.get', {})
      const children: string[] = []
      for (const letter of person < PARENTS ? ['甲', '乙'] : []) {
        const consent = { rulesVersion: CHILDREN_RULES_VERSION }
        const child = {
          kind: 'child' as const,
          name: `示例${letter}${person}`,
          birthDate: '2018-05-01',
        }
        const saved = await this.ask(holder, 'family.save', { ...child, consent })
        children.push(saved.value!['memberId'] as string)
      }
      this.children.set(holder, children)
    }
    for (const name of STAFF) await this.ask(name, 'me.get', {})
    await this.owner.query(
      `insert into changlai.role_grant (centre_id, person_id, role)
       select $1, person_id, 'staff' from changlai.person_identity where subject = any ($2)`,
      [this.centreId, STAFF],
    )
  }

  /** Clears the stage and sets it for a history. */
  async begin(history: History): Promise<void> {
    const { capacities, full, listed, entrants, coursesPerTerm, parallel } = history
    await this.owner.query(CLEAR)
    await this.owner.query('update changlai.centre set courses_per_term = $1', [coursesPerTerm])
    this.clock.set(NOW)
    this.failures.length = 0
    this.pools.length = 0
    for (const [index, capacity] of capacities.entries()) {
      const startsAt = NOW + 8 * DAY + index * 3 * HOUR
      const isOpen = index < OPEN_POOLS
      const poolId = await aPool(this.database.store, this.centreId, {
        capacity,
        lessons: [{ startsAt, endsAt: startsAt + HOUR }],
        activity: {
          seating: SEATING,
          parallel_group: parallel && [1, 2].includes(index) ? '示例班' : null,
        },
        ...(isOpen ? {} : { closesAt: NOW + DAY, columns: { mode: 'ballot' } }),
      })
      this.pools.push(poolId)
      for (let taken = 0; full && isOpen && taken < capacity; taken += 1) {
        await this.ask(nameOf(PEOPLE - 1 - taken), 'seats.book', { poolId })
      }
    }
    for (let person = 0; full && listed && person < PARENTS; person += 1) {
      const { as, attendeeIds } = this.attendeesOf(person, person === 0 ? 2 : 0)
      await this.ask(as, 'waitlist.join', { poolId: this.pools[0]!, attendeeIds })
    }
    const announced = await this.ask(STAFF[0]!, 'ballot.announce', {
      ...{ centreId: this.centreId, poolIds: this.pools.slice(OPEN_POOLS) },
      ...{ numberSource: '示例数字来源', numberAt: toInstantText(NOW + 2 * DAY) },
    })
    this.ballotId = announced.value!['ballotId'] as string
    for (const { person, party, wishes } of entrants) {
      const { as, attendeeIds } = this.attendeesOf(person, party)
      await this.ask(as, 'ballot.enter', { wishes: this.wishesOf(wishes), attendeeIds })
    }
  }

  /** A pool with room for everybody, that opens at an instant and takes bookings until its lessons begin. */
  addPool(lessons: { startsAt: number; endsAt: number }[], opensAt = NOW): Promise<string> {
    return aPool(this.database.store, this.centreId, { capacity: 50, lessons, opensAt })
  }

  /** Clears the stage and sets it for a history of one course: three lessons, a week apart. */
  async beginCourse(capacity: number): Promise<string> {
    await this.owner.query(CLEAR)
    this.clock.set(NOW)
    this.failures.length = 0
    const lessons = [2, 9, 16].map((days) => {
      const startsAt = NOW + days * DAY
      return { startsAt, endsAt: startsAt + HOUR }
    })
    const activity = { guests_from_list: true }
    return aPool(this.database.store, this.centreId, { capacity, lessons, activity })
  }

  /** Wishes in some order: the first drawn pool, the second, or both. */
  wishesOf(wishes: number): { poolId: string }[] {
    const [first, second] = this.pools.slice(OPEN_POOLS).map((poolId) => ({ poolId }))
    return [[first!], [second!], [first!, second!], [second!, first!]][wishes]!
  }

  /** Whom a party is of, as attendees: 0 oneself, 1 and 2 children, 3 all. */
  attendeesOf(person: number, party: number): { as: string; attendeeIds: string[] } {
    const children = this.children.get(nameOf(person))!
    const some = [['self'], children.slice(0, 1), children, ['self', ...children]][party]!
    return { as: nameOf(person), attendeeIds: some.length > 0 ? some : ['self'] }
  }

  /** Asks as a phone does; where the line is cut it may ask again with the same requestId. */
  async ask<N extends OperationName>(
    subject: string,
    operation: N,
    input: Input<N>,
    { crash = null, again = false }: { crash?: Crash | null; again?: boolean } = {},
  ): Promise<Reply> {
    const request = { operation, input, requestId: newRequestId(), client: '1.0.0' }
    const identity = { provider: 'local', subject } as const
    this.crashing.crashAt(crash)
    const first = await this.dispatch({ request, identity })
    const wasCut = this.crashing.crashAt(null)
    if (wasCut && again) {
      const second = await this.dispatch({ request, identity })
      expectAnswerOfContract(operation, second.answer)
      return second.answer as Reply
    }
    if (!wasCut) expectAnswerOfContract(operation, first.answer)
    return first.answer as Reply
  }

  /** One pass of the clock, which may be broken off. */
  async runClock({ crash = null }: { crash?: Crash | null } = {}): Promise<void> {
    const { clock } = this
    const host = { store: this.crashing, clock, log: this.log }
    this.crashing.crashAt(crash)
    try {
      await closeBallots(host)
      await drawBallots(host)
      await passSeatsOn(host)
      await seatGuests(host)
      await judgeAbsences(host)
      await lapseContests(host)
    } catch (error) {
      if ((error as { code?: string }).code !== 'ECONNRESET') throw error
    }
    this.crashing.crashAt(null)
  }
}
