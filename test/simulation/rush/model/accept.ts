import { toInstantText } from '../../../../src/domain/time/instant'
import { clashesOf } from './clashes'
import { limitsOf } from './limits'
import { type On, change, insertKey, seen } from './on'
import type { EntryRow, WaitingRow } from './tables'
import type { Row, Work } from './transactions'

/** Holds the persons of an entry and moves their marks on (`waitlist.take-turns`). */
export function* takeTurns({ tables, transaction }: On, values: unknown[]): Work {
  const [, entryId] = values as [string, string]
  const persons = (tables.waitingOfEntry.get(entryId) ?? []).map(({ personId }) => personId)
  yield 'a moment'
  for (const personId of persons.sort()) {
    yield { lock: `person ${personId}` }
    transaction.writes.push(() => tables.turns.set(personId, tables.turns.get(personId)! + 1))
  }
  return []
}

/** What stands in the way of an entry's people (`waitlist.obstacles`). */
export function* obstaclesOf(on: On, values: unknown[]): Work {
  const [, poolId, entryId, at] = values as [string, string, string, Date]
  const { tables } = on
  const pool = tables.pools.get(poolId)!
  const now = at.getTime()
  const entry = tables.entries.get(entryId)!
  const { holderId } = entry
  const rows = partyIn(on, entry).map(({ personId, attendeeId }): Row => {
    const [clash] = clashesOf(tables, personId, pool, now)
    const isTold = clash?.seat.holderId === holderId
    return {
      attendeeId,
      ownBookingId: tables.seatIn(poolId, personId)?.bookingId ?? null,
      clash: clash
        ? {
            ...{ bookingId: clash.seat.bookingId, title: isTold ? clash.pool.title : null },
            ...{ startsAt: clash.startsAt, endsAt: clash.endsAt },
          }
        : null,
      limits: limitsOf(tables, personId, pool, holderId, now),
    }
  })
  yield 'a moment'
  return rows
}

/** Makes the booking of an entry whose seats are held (`waitlist.accept`). */
export function* acceptOffer(on: On, values: unknown[]): Work {
  const [centreId, poolId, entryId, bookingId, checkInCode] = values as string[] as [
    ...[string, string, string, string, string],
  ]
  const { tables, transaction } = on
  const entry = tables.entries.get(entryId)!
  const party = partyIn(on, entry)
  const { state, holderId, seats } = seen(on, entry)
  yield 'a moment'
  if (state !== 'offered') return []
  change(on, entry, { state: 'accepted', bookingId })
  for (const one of tables.waitingOfEntry.get(entryId)!) change(on, one, { live: false })
  yield* insertKey(on, `booking ${bookingId}`, tables.bookings.has(bookingId), 'booking_pkey')
  const code = `${centreId} ${checkInCode}`
  yield* insertKey(on, `code ${code}`, tables.codes.has(code), 'booking_check_in_code_once')
  const row = { bookingId, centreId, poolId, holderId, bookedBy: null, seats, checkInCode }
  transaction.writes.push(() => tables.addBooking({ ...row, isBooked: true }))
  for (const { personId } of party) {
    const has = () => tables.seatIn(poolId, personId) !== undefined
    yield* insertKey(on, `seat ${poolId} ${personId}`, has, 'booking_attendee_once')
    transaction.seated.add(personId)
    const seat = { bookingId, poolId, personId, holderId, isBooked: true }
    transaction.writes.push(() => tables.addSeat(seat))
  }
  const { cancelUntil } = tables.pools.get(poolId)!
  const booked = { bookingId, status: 'booked', checkInCode }
  const attendees = party.map(({ attendeeId }) => ({ attendeeId, number: null }))
  const value = { ...booked, cancelUntil: toInstantText(cancelUntil), attendees }
  // Its row is written, though its count stays; who sits in it has changed.
  change(on, tables.pools.get(poolId)!, {})
  transaction.freed.add(poolId)
  return [{ value, told: '' }]
}

/** The people of an entry, each with the key by which its holder names them. */
function partyIn(
  { tables }: On,
  { entryId, holderId }: EntryRow,
): (WaitingRow & { attendeeId: string | null })[] {
  const nameOf = (personId: string) => {
    if (personId === holderId) return 'self'
    for (const [memberId, rows] of tables.members) {
      const isThem = rows.some((one) => one.holderId === holderId && one.personId === personId)
      if (isThem) return memberId
    }
    return null
  }
  const people = tables.waitingOfEntry.get(entryId)!.filter(({ live }) => live)
  return people.map((one) => ({ ...one, attendeeId: nameOf(one.personId) }))
}
