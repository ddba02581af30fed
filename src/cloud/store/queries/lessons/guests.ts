import { randomBytes } from 'node:crypto'
import type { PoolClient } from 'pg'
import { LOCAL_KEY_BYTES, centreKey, localKey } from '@/domain/access/key'
import { listEndsAt, offerDeadline } from '@/domain/waitlist/offer-deadline'
import { lockList } from '../waitlist/lock'
import { passOn } from '../waitlist/pass-on'
import type { LockedLesson } from './lock'

/** Who let so many offers of a single lesson go by unanswered is asked no more in this course. */
const UNANSWERED_ENOUGH = 2

/**
 * Whether a seat of this lesson that is freed at `now` goes to a guest: the activity allows it, nobody
 * can give a seat of the whole course back any more, and there is time to ask.
 */
export function takesGuests(lesson: LockedLesson, now: number): boolean {
  const { courseStartsAt, startsAt, state } = lesson
  const hasBegun = courseStartsAt !== null && courseStartsAt <= now
  const canBeAsked = now < listEndsAt(startsAt) && offerDeadline(now, startsAt) !== null
  return (
    lesson.guestsFromList && lesson.lessons > 1 && hasBegun && canBeAsked && state !== 'cancelled'
  )
}

/**
 * Makes the seats of those who are excused from a lesson, which is held, seats for its guests, and
 * offers them to who waited for the course until its list ended, in their turn. What was freed before
 * stays as it is. Gives how many seats were freed.
 */
export async function freeForGuests(
  client: PoolClient,
  lesson: LockedLesson,
  now: Date,
): Promise<number> {
  if (!takesGuests(lesson, now.getTime())) return 0
  const { centreId, occurrenceId } = lesson
  const { rowCount } = await client.query({
    name: 'lessons.free',
    text: FREE,
    values: [centreId, occurrenceId],
  })
  const freed = rowCount ?? 0
  if (freed === 0) return 0
  const poolId =
    (await raise(client, lesson, freed)) ?? (await addGuestPool(client, lesson, freed, now))
  await passOn(client, poolId, now)
  return freed
}

/**
 * Takes seats that were freed for guests of a lesson, which is held, away from them again; gives
 * whether it could: not those that somebody was offered.
 */
export async function takeFromGuests(
  client: PoolClient,
  { centreId, occurrenceId }: LockedLesson,
  seats: number,
): Promise<boolean> {
  if (seats === 0) return true
  const poolId = await guestPoolOf(client, { centreId, occurrenceId })
  // An offer is made under the list's lock: either it was made, or it will not be.
  const list = poolId === null ? null : await lockList(client, poolId)
  if (!list || list.capacity - list.taken < seats) return false
  await client.query({
    name: 'lessons.lower-guests',
    text: LOWER,
    values: [centreId, list.poolId, seats],
  })
  return true
}

/** The pool of a lesson's guests; null while nobody was excused. */
export async function guestPoolOf(
  client: PoolClient,
  { centreId, occurrenceId }: Pick<LockedLesson, 'centreId' | 'occurrenceId'>,
): Promise<string | null> {
  const { rows } = await client.query<{ poolId: string }>({
    name: 'lessons.guest-pool',
    text: GUEST_POOL,
    values: [centreId, occurrenceId],
  })
  return rows[0]?.poolId ?? null
}

async function raise(
  client: PoolClient,
  { centreId, occurrenceId }: LockedLesson,
  seats: number,
): Promise<string | null> {
  const { rows } = await client.query<{ poolId: string }>({
    name: 'lessons.raise-guests',
    text: RAISE,
    values: [centreId, occurrenceId, seats],
  })
  return rows[0]?.poolId ?? null
}

async function addGuestPool(
  client: PoolClient,
  lesson: LockedLesson,
  seats: number,
  now: Date,
): Promise<string> {
  const { centreId, occurrenceId, startsAt } = lesson
  const key = () => centreKey(centreId, localKey(randomBytes(LOCAL_KEY_BYTES)))
  const poolId = key()
  await client.query({
    name: 'lessons.add-guest-pool',
    text: ADD_POOL,
    values: [centreId, occurrenceId, poolId, seats, now, new Date(listEndsAt(startsAt)), key()],
  })
  const candidates = await client.query<{ entryId: string }>({
    name: 'lessons.guest-candidates',
    text: CANDIDATES,
    values: [centreId, lesson.poolId, UNANSWERED_ENOUGH],
  })
  const entryIds = candidates.rows.map(({ entryId }) => entryId)
  await client.query({
    name: 'lessons.list-guests',
    text: LIST_GUESTS,
    values: [centreId, poolId, entryIds, entryIds.map(key), now],
  })
  return poolId
}

