import { type On, lockAnswer, writeAnswer } from './on'
import { type BookingRow, type SeatRow, nameOf } from './tables'
import type { Row, Work } from './transactions'

/** Gives seats back (`seats.give-back`); nobody is late in the model. */
export function* giveSeatBack(on: On, values: unknown[]): Work {
  const [centreId, bookingId, personId, named, now, requestId, operation, inputHash] = values as [
    ...[string, string, string, string[] | null, Date, string, string, Buffer],
  ]
  const { tables, transaction } = on
  const booking = tables.bookings.get(bookingId)
  const meant = meantIn(on, booking, personId, named)
  const isHeld =
    booking?.isBooked === true &&
    now.getTime() < tables.pools.get(booking.poolId)!.cancelUntil &&
    (named === null || meant.length === named.length) &&
    !tables.answers.has(nameOf({ personId, requestId }))
  yield 'a moment'
  if (!isHeld) return []
  yield { lock: `booking ${bookingId}` }
  if (!booking.isBooked) return []
  const given = meant.filter(({ isBooked }) => isBooked)
  if (given.length === 0) return []
  yield { lock: `pool ${booking.poolId}` }
  yield 'a moment'
  const remaining = booking.seats - given.length
  const of = { bookingId, status: 'cancelled', ...(named === null ? {} : { remaining }) }
  const answer = { ok: true, value: of }
  const row = { centreId, personId, requestId, operation, inputHash, answer }
  yield* lockAnswer(on, row, 'throws')
  transaction.freed.add(booking.poolId)
  writeAnswer(on, row)
  transaction.writes.push(() => {
    for (const seat of given) seat.isBooked = false
    booking.seats = remaining
    booking.isBooked = remaining > 0
    const pool = tables.pools.get(booking.poolId)!
    pool.taken -= given.length
    pool.version = transaction.version
  })
  const { poolId } = booking
  const isWaitedFor = tables.pools.get(poolId)!.waiting > 0
  return [{ value: of, poolId, waitedFor: isWaitedFor ? poolId : null }]
}

/** What is known of seats that were not given back (`seats.why-not-given-back`). */
export function* whyNotGivenBack(on: On, values: unknown[]): Work {
  const [, bookingId, personId, named, requestId] = values as [
    ...[string, string, string, string[] | null, string],
  ]
  yield 'a moment'
  return whyNot(on, bookingId, personId, named, requestId)
}

function whyNot(
  on: On,
  bookingId: string,
  personId: string,
  named: string[] | null,
  requestId: string,
): Row[] {
  const { tables } = on
  const booking = tables.bookings.get(bookingId)
  const seats = tables.seatsOfBooking.get(bookingId) ?? []
  if (!booking || !seats.some((seat) => isOf(seat, personId))) return []
  const meant = meantIn(on, booking, personId, named)
  const { cancelUntil, lessons } = tables.pools.get(booking.poolId)!
  return [
    {
      ...{ cancelUntil, lateUntil: Math.min(...lessons.map(({ startsAt }) => startsAt)) },
      ...{ consultationId: null, allKnown: named === null || meant.length === named.length },
      anyBooked: meant.some(({ isBooked }) => isBooked),
      answeredBefore: tables.answers.has(nameOf({ personId, requestId })),
    },
  ]
}

const isOf = ({ holderId, personId }: SeatRow, asker: string) =>
  asker === holderId || asker === personId

function meantIn(
  { tables }: On,
  booking: BookingRow | undefined,
  asker: string,
  named: string[] | null,
): SeatRow[] {
  if (!booking) return []
  return tables.seatsOfBooking.get(booking.bookingId)!.filter((seat) => {
    if (!isOf(seat, asker)) return false
    if (named === null || (seat.personId === asker && named.includes('self'))) return true
    return named.some((one) => tables.personNamed(asker, one)?.personId === seat.personId)
  })
}
