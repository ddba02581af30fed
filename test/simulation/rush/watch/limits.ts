import { termOf } from '../../../../src/domain/time/term'
import type { PoolRow, SeatRow } from '../model/tables'
import type { Transaction } from '../model/transactions'
import type { Scheduler } from '../scheduler'
import type { Server } from '../server'
import { type Answer, type Asked, Wrong, said } from './seen'

/** What the limits of a person must keep: nobody has more, and nobody is refused who has less. */
export class LimitsWatch {
  /** When each seat was given back. */
  private readonly endedAt = new Map<SeatRow, number>()

  constructor(
    private readonly scheduler: Scheduler,
    private readonly server: Server,
  ) {}

  private wrong(what: string): void {
    this.scheduler.fail(new Wrong(what))
  }

  committed({ seated, freed }: Transaction): void {
    const { tables } = this.server
    for (const poolId of freed) {
      for (const seat of tables.seatsOfPool.get(poolId) ?? []) {
        if (!seat.isBooked && !this.endedAt.has(seat)) this.endedAt.set(seat, this.scheduler.now)
      }
    }
    for (const personId of seated) this.expectWithin(personId)
  }

  private expectWithin(personId: string): void {
    const { tables } = this.server
    const pools = (tables.seatsOfPerson.get(personId) ?? []).flatMap(({ isBooked, poolId }) =>
      isBooked ? [tables.pools.get(poolId)!] : [],
    )
    for (const pool of pools) {
      const ofTerm = pools.filter(({ startsAt }) => termOf(startsAt) === termOf(pool.startsAt))
      for (const limited of ['group', 'activity', 'centre']) {
        const most = this.mostOf(pool, limited)
        if (most === null) continue
        const held = ofTerm.filter((other) => other === pool || counts(other, pool, limited))
        if (held.length > most) this.wrong(`${personId} has more than a limit allows: ${limited}`)
      }
    }
  }

  private mostOf({ activity }: PoolRow, of: string): number | null {
    const { parallelGroup, seatsPerTerm, wholeTerm } = activity
    if (of === 'group') return parallelGroup === null ? null : 1
    if (of === 'activity') return seatsPerTerm
    return wholeTerm ? this.server.tables.coursesPerTerm : null
  }

  /** Somebody is refused by a limit that one of them had reached at some time since the request arrived. */
  refused(holderId: string, asked: Asked, answer: Answer, arrived: number): void {
    const { of, most } = answer.facts!.limit!
    const { tables } = this.server
    const { poolId, entryId, attendeeIds = ['self'] } = asked.input
    const entry = tables.entries.get(entryId ?? '')
    const people = entry
      ? tables.waitingOfEntry.get(entry.entryId)!.map(({ personId }) => personId)
      : attendeeIds.map((name) => tables.whomOf(holderId, name))
    const wished = tables.pools.get(entry?.poolId ?? poolId!)!
    const hasReached = people.some((personId) => {
      const seats = (tables.seatsOfPerson.get(personId ?? '') ?? []).filter((seat) => {
        if (!seat.isBooked && (this.endedAt.get(seat) ?? 0) < arrived) return false
        const pool = tables.pools.get(seat.poolId)!
        const isOfTerm = termOf(pool.startsAt) === termOf(wished.startsAt)
        return isOfTerm && pool !== wished && counts(pool, wished, of)
      })
      return seats.length >= most
    })
    if (!hasReached) this.wrong(`Refused by a limit that nobody reached: ${said(asked, answer)}`)
  }
}

/** Whether a limit on one pool counts a seat in another. */
function counts({ activity: other }: PoolRow, { activity }: PoolRow, of: string): boolean {
  if (of === 'centre') return other.wholeTerm
  const isSame = other.activityId === activity.activityId
  return of === 'activity' ? isSame : !isSame && other.parallelGroup === activity.parallelGroup
}
