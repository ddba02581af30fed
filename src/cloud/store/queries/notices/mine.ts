import type { Pool, PoolClient } from 'pg'
import type { Category, OccurrenceState } from '@/domain/calendar/programme'
import { PRIVATE_BOOKING } from '@/domain/seats/private-booking'
import type { ActivityNoticeKind, NoticeKind } from '@/domain/notices/kind'
import { centreOf } from '@/domain/access/key'
import { instantMilliseconds } from '../instant-text'

/** A notice as its person reads it; instants in milliseconds. */
export interface NoticeRow {
  noticeId: string
  kind: NoticeKind | ActivityNoticeKind
  centreId: string
  bookingId: string
  activityId: string
  title: string
  category: Category
  lessonNumber: number | null
  lessonOf: number | null
  madeAt: number
  readAt: number | null
  /** Of a change of a lesson; null for what staff say to a class, as is `reason`. */
  fromStartsAt: number | null
  fromEndsAt: number | null
  fromPlace: string | null
  fromState: OccurrenceState | null
  toStartsAt: number | null
  toEndsAt: number | null
  toPlace: string | null
  reason: string | null
  centreName: string
  /** What staff say to a class; null for a change. */
  text: string | null
  clashes: NoticeClash[]
  /** What became of the activity; null where the notice is about one lesson. */
  whole: NoticeFacts | null
}

/** What a notice of a whole activity says; instants in milliseconds. */
export interface NoticeFacts {
  moved: number
  added: number
  cancelled: number
  lessons: { number: number | null; from: NoticeSpan | null; to: NoticeSpan | null }[]
}

export interface NoticeSpan {
  startsAt: number
  endsAt: number
  place: string
}

/** Something else that somebody of a booking has at the new time and holds still. */
export interface NoticeClash {
  attendeeId: string | null
  name: string | null
  bookingId: string
  /** Null where another person booked it. */
  title: string | null
  startsAt: number
  endsAt: number
}

/** The notices of a person, newest first; what staff say to a class among them for `messages`. */
export async function noticesOf(
  pool: Pool,
  page: {
    personId: string
    after: [madeAt: number, noticeId: string] | undefined
    limit: number
    messages: boolean
  },
): Promise<NoticeRow[]> {
  const { personId, after, limit, messages } = page
  const { rows } = await pool.query<NoticeRow>({
    name: 'notices.mine',
    text: MINE,
    values: [personId, after ? new Date(after[0]) : null, after?.[1] ?? null, limit, messages],
  })
  return rows
}

/** How many notices a person has not read; changes of lessons alone without `messages`. */
export async function unreadOf(
  pool: Pool | PoolClient,
  personId: string,
  messages = true,
): Promise<number> {
  const { rows } = await pool.query<{ unread: number }>({
    name: 'notices.unread',
    text: `
      select count(*) as unread from changlai.notice
      where person_id = $1 and read_at is null and ($2::boolean or message_id is null)`,
    values: [personId, messages],
  })
  return rows[0]!.unread
}

/** Marks a notice of a person and all before it as read; gives how many were not, null for no such notice. */
export async function readUpTo(
  client: PoolClient,
  personId: string,
  noticeId: string,
  now: Date,
): Promise<number | null> {
  const { rows } = await client.query<{ known: boolean; read: number }>({
    name: 'notices.read',
    text: READ,
    values: [centreOf(noticeId), noticeId, personId, now],
  })
  const { known, read } = rows[0]!
  return known ? read : null
}

