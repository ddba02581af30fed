import type { Client } from 'pg'
import type { EntryState } from '../../src/domain/waitlist/entry-state'

export interface PoolSeen {
  poolId: string
  free: number
  over: boolean
}

export interface EntrySeen {
  entryId: string
  poolId: string
  holder: string
  state: EntryState
  seats: number
  saved: number
  turn: number
  passedOver: number
  drawn: boolean
}

/** What a history looks at after each of its steps. */
export interface Snapshot {
  pools: PoolSeen[]
  entries: EntrySeen[]
  bookings: { bookingId: string; holder: string; poolId: string; booked: boolean }[]
  ballots: { ballotId: string; closed: boolean; drawn: boolean }[]
  /** Everything that must never be, in words. */
  wrong: string[]
}

/** Reads all that there is; the tables hold one history at a time. */
export async function look(eye: Client): Promise<Snapshot> {
  const { rows } = await eye.query<{ snapshot: Snapshot }>({ name: 'look', text: LOOK })
  return rows[0]!.snapshot
}

/** Each a query of what must not be, with what it is. */
const WRONG = [
  `select 'count of ' || p.pool_id || ': ' || p.taken || ' taken, ' || b.booked || ' booked, '
     || h.held || ' held of ' || p.capacity
   from changlai.pool p
   cross join lateral (select count(*) as booked from changlai.booking_attendee a
     where a.pool_id = p.pool_id and a.status = 'booked') b
   cross join lateral (
     select coalesce(sum(case when state = 'offered' then seats else saved end), 0) as held
     from changlai.waitlist_entry e where e.pool_id = p.pool_id) h
   where p.taken <> b.booked + h.held or p.taken > p.capacity`,
  `select 'length of the list of ' || p.pool_id
   from changlai.pool p
   cross join lateral (select count(*) as waiting from changlai.waitlist_entry e
     where e.pool_id = p.pool_id and e.state = 'waiting') w
   where p.waiting <> w.waiting or (p.waiting = 0) <> (p.list_takes_from is null)`,
  `select 'twice in ' || pool_id || ': ' || person_id
   from changlai.booking_attendee where status = 'booked'
   group by pool_id, person_id having count(*) > 1`,
  `select 'waits twice for ' || pool_id || ': ' || person_id
   from changlai.waitlist_attendee where live
   group by pool_id, person_id having count(*) > 1`,
  `select 'people of ' || e.entry_id
   from changlai.waitlist_entry e
   where e.state in ('waiting', 'offered') and e.seats <> (
     select count(*) from changlai.waitlist_attendee a where a.entry_id = e.entry_id and a.live)`,
  `select 'nobody or no deadline holds ' || e.entry_id
   from changlai.waitlist_entry e
   where (e.state = 'offered' and (e.offer_until is null or e.holder_id is null))
     or (e.saved > 0 and e.saved_until is null)`,
  `select 'deadline in the night: ' || e.entry_id
   from changlai.waitlist_entry e
   where e.state = 'offered'
     and (e.offer_until at time zone 'Asia/Shanghai')::time not between '08:00' and '22:00'`,
  `select 'seats of ' || b.booking_id
   from changlai.booking b
   where b.seats <> (select count(*) from changlai.booking_attendee a
     where a.booking_id = b.booking_id and a.status = 'booked')`,
  `select 'more courses than the centre gives: ' || a.person_id
   from changlai.booking_attendee a join changlai.centre c using (centre_id)
   where a.status = 'booked'
   group by a.person_id, c.courses_per_term having count(*) > c.courses_per_term`,
  `select 'several parallel classes: ' || a.person_id
   from changlai.booking_attendee a
   join changlai.pool p using (centre_id, pool_id)
   join changlai.activity y on y.centre_id = p.centre_id and y.activity_id = p.activity_id
   where a.status = 'booked' and y.parallel_group is not null
   group by a.person_id, y.parallel_group having count(*) > 1`,
  `select 'two seats for one entry of ' || ballot_id
   from changlai.waitlist_entry where state = 'accepted' and ballot_id is not null
   group by ballot_id, ballot_number having count(*) > 1`,
  `select 'half a draw of ' || b.ballot_id
   from changlai.ballot b
   where (b.drawn_at is not null) <> exists (
       select from changlai.waitlist_entry e where e.ballot_id = b.ballot_id)
     and exists (select from changlai.ballot_entry n
       where n.ballot_id = b.ballot_id and n.left_at is null)`,
  `select 'not drawn, or drawn though it left: ' || n.number || ' of ' || n.ballot_id
   from changlai.ballot_entry n join changlai.ballot b using (centre_id, ballot_id)
   where b.drawn_at is not null and (n.drawn_place is null) <> (n.left_at is not null)`,
]

const LOOK = `
select jsonb_build_object(
  'pools', (select coalesce(jsonb_agg(jsonb_build_object(
      'poolId', pool_id, 'free', capacity - taken, 'over', list_over_at is not null)), '[]')
    from changlai.pool),
  'entries', (select coalesce(jsonb_agg(jsonb_build_object(
      'entryId', entry_id, 'poolId', pool_id, 'holder', subject, 'state', state, 'seats', seats,
      'saved', saved, 'turn', turn, 'passedOver', passed_over, 'drawn', ballot_id is not null)
      order by pool_id, turn), '[]')
    from changlai.waitlist_entry join changlai.person_identity on person_id = holder_id),
  'bookings', (select coalesce(jsonb_agg(jsonb_build_object(
      'bookingId', booking_id, 'poolId', pool_id, 'holder', subject, 'booked', status = 'booked')
      order by booked_at, booking_id), '[]')
    from changlai.booking join changlai.person_identity using (person_id)),
  'ballots', (select coalesce(jsonb_agg(jsonb_build_object(
      'ballotId', ballot_id, 'closed', list is not null, 'drawn', drawn_at is not null)), '[]')
    from changlai.ballot),
  'wrong', (select coalesce(jsonb_agg(said), '[]') from (
    ${WRONG.join('\n union all \n')}) as wrong (said))
) as snapshot`
