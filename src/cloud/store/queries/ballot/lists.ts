import { type Kysely, sql } from 'kysely'
import { centreOf } from '@/domain/access/key'
import type { EntryState } from '@/domain/waitlist/entry-state'
import type { Database } from '@/cloud/store/tables'
import { type NamedAttendee, namedAttendees } from '../family/named-attendees'
import { instantMilliseconds } from '../instant-text'

/** How many entries a ballot has that were not taken back. */
const ENTRIES = sql<number>`(
  select count(*)::integer from changlai.ballot_entry as one
  where one.centre_id = b.centre_id and one.ballot_id = b.ballot_id and one.left_at is null)`

/** The ballot of a pool; null for none. */
export async function ballotOfPool(db: Kysely<Database>, poolId: string): Promise<string | null> {
  const row = await db
    .selectFrom('changlai.ballot_pool')
    .select('ballot_id')
    .where('centre_id', '=', centreOf(poolId))
    .where('pool_id', '=', poolId)
    .executeTakeFirst()
  return row?.ballot_id ?? null
}

/** What is public of a ballot. */
export function publicBallot(db: Kysely<Database>, ballotId: string) {
  return db
    .selectFrom('changlai.ballot as b')
    .selectAll('b')
    .select(ENTRIES.as('entries'))
    .where('b.centre_id', '=', centreOf(ballotId))
    .where('b.ballot_id', '=', ballotId)
    .executeTakeFirst()
}

/** What a ballot draws for, in the order of its list. */
export function poolsOfBallot(db: Kysely<Database>, ballotId: string) {
  return db
    .selectFrom('changlai.ballot_pool as d')
    .innerJoin('changlai.pool as p', (join) =>
      join.onRef('p.centre_id', '=', 'd.centre_id').onRef('p.pool_id', '=', 'd.pool_id'),
    )
    .innerJoin('changlai.activity as a', (join) =>
      join.onRef('a.centre_id', '=', 'p.centre_id').onRef('a.activity_id', '=', 'p.activity_id'),
    )
    .select(['d.pool_id', 'a.title', 'p.starts_at', 'p.capacity'])
    .where('d.centre_id', '=', centreOf(ballotId))
    .where('d.ballot_id', '=', ballotId)
    .orderBy('d.place')
    .execute()
}

/** A wish as a holder sees it; instants in milliseconds. */
export interface WishRow {
  poolId: string
  activityId: string
  title: string
  startsAt: number
  endsAt: number
  capacity: number
}

const milliseconds = (column: string) => sql.raw(instantMilliseconds(column))
const ATTENDEES = namedAttendees(
  'ballot_attendee',
  'w.centre_id = e.centre_id and w.ballot_id = e.ballot_id and w.number = e.number',
)

/** The entries of a holder that were not taken back, newest first. */
export function ballotEntriesOf(
  db: Kysely<Database>,
  page: {
    holderId: string
    after: [enteredAt: number, ballotId: string] | undefined
    now: Date
    limit: number
  },
) {
  const { holderId, after, now, limit } = page
  return db
    .selectFrom('changlai.ballot_entry as e')
    .innerJoin('changlai.ballot as b', (join) =>
      join.onRef('b.centre_id', '=', 'e.centre_id').onRef('b.ballot_id', '=', 'e.ballot_id'),
    )
    .select(['b.ballot_id', 'b.closes_at', 'b.number_source', 'b.number_at', 'b.drawn_at'])
    .select(['b.list_hash', 'b.number as public_number'])
    .select(['e.number', 'e.entered_at', 'e.seats', 'e.weight', 'e.drawn_place', 'e.won_pool_id'])
    .select(
      sql<WishRow[]>`(
        select jsonb_agg(jsonb_build_object('poolId', w.pool_id, 'activityId', a.activity_id,
          'title', a.title, 'startsAt', ${milliseconds('p.starts_at')},
          'endsAt', ${milliseconds('p.ends_at')}, 'capacity', p.capacity) order by w.place)
        from changlai.ballot_wish as w
        join changlai.pool as p on p.centre_id = w.centre_id and p.pool_id = w.pool_id
        join changlai.activity as a
          on a.centre_id = p.centre_id and a.activity_id = p.activity_id
        where w.centre_id = e.centre_id and w.ballot_id = e.ballot_id and w.number = e.number)`.as(
        'wishes',
      ),
    )
    .select(sql.raw<NamedAttendee[]>(ATTENDEES).as('attendees'))
    .select(
      // An offer that nobody answered is over before the clock has passed it on.
      sql<EntryState | null>`(
        select case when w.state = 'offered' and w.offer_until <= ${now}::timestamptz
          then 'lapsed' else w.state end
        from changlai.waitlist_entry as w
        where w.centre_id = e.centre_id and w.ballot_id = e.ballot_id
          and w.ballot_number = e.number and w.pool_id = e.won_pool_id)`.as('won_seats'),
    )
    .select(
      sql<string[]>`coalesce((
        select jsonb_agg(w.entry_id order by w.state = 'waiting', w.entry_id)
        from changlai.waitlist_entry as w
        where w.centre_id = e.centre_id and w.ballot_id = e.ballot_id
          and w.ballot_number = e.number and w.state in ('waiting', 'offered')), '[]'::jsonb)`.as(
        'waitlist_entry_ids',
      ),
    )
    .where('e.holder_id', '=', holderId)
    .where('e.left_at', 'is', null)
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`e.entered_at <= ${new Date(after![0])}
          and (e.entered_at < ${new Date(after![0])} or e.ballot_id > ${after![1]})`,
      ),
    )
    .orderBy('e.entered_at', 'desc')
    .orderBy('e.ballot_id')
    .limit(limit)
    .execute()
}

