import type { Pool } from 'pg'
import type { Purpose } from '@/domain/alerts/purpose'
import type { Told } from '@/domain/alerts/words'
import type { LeasedAlert } from './lease'

/** What an alert tells now, and the page that it opens. */
export interface ToldNow {
  told: Told
  /** The booking that it is about, where it is about one. */
  bookingId: string | null
}

type Look = (pool: Pool, alert: LeasedAlert, now: Date) => Promise<ToldNow | null>

/**
 * Looks up what an alert tells, as it stands now; null where it is true no more: given back, excused,
 * cancelled, moved to another day, begun, answered. Instants in milliseconds.
 */
export const toldNow: Look = (pool, alert, now) => LOOKS[alert.purpose](pool, alert, now)

interface Lesson {
  title: string
  place: string
  centre: string
  startsAt: number
  bookingId: string
}

const lessonNow: Look = async (pool, { centreId, personId, about, purpose }, now) => {
  const { rows } = await pool.query<Lesson>({
    name: 'alerts.lesson-now',
    text: LESSON_NOW,
    values: [centreId, about, personId, now],
  })
  const [lesson] = rows
  if (!lesson) return null
  const { bookingId, ...told } = lesson
  return { told: { purpose: purpose as 'lesson-tomorrow' | 'lesson-soon', ...told }, bookingId }
}

interface Seat {
  title: string
  place: string
  centre: string
  until: number | null
  won: boolean
}

const offerNow: Look = async (pool, { centreId, about }, now) => {
  const values = [centreId, about, now]
  const { rows } = await pool.query<Seat>({ name: 'alerts.offer-now', text: OFFER_NOW, values })
  const [seat] = rows
  if (!seat) return null
  const { title, place, centre, until } = seat
  return { told: { purpose: 'seat-offered', title, place, centre, until: until! }, bookingId: null }
}

const drawNow: Look = async (pool, { centreId, about, personId }) => {
  const values = [centreId, about, personId]
  const { rows } = await pool.query<Seat>({ name: 'alerts.draw-now', text: DRAW_NOW, values })
  const [seat] = rows
  if (!seat || seat.until === null) return null
  const { title, place, centre, until, won } = seat
  return { told: { purpose: 'ballot-drawn', title, place, centre, until, won }, bookingId: null }
}

interface Change extends Lesson {
  change: 'moved' | 'elsewhere' | 'cancelled' | 'several'
}

const changeNow: Look = async (pool, { centreId, about }, now) => {
  const values = [centreId, about, now]
  const { rows } = await pool.query<Change>({ name: 'alerts.change-now', text: CHANGE_NOW, values })
  const [changed] = rows
  if (!changed) return null
  const { bookingId, ...told } = changed
  return { told: { purpose: 'lesson-changed', ...told }, bookingId }
}

const LOOKS: Readonly<Record<Purpose, Look>> = {
  'lesson-tomorrow': lessonNow,
  'lesson-soon': lessonNow,
  'seat-offered': offerNow,
  'ballot-drawn': drawNow,
  'lesson-changed': changeNow,
  // Nothing of it is looked up, so that nothing of it can be told.
  'private-news': async (_pool, _alert, now) => ({
    told: { purpose: 'private-news', at: now.getTime() },
    bookingId: null,
  }),
}

// What is read once the day has come that it was written for is said by the turn it was written under.
const LESSON_NOW = `
select activity.title, lesson.place, centre.short_name as centre, lesson.starts_at as "startsAt",
  held.booking_id as "bookingId"
from changlai.occurrence as lesson
join changlai.activity
  on activity.centre_id = lesson.centre_id and activity.activity_id = lesson.activity_id
join changlai.centre on centre.centre_id = lesson.centre_id
cross join lateral (
  select seat.booking_id from changlai.booking_attendee as seat
  where seat.centre_id = lesson.centre_id and seat.pool_id = lesson.pool_id
    and seat.status = 'booked' and $3::uuid in (seat.holder_id, seat.person_id)
    and not exists (
      select from changlai.attendance as excused
      where excused.centre_id = lesson.centre_id and excused.occurrence_id = lesson.occurrence_id
        and excused.person_id = seat.person_id and excused.mark = 'excused')
  order by seat.booking_id
  limit 1
) as held
where lesson.centre_id = $1 and lesson.occurrence_id = $2 and lesson.state <> 'cancelled'
  and lesson.starts_at > $4::timestamptz
  and exists (
    select from changlai.alert
    where alert.centre_id = $1 and alert.person_id = $3::uuid and alert.about = $2
      and alert.state = 'waiting'
      and alert.turn = to_char(lesson.starts_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD'))`

