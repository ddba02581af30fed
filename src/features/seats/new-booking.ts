import type { Output } from '@/contract'
import { toInstantText } from '@/domain/time/instant'
import type { Booked, Booking } from './booking'

type Activity = Output<'activities.get'>
type Pool = Activity['pools'][number]

/** Somebody whom a booking is for; the name is null for oneself. */
export interface Chosen {
  attendeeId: string
  name: string | null
}

/**
 * A booking just made, put together from the answer and the page it was made on: its ticket opens
 * even if the network goes this very moment. `now` in milliseconds since the epoch.
 */
export function newBooking(
  activity: Activity,
  pool: Pool,
  centreName: string,
  booked: Booked,
  chosen: readonly Chosen[],
  now: number,
): Booking {
  const { activityId, centreId, title, category, bring } = activity
  const [first] = pool.occurrences
  const last = pool.occurrences[pool.occurrences.length - 1]
  return {
    bookingId: booked.bookingId,
    status: booked.status,
    checkInCode: booked.checkInCode,
    cancelUntil: booked.cancelUntil,
    bookedAt: toInstantText(now),
    activityId,
    centreId,
    centreName,
    poolId: pool.poolId,
    title,
    category,
    bring,
    place: first?.place ?? activity.place,
    startsAt: first?.startsAt ?? pool.closesAt,
    endsAt: last?.endsAt ?? pool.closesAt,
    lessons: pool.occurrences.length,
    bookedBy: 'self',
    attendees: chosen.map(({ attendeeId, name }) => {
      const given = booked.attendees?.find((one) => one.attendeeId === attendeeId)
      const number = given?.number ?? null
      const state = number === null ? null : 'waiting'
      return { attendeeId, name, status: 'booked', number, state }
    }),
    occurrences: pool.occurrences.map(({ startsAt, endsAt, place, state, topic, lesson }) => {
      return { startsAt, endsAt, place, state, topic, lesson }
    }),
  }
}
