import { and, count, eq } from 'drizzle-orm'
import { type NodePgDatabase, drizzle } from 'drizzle-orm/node-postgres'
import { integer, pgSchema, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import type pg from 'pg'

const schema = pgSchema('usual')

const pools = schema.table('pool', {
  poolId: text('pool_id').primaryKey(),
  capacity: integer('capacity').notNull(),
})

const bookings = schema.table(
  'booking',
  {
    bookingId: uuid('booking_id').primaryKey().defaultRandom(),
    poolId: text('pool_id')
      .notNull()
      .references(() => pools.poolId),
    openid: text('openid').notNull(),
    bookedAt: timestamp('booked_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [unique('booking_once').on(table.poolId, table.openid)],
)

/** The tables of the baseline: two, with no more in them than a seat needs. */
export const USUAL_TABLES = `
drop schema if exists usual cascade;
create schema usual;
create table usual.pool (pool_id text primary key, capacity integer not null);
create table usual.booking (
  booking_id uuid primary key default gen_random_uuid(),
  pool_id text not null references usual.pool (pool_id),
  openid text not null,
  booked_at timestamptz not null default now(),
  constraint booking_once unique (pool_id, openid)
);`

export type UsualAnswer =
  | { ok: true; value: { bookingId: string } }
  | { ok: false; code: 'SOLD_OUT' | 'NOT_FOUND' | 'ALREADY_BOOKED' }

/**
 * How a seat is usually taken: an ORM's transaction (Drizzle) that locks the pool's row (SELECT … FOR
 * UPDATE), counts, and inserts. It looks up no person, no family, no clash, no limit and no requestId.
 */
export class UsualBookings {
  private readonly db: NodePgDatabase

  constructor(pool: pg.Pool) {
    this.db = drizzle(pool)
  }

  book(poolId: string, openid: string): Promise<UsualAnswer> {
    return this.db.transaction(async (tx): Promise<UsualAnswer> => {
      const [pool] = await tx.select().from(pools).where(eq(pools.poolId, poolId)).for('update')
      if (!pool) return { ok: false, code: 'NOT_FOUND' }
      const ofPool = eq(bookings.poolId, poolId)
      const [own] = await tx
        .select({ bookingId: bookings.bookingId })
        .from(bookings)
        .where(and(ofPool, eq(bookings.openid, openid)))
      if (own) return { ok: false, code: 'ALREADY_BOOKED' }
      const [taken] = await tx.select({ seats: count() }).from(bookings).where(ofPool)
      if (taken!.seats >= pool.capacity) return { ok: false, code: 'SOLD_OUT' }
      const [booked] = await tx
        .insert(bookings)
        .values({ poolId, openid })
        .returning({ bookingId: bookings.bookingId })
      return { ok: true, value: booked! }
    })
  }
}