const OF_POOL = `
join changlai.activity
  on activity.centre_id = pool.centre_id and activity.activity_id = pool.activity_id
join changlai.centre on centre.centre_id = pool.centre_id`

const OFFER_NOW = `
select activity.title, activity.place, centre.short_name as centre, entry.offer_until as until
from changlai.waitlist_entry as entry
join changlai.pool on pool.centre_id = entry.centre_id and pool.pool_id = entry.pool_id
${OF_POOL}
where entry.centre_id = $1 and entry.entry_id = $2 and entry.state = 'offered'
  and entry.offer_until > $3::timestamptz`

// Who won and has answered meanwhile knows. Of who did not, the dearest wish is named.
const DRAW_NOW = `
select activity.title, activity.place, centre.short_name as centre,
  drawn.won_pool_id is not null as won,
  case when drawn.won_pool_id is null then ballot.drawn_at else (
    select offer.offer_until from changlai.waitlist_entry as offer
    where offer.centre_id = drawn.centre_id and offer.pool_id = drawn.won_pool_id
      and offer.ballot_id = drawn.ballot_id and offer.ballot_number = drawn.number
      and offer.state = 'offered') end as until
from changlai.ballot_entry as drawn
join changlai.ballot on ballot.centre_id = drawn.centre_id and ballot.ballot_id = drawn.ballot_id
join changlai.ballot_wish as wish
  on wish.centre_id = drawn.centre_id and wish.ballot_id = drawn.ballot_id
  and wish.number = drawn.number and wish.place = 1
join changlai.pool
  on pool.centre_id = drawn.centre_id
  and pool.pool_id = coalesce(drawn.won_pool_id, wish.pool_id)
${OF_POOL}
where drawn.centre_id = $1 and drawn.ballot_id = $2 and drawn.holder_id = $3::uuid
  and drawn.left_at is null and drawn.drawn_place is not null`

// A later change of the same lesson tells of itself.
const CHANGE_NOW = `
select activity.title, centre.short_name as centre, notice.booking_id as "bookingId",
  coalesce(change.to_place, change.from_place, activity.place) as place,
  coalesce(change.to_starts_at, change.from_starts_at, told.starts_at, notice.made_at) as "startsAt",
  case when notice.kind = 'activity-cancelled' or change.kind = 'cancelled' then 'cancelled'
    when change.occurrence_id is null then 'several'
    when change.to_starts_at = change.from_starts_at then 'elsewhere'
    else 'moved' end as change
from changlai.notice
join changlai.booking
  on booking.centre_id = notice.centre_id and booking.booking_id = notice.booking_id
join changlai.pool on pool.centre_id = booking.centre_id and pool.pool_id = booking.pool_id
${OF_POOL}
left join changlai.lesson_change as change
  on change.centre_id = notice.centre_id and change.occurrence_id = notice.occurrence_id
  and change.number = notice.change_number
cross join lateral (
  select min(to_timestamp(coalesce(lesson #>> '{to,startsAt}', lesson #>> '{from,startsAt}')::float8
    / 1000)) as starts_at
  from jsonb_array_elements(coalesce(notice.facts -> 'lessons', '[]'::jsonb)) as lesson
) as told
where notice.centre_id = $1 and notice.notice_id = $2 and notice.read_at is null
  and coalesce(greatest(change.to_starts_at, change.from_starts_at), 'infinity') > $3::timestamptz
  and not exists (
    select from changlai.lesson_change as later
    where later.centre_id = change.centre_id and later.occurrence_id = change.occurrence_id
      and later.number > change.number)`
