import { PRIVATE_BOOKING } from '@/domain/seats/private-booking'

/** SQL of the pool that is wished for and of the instant at which it is, in scope where they are used. */
export interface Wished {
  centre: string
  pool: string
  now: string
}

/** The same where they are the parameters of a statement about one pool. */
export const WISHED: Wished = { centre: '$1', pool: '$2', now: '$4::timestamptz' }

/**
 * The occurrences that a seat in the wished pool would share time with, at that instant or later, of
 * seats held by a `party` (see party.ts), which is a table of the statement around it or the name of one.
 */
export const clashing = (wished: Wished, party = 'party') => `
  ${party}
  join changlai.booking_attendee as held on held.person_id = party.person_id
  join changlai.occurrence as other
    on other.centre_id = held.centre_id and other.pool_id = held.pool_id
  join changlai.occurrence as wished
    on wished.starts_at < other.ends_at and other.starts_at < wished.ends_at
  where held.status = 'booked'
    and (held.centre_id, held.pool_id) <> (${wished.centre}, ${wished.pool})
    and other.state <> 'cancelled' and other.ends_at > ${wished.now}
    and wished.centre_id = ${wished.centre} and wished.pool_id = ${wished.pool}
    and wished.state <> 'cancelled'`

/**
 * The first occurrence that a seat of one person would clash with, for a lateral join: what it belongs
 * to, who made that booking, and its title, which says nothing of a private one.
 */
export const firstClashOf = (person: string, wished: Wished = WISHED) => `
  select clashing.booking_id, clashing.holder_id, clashing.starts_at, clashing.ends_at,
    case when private.intake is null then activity.title else '${PRIVATE_BOOKING.title}' end as title
  from (
    select held.booking_id, held.holder_id,
      other.centre_id, other.activity_id, other.pool_id, other.starts_at, other.ends_at
    from ${clashing(wished, `(select ${person} as person_id) as party`)}
    order by other.starts_at
    limit 1
  ) as clashing
  join changlai.activity
    on activity.centre_id = clashing.centre_id and activity.activity_id = clashing.activity_id
  join changlai.pool as private
    on private.centre_id = clashing.centre_id and private.pool_id = clashing.pool_id`
