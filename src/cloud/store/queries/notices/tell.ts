import { randomBytes } from 'node:crypto'
import type { PoolClient } from 'pg'
import { LOCAL_KEY_BYTES, centreKey, localKey } from '@/domain/access/key'
import { alertNotices } from '../alerts/write'
import { HELD_THEN, SEATS_OF_LESSON } from '../lessons/affected'

/** A change of a lesson that its people are to be told of. */
export interface ChangeToTell {
  centreId: string
  occurrenceId: string
  number: number
  /** When it takes place now; null where it was cancelled. */
  span: { startsAt: number; endsAt: number } | null
}

/**
 * Writes down for everybody with a seat in a lesson, and for whoever booked it, that it was moved or
 * cancelled, each once, with what else they have then; gives how many people. In the transaction of the
 * change and after it.
 */
export async function tellOfChange(
  client: PoolClient,
  { centreId, occurrenceId, number, span }: ChangeToTell,
  now: Date,
): Promise<number> {
  const { rows } = await client.query<{ personId: string; bookingId: string }>({
    name: 'notices.whom',
    text: WHOM,
    values: [centreId, occurrenceId],
  })
  if (rows.length === 0) return 0
  const noticeIds = rows.map(() => centreKey(centreId, localKey(randomBytes(LOCAL_KEY_BYTES))))
  await client.query({
    name: 'notices.tell',
    text: TELL,
    values: [
      ...[centreId, occurrenceId],
      // Nothing clashes with what is cancelled: nobody has anything else in no time at all.
      ...(span ? [new Date(span.startsAt), new Date(span.endsAt)] : [now, now]),
      ...[span ? 'lesson-moved' : 'lesson-cancelled', number, now],
      noticeIds,
      rows.map(({ personId }) => personId),
      rows.map(({ bookingId }) => bookingId),
    ],
  })
  await alertNotices(client, { centreId, noticeIds }, now)
  return rows.length
}

// An elder without the app reads nothing; whoever booked for them does.
const WHOM = `
select distinct on (told.person_id) told.person_id as "personId", told.booking_id as "bookingId"
from (
  select seat.holder_id as person_id, seat.booking_id from ${SEATS_OF_LESSON}
  union all
  select seat.person_id, seat.booking_id from ${SEATS_OF_LESSON}
    and exists (
      select from changlai.person_identity as known where known.person_id = seat.person_id)
) as told
order by told.person_id, told.booking_id`

const TELL = `
insert into changlai.notice
  (centre_id, notice_id, person_id, kind, booking_id, occurrence_id, change_number, facts, made_at)
select told.centre_id, told.notice_id, told.person_id, $5, told.booking_id, told.occurrence_id,
  $6::integer,
  jsonb_build_object('clashes', coalesce((
    select jsonb_agg(clash.facts) from (
      select jsonb_build_object('personId', held.person_id, 'bookingId', held.booking_id,
        'occurrenceId', other.occurrence_id) as facts
      from ${HELD_THEN}
        and $3::timestamptz < $4::timestamptz
        and held.person_id in (
          select seat.person_id from ${SEATS_OF_LESSON}
            and told.person_id in (seat.holder_id, seat.person_id))
      order by other.starts_at, held.booking_id, held.person_id
      limit 12) as clash), '[]'::jsonb)),
  $7::timestamptz
from (
  select lesson.centre_id, lesson.occurrence_id, one.*
  from changlai.occurrence as lesson
  cross join unnest($8::text[], $9::uuid[], $10::text[]) as one (notice_id, person_id, booking_id)
  where lesson.centre_id = $1 and lesson.occurrence_id = $2
) as told`
