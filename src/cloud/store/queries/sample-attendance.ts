import { type Kysely, sql } from 'kysely'
import type { PoolClient } from 'pg'
import { centreOf } from '@/domain/access/key'
import type { Database } from '@/cloud/store/tables'
import { SEATS_IN_LESSONS } from './attendance/seats-in-lessons'
import type { LessonSeat } from './attendance/sightings'

/** The pool of a term of an activity that has begun at `now` and goes on, and when it took bookings. */
export function runningPool(db: Kysely<Database>, activityId: string, now: Date) {
  return db
    .selectFrom('changlai.pool')
    .select(['pool_id', 'opens_at', 'closes_at'])
    .where('centre_id', '=', centreOf(activityId))
    .where('activity_id', '=', activityId)
    .where(sql<boolean>`starts_at <= ${now}::timestamptz and ends_at > ${now}::timestamptz`)
    .orderBy('starts_at')
    .limit(1)
    .executeTakeFirst()
}

/** A seat in a lesson that was over at some time; instants in milliseconds. */
export interface PastSeat extends LessonSeat {
  startsAt: number
  endsAt: number
}

/** The seats in the lessons of a pool that were over at `until`, the latest lesson first. */
export async function pastSeats(
  client: PoolClient,
  poolId: string,
  until: Date,
): Promise<PastSeat[]> {
  const { rows } = await client.query<PastSeat>(
    `select lesson.centre_id as "centreId", lesson.occurrence_id as "occurrenceId",
       seat.booking_id as "bookingId", seat.person_id as "personId",
       lesson.starts_at as "startsAt", lesson.ends_at as "endsAt"
     from ${SEATS_IN_LESSONS}
     where lesson.centre_id = $1 and lesson.pool_id = $2 and lesson.state <> 'cancelled'
       and lesson.ends_at <= $3::timestamptz
     order by lesson.starts_at desc, seat.person_id`,
    [centreOf(poolId), poolId, until],
  )
  return rows
}
