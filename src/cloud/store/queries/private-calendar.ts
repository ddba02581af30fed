import type { Pool } from 'pg'

/** Somebody for whom a booking is, as the person whose calendar it is knows them. */
export interface SittingAttendee {
  isSelf: boolean
  /** Null for oneself, and for somebody who is no longer in the family. */
  name: string | null
  held: boolean
}

/** One occurrence of something a person booked; instants in milliseconds since the epoch. */
export interface Sitting {
  bookingId: string
  /** What the plan had, whatever was moved later. */
  originalStartsAt: number
  startsAt: number
  endsAt: number
  state: 'scheduled' | 'rescheduled' | 'cancelled'
  centreName: string
  centreAddress: string
  bookedAt: number
  /** When the last seat of the booking was given back. */
  cancelledAt: number | null
  /** How often staff moved or cancelled the lesson, and when they last did. */
  changes: number
  changedAt: number | null
  attendees: SittingAttendee[]
  /** Null for what was booked through a form: nothing is told that says what for. */
  what: {
    title: string
    topic: string | null
    lesson: number | null
    place: string
    bring: string | null
  } | null
}

/**
 * What a person has booked, what relatives booked for them, and what they booked for their family, as
 * far as it was over or given back at `since` or later; in order, at most `limit` of them. Of somebody
 * else's booking the person's own seat alone.
 */
export async function sittingsOf(
  pool: Pool,
  personId: string,
  since: Date,
  limit: number,
): Promise<Sitting[]> {
  const { rows } = await pool.query<Sitting>({
    name: 'private-calendar.sittings',
    text: SITTINGS,
    values: [personId, since, limit],
  })
  return rows
}

const SITTINGS = `
with own as (
  select centre_id, booking_id from changlai.booking where person_id = $1
  union
  select centre_id, booking_id from changlai.booking_attendee where person_id = $1
)
select b.booking_id as "bookingId", o.original_starts_at as "originalStartsAt",
  o.starts_at as "startsAt", o.ends_at as "endsAt", o.state,
  c.name as "centreName", c.address as "centreAddress",
  b.booked_at as "bookedAt", b.cancelled_at as "cancelledAt", seats.attendees,
  changed.changes, changed.at as "changedAt",
  case when p.intake is null then jsonb_build_object(
    'title', a.title, 'topic', o.topic, 'lesson', o.lesson_number,
    'place', o.place, 'bring', a.bring) end as what
from own
join changlai.booking as b on b.centre_id = own.centre_id and b.booking_id = own.booking_id
join changlai.pool as p on p.centre_id = b.centre_id and p.pool_id = b.pool_id
join changlai.activity as a on a.centre_id = p.centre_id and a.activity_id = p.activity_id
join changlai.centre as c on c.centre_id = b.centre_id
join changlai.occurrence as o on o.centre_id = p.centre_id and o.pool_id = p.pool_id
cross join lateral (
  select count(*) as changes, max(change.changed_at) as at
  from changlai.lesson_change as change
  where change.centre_id = o.centre_id
    and change.occurrence_id = coalesce(o.guest_of, o.occurrence_id)
) as changed
cross join lateral (
  select bool_or(seat.status = 'booked') as held,
    jsonb_agg(jsonb_build_object('isSelf', seat.person_id = $1,
      'name', case when seat.person_id <> $1 then member.name end,
      'held', seat.status = 'booked')
      order by seat.person_id = $1 desc, member.added_at, seat.person_id) as attendees
  from changlai.booking_attendee as seat
  left join changlai.family_member as member
    on member.holder_id = $1 and member.person_id = seat.person_id and member.removed_at is null
  where seat.centre_id = b.centre_id and seat.booking_id = b.booking_id
    and $1 in (seat.holder_id, seat.person_id)
) as seats
where o.ends_at >= $2::timestamptz
  and (seats.held or b.cancelled_at is null or b.cancelled_at >= $2::timestamptz)
order by o.starts_at, b.booking_id, o.original_starts_at
limit $3`
