import { REMEMBERED_FOR_MS } from '../../../../src/cloud/group-commit/sold-out'
import { inputHash } from '../../../../src/cloud/requests'
import type { AnswerRow } from '../model/tables'
import { nameOf } from '../model/tables'
import type { Transaction } from '../model/transactions'
import type { Scheduler } from '../scheduler'
import type { Server } from '../server'
import { LimitsWatch } from './limits'
import { ListsWatch } from './lists'
import { type Answer, type Asked, Wrong, said } from './seen'

/** How often things happened, so that a run can tell that it is about something. */
export type Tally = Map<string, number>

/** What a host was told and heard, as far as its memory may go by it. */
export interface Ears {
  /** When seats came free of which it has not heard, by pool. */
  unheard: Map<string, number[]>
}

/**
 * Looks on: sees each commit, each answer as it leaves a host and as a phone takes it, and throws what
 * must never be. It takes nothing from the code under test but what that says.
 */
export class Watch {
  readonly ears = new Set<Ears>()
  readonly tally: Tally = new Map()
  private readonly free = new Map<string, { at: number; free: number }[]>()
  private readonly writtenAt = new Map<string, number>()
  private readonly arrivedAt = new Map<string, number>()
  /** Booking by the requestId that made it. */
  private readonly final = new Map<string, { asked: Asked; answer: Answer }>()
  private readonly untold = new Set<string>()
  private readonly lists: ListsWatch
  private readonly limits: LimitsWatch

  constructor(
    private readonly scheduler: Scheduler,
    private readonly server: Server,
  ) {
    this.lists = new ListsWatch(scheduler, server, (what) => this.count(what))
    this.limits = new LimitsWatch(scheduler, server)
    server.committed = (transaction) => this.committed(transaction)
    server.refused = ({ code, constraint }) => {
      this.count(`refused ${constraint ?? code}`)
      if (code === '23514') this.wrong(`The last wall was met: ${constraint}`)
    }
    for (const { poolId, capacity } of server.tables.pools.values()) {
      this.free.set(poolId, [{ at: 0, free: capacity }])
    }
  }

  private wrong(what: string): void {
    this.scheduler.fail(new Wrong(what))
  }

  count(what: string): void {
    this.tally.set(what, (this.tally.get(what) ?? 0) + 1)
  }

  private committed(transaction: Transaction): void {
    const { freed, answers, writes } = transaction
    if (writes.length === 0) return
    const { tables } = this.server
    for (const row of answers) this.written(row)
    for (const pool of tables.pools.values()) {
      const { poolId, capacity, taken, listTakesFrom } = pool
      const seats = (tables.seatsOfPool.get(poolId) ?? []).filter(({ isBooked }) => isBooked)
      if (taken > capacity) this.wrong(`${poolId} is oversold: ${taken} of ${capacity}`)
      const held = this.lists.heldIn(poolId)
      if (taken !== seats.length + held) {
        this.wrong(`${poolId} counts ${taken}, has ${seats.length} and holds ${held}`)
      }
      this.lists.committed(pool, seats.length, transaction)
      const people = new Set(seats.map(({ personId }) => personId))
      if (people.size < seats.length) this.wrong(`Somebody is twice in ${poolId}`)
      const known = this.free.get(poolId)!
      const left = capacity - taken
      const free = listTakesFrom !== null && left >= listTakesFrom ? 0 : left
      if (known.at(-1)!.free !== free) known.push({ at: this.scheduler.now, free })
    }
    this.limits.committed(transaction)
    for (const poolId of freed) {
      for (const { unheard } of this.ears) {
        unheard.set(poolId, [...(unheard.get(poolId) ?? []), this.scheduler.now])
      }
    }
  }

  private written(row: AnswerRow): void {
    const name = nameOf(row)
    if (this.server.tables.answers.get(name)!.length > 1) {
      this.wrong(`Two answers under one requestId: ${row.requestId}`)
    }
    this.writtenAt.set(name, this.scheduler.now)
  }

