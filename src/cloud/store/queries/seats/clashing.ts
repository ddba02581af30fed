import { PRIVATE_BOOKING } from '@/domain/seats/private-booking'

/**
 * The occurrences that a seat in the wished pool ($1, $2) would share time with, at $4 or later, of
 * seats held by a `party` (see party.ts).
 */
export const CLASHING = `
  party
  join changlai.booking_attendee as held on held.person_id = party.person_id
  join changlai.occurrence as other
    on other.centre_id = held.centre_id and other.pool_id = held.pool_id
  join changlai.occurrence as wish
    on wish.starts_at < other.ends_at and other.starts_at < wish.ends_at
  where held.status = 'booked'
    and (held.centre_id, held.pool_id) <> ($1, $2)
    and other.state <> 'cancelled' and other.ends_at > $4::timestamptz
    and wish.centre_id = $1 and wish.pool_id = $2 and wish.state <> 'cancelled'`

/**
 * The first occurrence that a seat of one person would clash with, for a lateral join: what it belongs
 * to, who made that booking, and its title, which says nothing of a private one. $1, $2 and $4 are as
 * in CLASHING.
 */
export const firstClashOf = (person: string) => `
  select clashing.booking_id, clashing.holder_id, clashing.starts_at, clashing.ends_at,
    case when private.intake is null then activity.title else '${PRIVATE_BOOKING.title}' end as title
  from (
    select held.booking_id, held.holder_id,
      other.centre_id, other.activity_id, other.pool_id, other.starts_at, other.ends_at
    from (select ${person} as person_id) as ${CLASHING}
    order by other.starts_at
    limit 1
  ) as clashing
  join changlai.activity
    on activity.centre_id = clashing.centre_id and activity.activity_id = clashing.activity_id
  join changlai.pool as private
    on private.centre_id = clashing.centre_id and private.pool_id = clashing.pool_id`
