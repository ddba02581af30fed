import type { Pool } from 'pg'

/** What erasing somebody would end at an instant, and whom it would erase with them. */
export interface Ends {
  personIds: string[]
  seats: number
  places: number
  draws: number
  cases: number
}

export async function endsWith(pool: Pool, personId: string, now: Date): Promise<Ends> {
  const { rows } = await pool.query<Ends>({
    name: 'erasure.ends',
    text: ENDS,
    values: [personId, now],
  })
  return rows[0]!
}

// A dispute goes on as domain/retention/goes-on has it.
const ENDS = `
with people as materialized (
  select $1::uuid as person_id
  union
  select member.person_id from changlai.family_member as member
  where member.holder_id = $1::uuid and not member.linked
)
select (select jsonb_agg(person_id) from people) as "personIds",
  (
    select count(*) from changlai.booking_attendee as seat
    join changlai.pool on pool.centre_id = seat.centre_id and pool.pool_id = seat.pool_id
    where seat.person_id in (select person_id from people) and seat.status = 'booked'
      and pool.ends_at > $2::timestamptz and pool.intake is null
  ) as seats,
  (
    select count(*) from (
      select entry_id from changlai.waitlist_entry
      where holder_id = $1::uuid and state in ('waiting', 'offered')
      union
      select entry_id from changlai.waitlist_attendee
      where person_id in (select person_id from people) and live
    ) as waiting
  ) as places,
  (
    select count(distinct one.ballot_id) from changlai.ballot_attendee as one
    join changlai.ballot
      on ballot.centre_id = one.centre_id and ballot.ballot_id = one.ballot_id
    where one.person_id in (select person_id from people) and one.live
      and ballot.closed_at is null and ballot.closes_at > $2::timestamptz
  ) as draws,
  (
    select count(*) from changlai.consultation
    where person_id = $1::uuid and state in ('received', 'assigned', 'accepted')
      and not (service = 'mediation' and state = 'accepted')
  ) as cases`