  /** A request comes to a host; of those that are one the first counts, and whether it is that one. */
  arrived(subject: string, { requestId }: Asked): boolean {
    const name = `${subject} ${requestId}`
    if (this.arrivedAt.has(name)) return false
    this.arrivedAt.set(name, this.scheduler.now)
    return true
  }

  /** What is written down under a request. */
  private rowOf(subject: string, { requestId }: Asked): AnswerRow | undefined {
    const { identities, answers } = this.server.tables
    return answers.get(`${identities.get(`local ${subject}`)} ${requestId}`)?.[0]
  }

  isWritten(subject: string, asked: Asked, answer: Answer): boolean {
    return JSON.stringify(this.rowOf(subject, asked)?.answer) === JSON.stringify(answer)
  }

  /** An answer that is written down leaves a host. */
  answered(subject: string, asked: Asked, answer: Answer): void {
    const rule = answer.facts?.rule
    const code = rule === undefined ? answer.code : `${answer.code} ${rule}`
    this.count(`${asked.operation} ${answer.ok ? 'OK' : code}`)
    const row = this.rowOf(subject, asked)
    if (!row) return this.wrong(`Answered, and not written down: ${said(asked, answer)}`)
    const isAnothers = answer.code === 'REQUEST_ID_REUSED' && !isSame(row, asked)
    if (!isAnothers && JSON.stringify(row.answer) !== JSON.stringify(answer)) {
      const other = JSON.stringify(row.answer)
      this.wrong(`Another answer than before: ${said(asked, answer)}, before ${other}`)
    }
    const arrived = this.arrivedAt.get(`${subject} ${asked.requestId}`)!
    if (answer.ok || isAnothers || this.writtenAt.get(nameOf(row))! < arrived) return
    if (answer.facts?.limit) this.limits.refused(row.personId, asked, answer, arrived)
    const { poolId } = asked.input
    const wereFree = poolId ? this.mostFree(poolId, arrived) >= seatsIn(asked) : false
    this.lists.refused(asked, answer, arrived, wereFree)
    if (answer.code !== 'SOLD_OUT') return
    if (this.leastFree(asked.input.poolId!, arrived) >= seatsIn(asked)) {
      this.wrong(`Refused a seat that was free all the time: ${said(asked, answer)}`)
    }
  }

  /** Whether a host may not have heard yet of a seat; not for longer than it remembers anything. */
  private mayBeBehind({ unheard }: Ears, poolId: string): boolean {
    const { now } = this.scheduler
    return (unheard.get(poolId) ?? []).some((at) => now - at <= REMEMBERED_FOR_MS)
  }

  /** A host's memory says that there is no seat for somebody. */
  remembered(who: string, poolId: string, ears: Ears): void {
    this.count('told from memory')
    const { tables } = this.server
    const personId = tables.identities.get(who.replace(':', ' ')) ?? who
    const isBehind = this.mayBeBehind(ears, poolId)
    if (tables.seatIn(poolId, personId)) {
      if (!isBehind) this.wrong(`Told full from memory, and holds a seat: ${who} in ${poolId}`)
      this.count('told full, within what a notification takes, and held a seat')
    } else if (this.leastFree(poolId, this.scheduler.now) >= 1) {
      if (!isBehind) this.wrong(`Told full from memory, and seats are free: ${who} in ${poolId}`)
      this.count('told full, within what a notification takes, and seats were free')
    }
  }

