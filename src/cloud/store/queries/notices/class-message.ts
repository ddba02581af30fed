import { randomBytes } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'
import { LOCAL_KEY_BYTES, centreKey, centreOf, localKey } from '@/domain/access/key'

/** A class: an activity, or one pool of it. */
export interface ClassMeant {
  activityId: string
  poolId: string | null
}

/** A class as far as speaking to it needs. */
export interface ClassRow {
  title: string
  /** Whether the pool that is meant is one of the activity that is booked without a form. */
  poolKnown: boolean
  phone: string
  sentToday: number
}

/** A published activity; null for none. `dayBegins` is the instant from which on messages are today's. */
export async function classOf(
  client: Pool | PoolClient,
  { activityId, poolId }: ClassMeant,
  dayBegins: Date,
): Promise<ClassRow | null> {
  const { rows } = await client.query<ClassRow>({
    name: 'notices.class',
    text: CLASS,
    values: [centreOf(activityId), activityId, poolId, dayBegins],
  })
  return rows[0] ?? null
}

/** Holds an activity until the transaction ends, so that two messages at once are counted one by one. */
export async function lockClass(client: PoolClient, activityId: string): Promise<void> {
  await client.query({
    name: 'notices.lock-class',
    text: `
      select from changlai.activity where centre_id = $1 and activity_id = $2
      for no key update`,
    values: [centreOf(activityId), activityId],
  })
}

interface Reader {
  personId: string
  bookingId: string
}

/** Who has a seat, or booked one, in what is not over of a class, each once. */
export async function readersOf(
  client: Pool | PoolClient,
  { activityId, poolId }: ClassMeant,
  now: Date,
): Promise<Reader[]> {
  const { rows } = await client.query<Reader>({
    name: 'notices.readers',
    text: READERS,
    values: [centreOf(activityId), activityId, poolId, now],
  })
  return rows
}

/** Writes a message down, and a notice of it for each of those who are to read it; gives its key. */
export async function tellClass(
  client: PoolClient,
  { activityId, poolId, text, sentBy }: ClassMeant & { text: string; sentBy: string },
  readers: readonly Reader[],
  now: Date,
): Promise<string> {
  const centreId = centreOf(activityId)
  const aKey = () => centreKey(centreId, localKey(randomBytes(LOCAL_KEY_BYTES)))
  const messageId = aKey()
  await client.query({
    name: 'notices.write-message',
    text: WRITE_MESSAGE,
    values: [centreId, messageId, activityId, poolId, text, now, sentBy, readers.length],
  })
  await client.query({
    name: 'notices.tell-class',
    text: TELL_CLASS,
    values: [
      ...[centreId, messageId, now],
      readers.map(aKey),
      readers.map(({ personId }) => personId),
      readers.map(({ bookingId }) => bookingId),
    ],
  })
  return messageId
}

const CLASS = `
select activity.title, centre.phone,
  $3::text is null or exists (
    select from changlai.pool
    where pool.centre_id = $1 and pool.pool_id = $3 and pool.activity_id = $2
      and pool.intake is null and pool.guest_of is null) as "poolKnown",
  (
    select count(*) from changlai.class_message as message
    where message.centre_id = $1 and message.activity_id = $2
      and message.sent_at >= $4::timestamptz
  ) as "sentToday"
from changlai.activity
join changlai.centre on centre.centre_id = activity.centre_id
where activity.centre_id = $1 and activity.activity_id = $2 and activity.published`

// A course has its guests with it. An elder without the app reads nothing; whoever booked for them does.
const READERS = `
with seat as (
  select attendee.holder_id, attendee.person_id, attendee.booking_id
  from changlai.pool
  left join changlai.occurrence as lesson
    on lesson.centre_id = pool.centre_id and lesson.occurrence_id = pool.guest_of
  join changlai.booking_attendee as attendee
    on attendee.centre_id = pool.centre_id and attendee.pool_id = pool.pool_id
    and attendee.status = 'booked'
  where pool.centre_id = $1 and pool.activity_id = $2 and pool.ends_at > $4::timestamptz
    and pool.intake is null and ($3::text is null or $3 in (pool.pool_id, lesson.pool_id))
)
select distinct on (told.person_id) told.person_id as "personId", told.booking_id as "bookingId"
from (
  select holder_id as person_id, booking_id from seat
  union all
  select person_id, booking_id from seat
) as told
where exists (
  select from changlai.person_identity as known where known.person_id = told.person_id)
order by told.person_id, told.booking_id`

const WRITE_MESSAGE = `
insert into changlai.class_message
  (centre_id, message_id, activity_id, pool_id, text, sent_at, sent_by, told)
values ($1, $2, $3, $4, $5, $6::timestamptz, $7, $8::integer)`

const TELL_CLASS = `
insert into changlai.notice
  (centre_id, notice_id, person_id, kind, booking_id, message_id, facts, made_at)
select $1, told.notice_id, told.person_id, 'class-message', told.booking_id, $2, '{}'::jsonb,
  $3::timestamptz
from unnest($4::text[], $5::uuid[], $6::text[]) as told (notice_id, person_id, booking_id)`
