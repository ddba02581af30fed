import type { Pool } from 'pg'

/** How much waits for the staff of a centre; see the contract's staff.today. */
export interface WaitingAtDesk {
  unassigned: number
  overdue: number
  feedback: number
  stations: number
  contested: number
  offers: number
  roomAndWaiting: number
  toAnnounce: number
  toDraw: number
}

/** How much waits for the staff of a centre at `now`, in one statement. */
export async function waitingAtDesk(
  pool: Pool,
  centreId: string,
  now: Date,
): Promise<WaitingAtDesk> {
  const { rows } = await pool.query<WaitingAtDesk>({
    name: 'desk.waiting',
    text: WAITING,
    values: [centreId, now],
  })
  return rows[0]!
}

/** More than so many of one kind is a number that tells nobody anything more. */
const MOST = 1_000
const upTo = (rows: string) => `(select count(*)::integer from (${rows} limit ${MOST}) as counted)`

const OPEN_CASE = `
select from changlai.consultation as one
where one.centre_id = $1 and one.service in ('legal', 'mediation')
  and one.state in ('received', 'assigned', 'accepted')`

// Each is what its own list shows: casework.waiting, casework.feedback, stations.tasks,
// attendance.contested, waitlist.pools, ballot.pools, ballot.list.
const WAITING = `
select
  ${upTo(`${OPEN_CASE} and one.state = 'received'`)} as unassigned,
  ${upTo(`${OPEN_CASE} and one.due_at < $2::timestamptz`)} as overdue,
  ${upTo(`
    select from changlai.consultation as one
    where one.centre_id = $1 and one.service = 'feedback' and one.state = 'received'`)} as feedback,
  ${upTo(`
    select from changlai.station_task as one
    join changlai.station on station.centre_id = one.centre_id
      and station.station_id = one.station_id and station.removed_at is null
    where one.centre_id = $1
      and (one.settlement is null or one.settlement = 'will-take-time')`)} as stations,
  ${upTo(`
    select from changlai.strike as one
    where one.centre_id = $1 and one.state = 'contested'`)} as contested,
  ${upTo(`
    select from changlai.waitlist_entry as one
    where one.centre_id = $1 and one.state = 'offered'
      and one.offer_until > $2::timestamptz`)} as offers,
  ${upTo(`
    select from (
      select distinct pool_id from changlai.waitlist_entry
      where centre_id = $1 and state = 'waiting'
    ) as one
    join changlai.pool on pool.centre_id = $1 and pool.pool_id = one.pool_id
      and pool.taken < pool.capacity and pool.guest_of is null`)} as "roomAndWaiting",
  ${upTo(`
    select from changlai.pool as one
    join changlai.activity on activity.centre_id = one.centre_id
      and activity.activity_id = one.activity_id and activity.published
    where one.centre_id = $1 and one.mode = 'ballot' and one.closes_at > $2::timestamptz
      and not exists (
        select from changlai.ballot_pool as drawn
        where drawn.centre_id = one.centre_id and drawn.pool_id = one.pool_id)`)} as "toAnnounce",
  ${upTo(`
    select from changlai.ballot as one
    where one.centre_id = $1 and one.drawn_at is null
      and one.number_at <= $2::timestamptz and one.number is null`)} as "toDraw"`