  /**
   * A refusal that is not written down leaves the host to which its request came at `since`: what its
   * memory or the taking statement said, or what it told before.
   */
  toldUnwritten(subject: string, asked: Asked, ears: Ears, since: number, isTold: boolean): void {
    this.count('seats.book SOLD_OUT, unwritten')
    this.untold.add(`${subject} ${asked.requestId}`)
    const poolId = asked.input.poolId!
    if (asked.again) this.wrong(`Asked again, and not written down: ${said(asked)}`)
    if (asked.input.attendeeIds) this.wrong(`A family was told unwritten: ${said(asked)}`)
    const isBehind = this.mayBeBehind(ears, poolId)
    const row = this.rowOf(subject, asked)
    if (row && (row.answer as Answer).ok && this.writtenAt.get(nameOf(row))! < since && !isBehind) {
      this.wrong(`Told full, and holds a seat by it: ${said(asked)}`)
    }
    if (!isTold && !isBehind && this.leastFree(poolId, since) >= 1) {
      this.wrong(`Told full, and a seat was free all the time: ${said(asked)}`)
    }
  }

  /** How many seats anybody could have had at the worst time since; those of the list are not free. */
  private leastFree(poolId: string, since: number): number {
    return Math.min(...this.freeSince(poolId, since))
  }

  private mostFree(poolId: string, since: number): number {
    return Math.max(...this.freeSince(poolId, since))
  }

  private freeSince(poolId: string, since: number): number[] {
    const known = this.free.get(poolId)!
    const counts: number[] = []
    for (let index = known.length - 1; index >= 0; index -= 1) {
      counts.push(known[index]!.free)
      if (known[index]!.at < since) break
    }
    return counts
  }

  /** A phone takes an answer as the last word on an intent. */
  heard(subject: string, asked: Asked, answer: Answer): void {
    this.final.set(`${subject} ${asked.requestId}`, { asked, answer })
    if (!answer.ok || !books(asked)) return
    const booking = this.server.tables.bookings.get(answer.value!.bookingId)
    if (!booking) this.wrong(`Heard of a booking that is not there: ${said(asked, answer)}`)
  }

  /** When all is quiet: each answer that was heard is true, each seat has somebody who heard of it. */
  end(waiting: readonly string[]): void {
    if (waiting.length > 0) this.wrong(`Without an answer at the end: ${waiting.join(', ')}`)
    const { tables } = this.server
    const done = [...this.final.values()].filter(({ answer }) => answer.ok)
    const of = (operation: string) => done.filter(({ asked }) => asked.operation === operation)
    const cancelled = new Set(of('seats.cancel').map(({ asked }) => asked.input.bookingId))
    const left = new Set(of('waitlist.leave').map(({ asked }) => asked.input.entryId!))
    const joined = of('waitlist.join').map(({ answer }) => answer)
    this.lists.end(joined, left)
    for (const { asked, answer } of done) {
      if (!books(asked)) continue
      const booking = tables.bookings.get(answer.value!.bookingId)
      if (!booking) this.wrong(`A booking is lost: ${said(asked, answer)}`)
      else if (!booking.isBooked && !cancelled.has(booking.bookingId)) {
        this.wrong(`A seat is gone that nobody gave back: ${said(asked, answer)}`)
      }
    }
    const subjects = new Map([...tables.identities].map(([name, id]) => [id, name.split(' ')[1]]))
    for (const [row] of tables.answers.values()) {
      const name = `${subjects.get(row!.personId)} ${row!.requestId}`
      const heard = this.final.get(name)
      const made = row!.answer as Answer
      if (!made.ok || JSON.stringify(heard?.answer) === JSON.stringify(made)) continue
      // Another wish under the same requestId was first.
      if (heard?.answer.code === 'REQUEST_ID_REUSED') continue
      if (heard?.answer.code !== 'SOLD_OUT' || !this.untold.has(name)) {
        this.wrong(`A seat of which nobody heard: ${JSON.stringify(row)}`)
      }
      this.count('booked by a copy of a request that was told full from memory')
    }
  }
}

/** Whether an answer was written down for this very request. */
const isSame = ({ operation, inputHash: hash }: AnswerRow, asked: Asked) =>
  operation === asked.operation && hash.equals(inputHash(asked.input))

const books = ({ operation }: Asked) =>
  operation === 'seats.book' || operation === 'waitlist.accept'

const seatsIn = ({ input }: Asked) => input.attendeeIds?.length ?? 1
