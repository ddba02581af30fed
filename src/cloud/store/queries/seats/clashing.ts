/** The occurrences that a seat in the wished pool ($1, $2) would share time with, of seats held by $3. */
export const CLASHING = `
  changlai.booking as held
  join changlai.occurrence as other
    on other.centre_id = held.centre_id and other.pool_id = held.pool_id
  join changlai.occurrence as wish
    on wish.starts_at < other.ends_at and other.starts_at < wish.ends_at
  where held.person_id = $3 and held.status = 'booked'
    and (held.centre_id, held.pool_id) <> ($1, $2)
    and other.state <> 'cancelled' and other.ends_at > $4::timestamptz
    and wish.centre_id = $1 and wish.pool_id = $2 and wish.state <> 'cancelled'`