const FREE = `
update changlai.attendance as excuse
set freed = true
from changlai.booking_attendee as seat
where excuse.centre_id = $1 and excuse.occurrence_id = $2
  and excuse.mark = 'excused' and not excuse.freed
  and seat.centre_id = excuse.centre_id and seat.booking_id = excuse.booking_id
  and seat.person_id = excuse.person_id and seat.status = 'booked'`

const GUEST_POOL = `
select pool_id as "poolId" from changlai.pool where centre_id = $1 and guest_of = $2`

const RAISE = `
update changlai.pool
set capacity = capacity + $3::integer
where centre_id = $1 and guest_of = $2
returning pool_id as "poolId"`

const LOWER = `
update changlai.pool
set capacity = capacity - $3::integer
where centre_id = $1 and pool_id = $2`

// It is closed from the beginning: nobody books it, its list alone gives its seats.
const ADD_POOL = `
with pool as (
  insert into changlai.pool
    (centre_id, pool_id, activity_id, capacity, opens_at, closes_at, cancel_until, starts_at, ends_at,
      guest_of)
  select centre_id, $3, activity_id, $4::integer, $5::timestamptz - interval '1 second',
    $5::timestamptz, $6::timestamptz, starts_at, ends_at, occurrence_id
  from changlai.occurrence
  where centre_id = $1 and occurrence_id = $2
  returning centre_id, pool_id
)
insert into changlai.occurrence
  (centre_id, occurrence_id, activity_id, pool_id, day, starts_at, ends_at, original_starts_at, place,
    topic, state, lesson_number, lesson_of, guest_of)
select lesson.centre_id, $7, lesson.activity_id, pool.pool_id, lesson.day, lesson.starts_at,
  lesson.ends_at, lesson.original_starts_at, lesson.place, lesson.topic, lesson.state,
  lesson.lesson_number, lesson.lesson_of, lesson.occurrence_id
from changlai.occurrence as lesson
join pool on pool.centre_id = lesson.centre_id
where lesson.centre_id = $1 and lesson.occurrence_id = $2`

// Who waited alone until the list of the course ended, has no seat in it, and answers.
const CANDIDATES = `
select entry.entry_id as "entryId"
from changlai.waitlist_entry as entry
join changlai.waitlist_attendee as attendee
  on attendee.centre_id = entry.centre_id and attendee.entry_id = entry.entry_id
where entry.centre_id = $1 and entry.pool_id = $2 and entry.state = 'over'
  and (
    select count(*) from changlai.waitlist_attendee as one
    where one.centre_id = entry.centre_id and one.entry_id = entry.entry_id
  ) = 1
  and not exists (
    select from changlai.booking_attendee as seat
    where seat.centre_id = $1 and seat.pool_id = $2 and seat.person_id = attendee.person_id
      and seat.status = 'booked')
  and (
    select count(*)
    from changlai.occurrence as lesson
    join changlai.pool as guests
      on guests.centre_id = lesson.centre_id and guests.guest_of = lesson.occurrence_id
    join changlai.waitlist_attendee as asked
      on asked.centre_id = guests.centre_id and asked.pool_id = guests.pool_id
      and asked.person_id = attendee.person_id
    join changlai.waitlist_entry as offer
      on offer.centre_id = asked.centre_id and offer.entry_id = asked.entry_id
      and offer.state = 'lapsed'
    where lesson.centre_id = $1 and lesson.pool_id = $2
  ) < $3::integer
order by entry.turn`

const LIST_GUESTS = `
with copied as (
  select entry.centre_id, guest.entry_id, entry.holder_id, entry.turn, attendee.person_id
  from unnest($3::text[], $4::text[]) as guest (from_entry_id, entry_id)
  join changlai.waitlist_entry as entry
    on entry.centre_id = $1 and entry.entry_id = guest.from_entry_id
  join changlai.waitlist_attendee as attendee
    on attendee.centre_id = entry.centre_id and attendee.entry_id = entry.entry_id
), entry as (
  insert into changlai.waitlist_entry
    (centre_id, entry_id, pool_id, holder_id, state, seats, turn, joined_at)
  select centre_id, entry_id, $2, holder_id, 'waiting', 1, turn, $5::timestamptz
  from copied
  returning centre_id, entry_id, pool_id, turn
), attending as (
  insert into changlai.waitlist_attendee (centre_id, entry_id, person_id, pool_id, place, live)
  select entry.centre_id, entry.entry_id, copied.person_id, entry.pool_id, 1, true
  from entry join copied on copied.entry_id = entry.entry_id
)
update changlai.pool
set last_turn = greatest(1, (select max(turn) from entry)),
  waiting = (select count(*) from entry),
  list_takes_from = 1
where centre_id = $1 and pool_id = $2 and exists (select from entry)`
