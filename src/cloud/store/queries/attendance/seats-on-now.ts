import type { PoolClient } from 'pg'
import { OPENS_BEFORE } from '@/domain/attendance/mark'
import { DAY } from '@/domain/time/instant'
import { dateOf } from '@/domain/time/date'
import { SEATS_IN_LESSONS } from './seats-in-lessons'
import type { LessonSeat } from './sightings'

/** A seat of a person, or of somebody for whom they booked, in a lesson to which one may check in. */
export interface SeatOnNow extends LessonSeat {
  /** How the person calls them; null for somebody who is no longer in the family. */
  attendeeId: string | null
  title: string
  place: string
  startsAt: number
  endsAt: number
  lesson_number: number | null
  lesson_of: number | null
}

/** What a person may check in to at `now` in a centre, for themselves and theirs, in order. */
export async function seatsOnNow(
  client: PoolClient,
  { centreId, personId }: { centreId: string; personId: string },
  now: Date,
): Promise<SeatOnNow[]> {
  const opens = new Date(now.getTime() + OPENS_BEFORE)
  const { rows } = await client.query<SeatOnNow>({
    name: 'attendance.seats-on-now',
    text: SEATS_ON_NOW,
    values: [
      ...[centreId, personId, now, opens],
      // A lesson may be on over midnight; asked of the day, so that its index answers.
      ...[dateOf(now.getTime() - DAY), dateOf(opens.getTime())],
    ],
  })
  return rows
}

/** When the next lesson of a person, or of theirs, begins in a centre; null for none. */
export async function nextSeatAt(
  client: PoolClient,
  { centreId, personId }: { centreId: string; personId: string },
  now: Date,
): Promise<number | null> {
  const { rows } = await client.query<{ nextAt: number | null }>({
    name: 'attendance.next-seat',
    text: NEXT_SEAT,
    values: [centreId, personId, now],
  })
  return rows[0]?.nextAt ?? null
}

const SEATS_ON_NOW = `
select lesson.centre_id as "centreId", lesson.occurrence_id as "occurrenceId",
  seat.booking_id as "bookingId", seat.person_id as "personId",
  case when seat.person_id = $2 then 'self' else (
    select member.member_id from changlai.family_member as member
    where member.holder_id = $2 and member.person_id = seat.person_id
      and member.removed_at is null) end as "attendeeId",
  activity.title, lesson.place, lesson.starts_at as "startsAt", lesson.ends_at as "endsAt",
  lesson.lesson_number, lesson.lesson_of
from ${SEATS_IN_LESSONS}
  where lesson.centre_id = $1 and lesson.day between $5::date and $6::date
  and lesson.state <> 'cancelled'
  and lesson.starts_at <= $4::timestamptz and $3::timestamptz < lesson.ends_at
  and $2::uuid in (seat.holder_id, seat.person_id)
order by lesson.starts_at, lesson.occurrence_id, seat.person_id <> $2, "attendeeId"`

const NEXT_SEAT = `
select min(lesson.starts_at) as "nextAt"
from (
  select centre_id, booking_id from changlai.booking
  where person_id = $2 and centre_id = $1 and status = 'booked'
  union
  select centre_id, booking_id from changlai.booking_attendee
  where person_id = $2 and centre_id = $1 and status = 'booked'
) as own
cross join ${SEATS_IN_LESSONS}
where seat.centre_id = own.centre_id and seat.booking_id = own.booking_id
  and lesson.state <> 'cancelled' and lesson.starts_at > $3::timestamptz
  and $2::uuid in (seat.holder_id, seat.person_id)`
