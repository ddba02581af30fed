import { randomBytes } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'
import { LOCAL_KEY_BYTES, centreKey, localKey } from '@/domain/access/key'
import { type ActivityNoticeKind, MOST_LESSONS_TOLD } from '@/domain/notices/kind'
import { alertNotices } from '../alerts/write'

/** A lesson whose people are concerned: of what stands, or new in the pool of its course. */
export interface ConcernedLesson {
  /** Null for one that is new. */
  occurrenceId: string | null
  poolId: string | null
  number: number | null
  from: ToldSpan | null
  to: ToldSpan | null
}

/** A time and place; instants in milliseconds. */
export interface ToldSpan {
  startsAt: number
  endsAt: number
  place: string
}

/** How many people hold a seat in these lessons, guests included, and how many have something else then. */
export async function peopleConcerned(
  client: Pool | PoolClient,
  centreId: string,
  lessons: readonly ConcernedLesson[],
): Promise<{ people: number; clashing: number }> {
  const held = lessons.filter(({ poolId }) => poolId !== null)
  if (held.length === 0) return { people: 0, clashing: 0 }
  const { rows } = await client.query<{ people: number; clashing: number }>({
    name: 'programme.concerned',
    text: CONCERNED,
    values: lessonValues(centreId, held),
  })
  return rows[0]!
}

/**
 * Writes down for everybody with a seat in these lessons, and for whoever booked it, what became of the
 * activity: one notice a person and change, with the lessons that concern them. Gives how many people.
 */
export async function tellOfActivity(
  client: PoolClient,
  change: { centreId: string; activityId: string; number: number; kind: ActivityNoticeKind },
  lessons: readonly ConcernedLesson[],
  now: Date,
): Promise<number> {
  const { centreId, activityId, number, kind } = change
  const held = lessons.filter(({ poolId }) => poolId !== null)
  if (held.length === 0) return 0
  const { rows } = await client.query<{ personId: string; bookingId: string; lessons: number[] }>({
    name: 'programme.whom',
    text: WHOM,
    values: lessonValues(centreId, held),
  })
  if (rows.length === 0) return 0
  const noticeIds = rows.map(() => centreKey(centreId, localKey(randomBytes(LOCAL_KEY_BYTES))))
  await client.query({
    name: 'programme.tell',
    text: TELL,
    values: [
      ...[centreId, activityId, number, kind, now],
      noticeIds,
      rows.map(({ personId }) => personId),
      rows.map(({ bookingId }) => bookingId),
      rows.map((row) => JSON.stringify(factsOf(row.lessons.map((index) => held[index - 1]!)))),
    ],
  })
  await alertNotices(client, { centreId, noticeIds }, now)
  return rows.length
}

function factsOf(lessons: readonly ConcernedLesson[]): object {
  const count = (fits: (one: ConcernedLesson) => boolean) => lessons.filter(fits).length
  return {
    moved: count(({ from, to }) => from !== null && to !== null),
    added: count(({ from }) => from === null),
    cancelled: count(({ to }) => to === null),
    lessons: lessons
      .slice(0, MOST_LESSONS_TOLD)
      .map(({ number, from, to }) => ({ number, from, to })),
  }
}

function lessonValues(centreId: string, lessons: readonly ConcernedLesson[]): unknown[] {
  const at = (instant: number | undefined) => (instant === undefined ? null : new Date(instant))
  return [
    centreId,
    lessons.map(({ occurrenceId }) => occurrenceId),
    lessons.map(({ poolId }) => poolId),
    lessons.map(({ to }) => at(to?.startsAt)),
    lessons.map(({ to }) => at(to?.endsAt)),
  ]
}

/** The lessons as `lesson`, and the seats in them, those of their guests too, as `seat`. */
const SEATS = `
  unnest($2::text[], $3::text[], $4::timestamptz[], $5::timestamptz[]) with ordinality
    as lesson (occurrence_id, pool_id, starts_at, ends_at, place_in_order)
  join changlai.booking_attendee as seat
    on seat.centre_id = $1 and seat.status = 'booked'
    and (seat.pool_id = lesson.pool_id or seat.pool_id = (
      select guests.pool_id from changlai.pool as guests
      where guests.centre_id = $1 and guests.guest_of = lesson.occurrence_id))`

const CONCERNED = `
select count(distinct seat.person_id) as people,
  count(distinct seat.person_id) filter (where exists (
    select from changlai.booking_attendee as held
    join changlai.occurrence as other
      on other.centre_id = held.centre_id and other.pool_id = held.pool_id
    where held.person_id = seat.person_id and held.status = 'booked'
      and other.state <> 'cancelled'
      and other.starts_at < lesson.ends_at and lesson.starts_at < other.ends_at
      and not (held.centre_id = $1 and held.pool_id = seat.pool_id))) as clashing
from ${SEATS}`

// An elder without the app reads nothing; whoever booked for them does.
const WHOM = `
select told.person_id as "personId", min(told.booking_id) as "bookingId",
  array_agg(distinct told.place_in_order order by told.place_in_order) as lessons
from (
  select seat.holder_id as person_id, seat.booking_id, lesson.place_in_order::integer from ${SEATS}
  union all
  select seat.person_id, seat.booking_id, lesson.place_in_order::integer from ${SEATS}
  where exists (
    select from changlai.person_identity as known where known.person_id = seat.person_id)
) as told
group by told.person_id`

const TELL = `
insert into changlai.notice
  (centre_id, notice_id, person_id, kind, booking_id, activity_id, activity_change, facts, made_at)
select $1::text, told.notice_id, told.person_id, $4::text, told.booking_id, $2::text, $3::integer, told.facts::jsonb,
  $5::timestamptz
from unnest($6::text[], $7::uuid[], $8::text[], $9::text[])
  as told (notice_id, person_id, booking_id, facts)`