// What was given back since clashes no more.
const CLASHES = `
  select jsonb_agg(jsonb_build_object(
    'attendeeId',
      case when clash."personId" = notice.person_id then 'self' else member.member_id end,
    'name', member.name,
    'bookingId', booking.booking_id,
    'title', case when booking.person_id = notice.person_id then
      case when pool.intake is null then activity.title else '${PRIVATE_BOOKING.title}' end end,
    'startsAt', ${instantMilliseconds('other.starts_at')},
    'endsAt', ${instantMilliseconds('other.ends_at')}) order by other.starts_at, member.name)
  from jsonb_to_recordset(notice.facts -> 'clashes')
    as clash ("personId" uuid, "bookingId" text, "occurrenceId" text)
  join changlai.booking
    on booking.centre_id = split_part(clash."bookingId", '.', 1)
    and booking.booking_id = clash."bookingId"
  join changlai.booking_attendee as held
    on held.centre_id = booking.centre_id and held.booking_id = booking.booking_id
    and held.person_id = clash."personId" and held.status = 'booked'
  join changlai.occurrence as other
    on other.centre_id = booking.centre_id and other.occurrence_id = clash."occurrenceId"
    and other.state <> 'cancelled'
  join changlai.pool on pool.centre_id = booking.centre_id and pool.pool_id = booking.pool_id
  join changlai.activity
    on activity.centre_id = pool.centre_id and activity.activity_id = pool.activity_id
  left join changlai.family_member as member
    on member.holder_id = notice.person_id and member.person_id = clash."personId"
    and member.removed_at is null
  where other.starts_at < change.to_ends_at and change.to_starts_at < other.ends_at
    and exists (
      select from changlai.booking_attendee as seat
      where seat.centre_id = notice.centre_id and seat.status = 'booked'
        and seat.person_id = clash."personId"
        and seat.pool_id in (
          select same.pool_id from changlai.occurrence as same
          where same.centre_id = notice.centre_id
            and (same.occurrence_id = notice.occurrence_id or same.guest_of = notice.occurrence_id)))`

const MINE = `
select notice.notice_id as "noticeId", notice.kind, notice.centre_id as "centreId",
  notice.booking_id as "bookingId", notice.made_at as "madeAt", notice.read_at as "readAt",
  activity.activity_id as "activityId", activity.title, activity.category,
  lesson.lesson_number as "lessonNumber", lesson.lesson_of as "lessonOf",
  change.from_starts_at as "fromStartsAt", change.from_ends_at as "fromEndsAt",
  change.from_place as "fromPlace", change.from_state as "fromState",
  change.to_starts_at as "toStartsAt", change.to_ends_at as "toEndsAt",
  change.to_place as "toPlace", coalesce(change.reason, whole.reason) as reason,
  centre.short_name as "centreName", message.text,
  case when notice.activity_change is not null then notice.facts end as whole,
  coalesce((${CLASHES}), '[]'::jsonb) as clashes
from changlai.notice
join changlai.centre on centre.centre_id = notice.centre_id
left join changlai.lesson_change as change
  on change.centre_id = notice.centre_id and change.occurrence_id = notice.occurrence_id
  and change.number = notice.change_number
left join changlai.activity_change as whole
  on whole.centre_id = notice.centre_id and whole.activity_id = notice.activity_id
  and whole.number = notice.activity_change
left join changlai.occurrence as lesson
  on lesson.centre_id = notice.centre_id and lesson.occurrence_id = notice.occurrence_id
left join changlai.class_message as message
  on message.centre_id = notice.centre_id and message.message_id = notice.message_id
join changlai.activity
  on activity.centre_id = notice.centre_id
  and activity.activity_id
    = coalesce(notice.activity_id, lesson.activity_id, message.activity_id)
where notice.person_id = $1 and ($5::boolean or notice.message_id is null)
  and ($2::timestamptz is null or notice.made_at <= $2::timestamptz
    and (notice.made_at < $2::timestamptz or notice.notice_id > $3))
order by notice.made_at desc, notice.notice_id
limit $4::integer`

const READ = `
with last as (
  select made_at from changlai.notice
  where centre_id = $1 and notice_id = $2 and person_id = $3
), read as (
  update changlai.notice
  set read_at = greatest($4::timestamptz, notice.made_at)
  from last
  where notice.person_id = $3 and notice.read_at is null and notice.made_at <= last.made_at
  returning notice.notice_id
)
select exists (select from last) as known, (select count(*) from read) as read`
