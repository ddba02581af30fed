import { randomUUID } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'

/** A pool whose last lesson, or a ballot whose closing, is so long ago that nobody asks whose it was. */
export interface Old {
  centreId: string
  id: string
}

/** Pools that ended before an instant and still say whose their seats were, at most so many. */
export function oldPools(pool: Pool, before: Date, limit: number): Promise<Old[]> {
  return rowsOf(pool, OLD_POOLS, [before, limit])
}

/** Ballots that closed before an instant and still say who took part, at most so many. */
export function oldBallots(pool: Pool, before: Date, limit: number): Promise<Old[]> {
  return rowsOf(pool, OLD_BALLOTS, [before, limit])
}

/**
 * Puts nobody in the place of everybody who had a seat or a place in line in a pool, one for each, so
 * that what is counted stays right; gives whether it did.
 */
export function cutPool(client: PoolClient, old: Old, now: Date): Promise<boolean> {
  return cut(client, old, now, { mark: MARK_POOL, people: IN_POOL, statements: CUT_POOL })
}

/** The same with those who took part in a draw; what was published of it has no names. */
export function cutBallot(client: PoolClient, old: Old, now: Date): Promise<boolean> {
  return cut(client, old, now, { mark: MARK_BALLOT, people: IN_BALLOT, statements: CUT_BALLOT })
}

async function cut(
  client: PoolClient,
  { centreId, id }: Old,
  now: Date,
  how: { mark: string; people: string; statements: readonly string[] },
): Promise<boolean> {
  const { rowCount } = await client.query(how.mark, [centreId, id, now])
  if (rowCount !== 1) return false
  const { rows } = await client.query<{ id: string }>(how.people, [centreId, id])
  const personIds = rows.map((row) => row.id)
  if (personIds.length === 0) return true
  const nobodies = personIds.map(() => randomUUID())
  await client.query(
    'insert into changlai.person (person_id, nobody) select unnest($1::uuid[]), true',
    [nobodies],
  )
  for (const text of how.statements) await client.query(text, [centreId, id, personIds, nobodies])
  return true
}

async function rowsOf<Row extends object>(
  pool: Pool,
  text: string,
  values: unknown[],
): Promise<Row[]> {
  return (await pool.query<Row>(text, values)).rows
}

const OLD_POOLS = `
select centre_id as "centreId", pool_id as id from changlai.pool
where people_cut_at is null and ends_at < $1::timestamptz
order by ends_at
limit $2`

const OLD_BALLOTS = `
select centre_id as "centreId", ballot_id as id from changlai.ballot
where people_cut_at is null and closes_at < $1::timestamptz and drawn_at is not null
order by closes_at
limit $2`

const MARK_POOL = `
update changlai.pool set people_cut_at = $3::timestamptz
where centre_id = $1 and pool_id = $2 and people_cut_at is null`

const MARK_BALLOT = `
update changlai.ballot set people_cut_at = $3::timestamptz
where centre_id = $1 and ballot_id = $2 and people_cut_at is null`

const IN_POOL = `
select distinct person.person_id as id
from (
  select person_id from changlai.booking where centre_id = $1 and pool_id = $2
  union
  select seat.person_id from changlai.booking
  join changlai.booking_attendee as seat
    on seat.centre_id = booking.centre_id and seat.booking_id = booking.booking_id
  where booking.centre_id = $1 and booking.pool_id = $2
  union
  select holder_id from changlai.waitlist_entry where centre_id = $1 and pool_id = $2
  union
  select one.person_id from changlai.waitlist_entry as entry
  join changlai.waitlist_attendee as one
    on one.centre_id = entry.centre_id and one.entry_id = entry.entry_id
  where entry.centre_id = $1 and entry.pool_id = $2
) as named
join changlai.person on person.person_id = named.person_id
where not person.nobody`

const IN_BALLOT = `
select distinct person.person_id as id
from (
  select holder_id as person_id from changlai.ballot_entry where centre_id = $1 and ballot_id = $2
  union
  select person_id from changlai.ballot_attendee where centre_id = $1 and ballot_id = $2
) as named
join changlai.person on person.person_id = named.person_id
where not person.nobody`

const LEAVING = `unnest($3::uuid[], $4::uuid[]) as leaving (person_id, nobody)`
const OF_BOOKINGS = `
  and (one.centre_id, one.booking_id) in (
    select centre_id, booking_id from changlai.booking where centre_id = $1 and pool_id = $2)`
const OF_ENTRIES = `
  and (one.centre_id, one.entry_id) in (
    select centre_id, entry_id from changlai.waitlist_entry where centre_id = $1 and pool_id = $2)`

// Each statement takes the same four parameters, which it has to name.
const CUT_POOL: readonly string[] = [
  `update changlai.attendance as one set marked_by = null
   where one.marked_by is not null and $3::uuid[] is not null and $4::uuid[] is not null
   ${OF_BOOKINGS}`,
  `update changlai.booking_attendee as one set holder_id = leaving.nobody from ${LEAVING}
   where one.holder_id = leaving.person_id ${OF_BOOKINGS}`,
  `update changlai.booking_attendee as one set person_id = leaving.nobody from ${LEAVING}
   where one.person_id = leaving.person_id ${OF_BOOKINGS}`,
  `update changlai.booking as one set person_id = leaving.nobody, booked_by = null from ${LEAVING}
   where one.centre_id = $1 and one.pool_id = $2 and one.person_id = leaving.person_id`,
  `update changlai.waitlist_attendee as one set person_id = leaving.nobody from ${LEAVING}
   where one.person_id = leaving.person_id ${OF_ENTRIES}`,
  `update changlai.waitlist_entry as one set holder_id = leaving.nobody from ${LEAVING}
   where one.centre_id = $1 and one.pool_id = $2 and one.holder_id = leaving.person_id`,
]

const CUT_BALLOT: readonly string[] = [
  `update changlai.ballot_attendee as one set person_id = leaving.nobody from ${LEAVING}
   where one.centre_id = $1 and one.ballot_id = $2 and one.person_id = leaving.person_id`,
  `update changlai.ballot_entry as one set holder_id = leaving.nobody from ${LEAVING}
   where one.centre_id = $1 and one.ballot_id = $2 and one.holder_id = leaving.person_id`,
]