/** The ballots of a centre, newest first, with who of the staff entered a number. */
export function ballotsOfCentre(
  db: Kysely<Database>,
  page: {
    centreId: string
    personId: string
    after: [announcedAt: number, ballotId: string] | undefined
    limit: number
  },
) {
  const { centreId, personId, after, limit } = page
  return db
    .selectFrom('changlai.ballot as b')
    .select(['b.ballot_id', 'b.closes_at', 'b.number_source', 'b.number_at', 'b.drawn_at'])
    .select(['b.announced_at', 'b.list_hash', 'b.number', ENTRIES.as('entries')])
    .select(
      sql<string[]>`(
        select jsonb_agg(a.title order by d.place)
        from changlai.ballot_pool as d
        join changlai.pool as p on p.centre_id = d.centre_id and p.pool_id = d.pool_id
        join changlai.activity as a
          on a.centre_id = p.centre_id and a.activity_id = p.activity_id
        where d.centre_id = b.centre_id and d.ballot_id = b.ballot_id)`.as('titles'),
    )
    .select(
      sql<number>`(
        select count(*)::integer from changlai.ballot_number as n
        where n.centre_id = b.centre_id and n.ballot_id = b.ballot_id)`.as('entered_by'),
    )
    .select(
      sql<boolean>`exists (
        select from changlai.ballot_number as n
        where n.centre_id = b.centre_id and n.ballot_id = b.ballot_id
          and n.person_id = ${personId})`.as('entered_by_me'),
    )
    .where('b.centre_id', '=', centreId)
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`b.announced_at <= ${new Date(after![0])}
          and (b.announced_at < ${new Date(after![0])} or b.ballot_id > ${after![1]})`,
      ),
    )
    .orderBy('b.announced_at', 'desc')
    .orderBy('b.ballot_id')
    .limit(limit)
    .execute()
}

/** The pools of a centre that are to be drawn, take entries still, and belong to no ballot. */
export function poolsToAnnounce(
  db: Kysely<Database>,
  page: {
    centreId: string
    now: Date
    after: [closesAt: number, poolId: string] | undefined
    limit: number
  },
) {
  const { centreId, now, after, limit } = page
  return db
    .selectFrom('changlai.pool as p')
    .innerJoin('changlai.activity as a', (join) =>
      join.onRef('a.centre_id', '=', 'p.centre_id').onRef('a.activity_id', '=', 'p.activity_id'),
    )
    .select(['p.pool_id', 'p.activity_id', 'a.title', 'p.starts_at', 'p.ends_at', 'p.capacity'])
    .select(['p.opens_at', 'p.closes_at'])
    .where('p.centre_id', '=', centreId)
    .where('p.mode', '=', 'ballot')
    .where('a.published', '=', true)
    .where('p.closes_at', '>', sql<number>`${now}::timestamptz`)
    .where(
      sql<boolean>`not exists (
        select from changlai.ballot_pool as d
        where d.centre_id = p.centre_id and d.pool_id = p.pool_id)`,
    )
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(p.closes_at, p.pool_id) > (${new Date(after![0])}::timestamptz, ${after![1]})`,
      ),
    )
    .orderBy('p.closes_at')
    .orderBy('p.pool_id')
    .limit(limit)
    .execute()
}
