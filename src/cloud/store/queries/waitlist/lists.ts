import { type Kysely, sql } from 'kysely'
import { centreOf } from '@/domain/access/key'
import type { Database } from '@/cloud/store/tables'
import { type NamedAttendee, namedAttendees } from '../family/named-attendees'
import { instantMilliseconds } from '../instant-text'

const LIVE = ['waiting', 'offered'] as const
const MOST_MOVES = 10

/** That staff put somebody at the front of a list; `at` in milliseconds. */
export interface MoveRow {
  at: number
  from: number
  reason: string
}

/** How many wait before a waiting entry `e` and with it. */
const POSITION = sql<number | null>`case when e.state = 'waiting' then (
  select count(*)::integer from changlai.waitlist_entry as ahead
  where ahead.centre_id = e.centre_id and ahead.pool_id = e.pool_id
    and ahead.state = 'waiting' and ahead.turn <= e.turn) end`

const milliseconds = (column: string) => sql.raw(instantMilliseconds(column))
const ATTENDEES = namedAttendees(
  'waitlist_attendee',
  'w.centre_id = e.centre_id and w.entry_id = e.entry_id',
)

/**
 * The entries of a holder with what they are for, newest first. For a seat of a single lesson nobody
 * asked to wait: it is there from when it was offered.
 */
export function entriesOf(
  db: Kysely<Database>,
  page: {
    holderId: string
    liveOnly: boolean
    after: [joinedAt: number, entryId: string] | undefined
    limit: number
  },
) {
  const { holderId, liveOnly, after, limit } = page
  return (
    db
      .selectFrom('changlai.waitlist_entry as e')
      .innerJoin('changlai.pool as p', (join) =>
        join.onRef('p.centre_id', '=', 'e.centre_id').onRef('p.pool_id', '=', 'e.pool_id'),
      )
      .innerJoin('changlai.activity as a', (join) =>
        join.onRef('a.centre_id', '=', 'p.centre_id').onRef('a.activity_id', '=', 'p.activity_id'),
      )
      .innerJoin('changlai.centre as c', 'c.centre_id', 'e.centre_id')
      .select(['e.entry_id', 'e.state', 'e.centre_id', 'c.short_name as centre_name'])
      .select(['a.activity_id', 'e.pool_id', 'a.title', 'a.category', 'a.place'])
      .select(['p.starts_at', 'p.ends_at', 'p.waiting', 'e.joined_at', 'e.seats', 'e.saved'])
      .select(['e.offer_until', 'e.booking_id', 'e.joined_position'])
      .select(POSITION.as('position'))
      .select(sql.raw<NamedAttendee[]>(ATTENDEES).as('attendees'))
      .select(
        sql<{ number: number; of: number } | null>`(
        select jsonb_build_object('number', o.lesson_number, 'of', o.lesson_of)
        from changlai.occurrence as o
        where o.centre_id = p.centre_id and o.occurrence_id = p.guest_of)`.as('only_lesson'),
      )
      .select(
        sql<MoveRow[]>`coalesce((
        select jsonb_agg(jsonb_build_object('at', ${milliseconds('m.moved_at')},
          'from', m.from_position, 'reason', m.reason) order by m.moved_at desc)
        from (
          select * from changlai.waitlist_move as one
          where one.centre_id = e.centre_id and one.pool_id = e.pool_id
          order by one.moved_at desc limit ${sql.lit(MOST_MOVES)}) as m), '[]'::jsonb)`.as('moves'),
      )
      .where('e.holder_id', '=', holderId)
      .where((one) => one.or([one('p.guest_of', 'is', null), one('e.offered_at', 'is not', null)]))
      // No condition that the index of all live entries is made for (first-offer.ts).
      .$if(liveOnly, (query) =>
        query.where(sql<boolean>`case when e.state in ('waiting', 'offered') then true end`),
      )
      .$if(after !== undefined, (query) =>
        // Newest first, and keys upwards where two joined in the same millisecond.
        query.where(
          sql<boolean>`e.joined_at <= ${new Date(after![0])}
          and (e.joined_at < ${new Date(after![0])} or e.entry_id > ${after![1]})`,
        ),
      )
      .orderBy('e.joined_at', 'desc')
      .orderBy('e.entry_id')
      .limit(limit)
      .execute()
  )
}

/** Those who wait or were offered seats in a pool, in their turn. */
export function entriesOfPool(
  db: Kysely<Database>,
  { poolId, after, limit }: { poolId: string; after: number | undefined; limit: number },
) {
  return db
    .selectFrom('changlai.waitlist_entry as e')
    .select(['e.entry_id', 'e.state', 'e.turn', 'e.seats', 'e.joined_at', 'e.offer_until'])
    .select(['e.saved', 'e.passed_over', POSITION.as('position')])
    .select(
      sql<MoveRow | null>`(
        select jsonb_build_object('at', ${milliseconds('m.moved_at')},
          'from', m.from_position, 'reason', m.reason)
        from changlai.waitlist_move as m
        where m.centre_id = e.centre_id and m.entry_id = e.entry_id
        order by m.moved_at desc limit 1)`.as('moved'),
    )
    .where('e.centre_id', '=', centreOf(poolId))
    .where('e.pool_id', '=', poolId)
    .where('e.state', 'in', LIVE)
    .$if(after !== undefined, (query) => query.where('e.turn', '>', after!))
    .orderBy('e.turn')
    .limit(limit)
    .execute()
}

/** How many entries wait for a pool; null for no such pool. */
export async function waitingIn(db: Kysely<Database>, poolId: string): Promise<number | null> {
  const row = await db
    .selectFrom('changlai.pool')
    .select('waiting')
    .where('centre_id', '=', centreOf(poolId))
    .where('pool_id', '=', poolId)
    .executeTakeFirst()
  return row?.waiting ?? null
}
