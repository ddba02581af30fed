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
