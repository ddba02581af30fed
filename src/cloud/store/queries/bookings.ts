import { type Kysely, sql } from 'kysely'
import type { Database } from '@/cloud/store/tables'

/**
 * The bookings of a person with what they are for, newest first. `upcoming` are those booked and not
 * over at `now`, `past` all others.
 */
export function bookingsOf(
  db: Kysely<Database>,
  page: {
    personId: string
    when: 'upcoming' | 'past' | undefined
    after: [bookedAt: number, bookingId: string] | undefined
    now: Date
    limit: number
  },
) {
  const { personId, when, after, now, limit } = page
  const upcoming = sql<boolean>`(b.status = 'booked' and p.ends_at > ${now})`
  return db
    .selectFrom('changlai.booking as b')
    .innerJoin('changlai.pool as p', (join) =>
      join.onRef('p.centre_id', '=', 'b.centre_id').onRef('p.pool_id', '=', 'b.pool_id'),
    )
    .innerJoin('changlai.activity as a', (join) =>
      join.onRef('a.centre_id', '=', 'p.centre_id').onRef('a.activity_id', '=', 'p.activity_id'),
    )
    .innerJoin('changlai.centre as c', 'c.centre_id', 'b.centre_id')
    .select([
      'b.booking_id',
      'b.status',
      'b.check_in_code',
      'b.centre_id',
      'c.short_name as centre_name',
      'a.activity_id',
      'b.pool_id',
      'a.title',
      'a.category',
      'a.place',
      'a.bring',
      'b.booked_at',
      'p.cancel_until',
      'p.starts_at',
      'p.ends_at',
    ])
    .where('b.person_id', '=', personId)
    .$if(when === 'upcoming', (query) => query.where(upcoming))
    .$if(when === 'past', (query) => query.where(sql<boolean>`not ${upcoming}`))
    .$if(after !== undefined, (query) =>
      // Newest first, and keys upwards where two were booked in the same millisecond.
      query.where(
        sql<boolean>`b.booked_at <= ${new Date(after![0])}
          and (b.booked_at < ${new Date(after![0])} or b.booking_id > ${after![1]})`,
      ),
    )
    .orderBy('b.booked_at', 'desc')
    .orderBy('b.booking_id')
    .limit(limit)
    .execute()
}
