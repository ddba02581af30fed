import { type Kysely, sql } from 'kysely'
import type { Category } from '@/domain/calendar/programme'
import { PRIVATE_BOOKING } from '@/domain/seats/private-booking'
import type { Database } from '@/cloud/store/tables'

/**
 * The bookings of a person and those in which others took a seat for them, with what they are for,
 * newest first. `upcoming` are those booked and not over at `now`, `past` all others; of somebody
 * else's booking the status is that of the person's own seat; of a booking made through a form nothing
 * is told that says what for. What a booking is for is looked up by key, for each (decision 0042).
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
  const upcoming = sql<boolean>`(own.status = 'booked' and p.ends_at > ${now})`
  const own = sql<{ centre_id: string; booking_id: string; status: 'booked' | 'cancelled' }>`(
    select centre_id, booking_id, status from changlai.booking where person_id = ${personId}
    union all
    select centre_id, booking_id, status from changlai.booking_attendee
    where person_id = ${personId} and holder_id <> ${personId})`
  return db
    .selectFrom(own.as('own'))
    .innerJoinLateral(
      (lateral) =>
        lateral
          .selectFrom('changlai.booking as one')
          .selectAll('one')
          .whereRef('one.centre_id', '=', 'own.centre_id')
          .whereRef('one.booking_id', '=', 'own.booking_id')
          .limit(1)
          .as('b'),
      (join) => join.onTrue(),
    )
    .innerJoinLateral(
      (lateral) =>
        lateral
          .selectFrom('changlai.pool as one')
          .selectAll('one')
          .whereRef('one.centre_id', '=', 'b.centre_id')
          .whereRef('one.pool_id', '=', 'b.pool_id')
          .limit(1)
          .as('p'),
      (join) => join.onTrue(),
    )
    .innerJoinLateral(
      (lateral) =>
        lateral
          .selectFrom('changlai.activity as one')
          .selectAll('one')
          .whereRef('one.centre_id', '=', 'p.centre_id')
          .whereRef('one.activity_id', '=', 'p.activity_id')
          .limit(1)
          .as('a'),
      (join) => join.onTrue(),
    )
    .innerJoin('changlai.centre as c', 'c.centre_id', 'b.centre_id')
    .leftJoinLateral(
      (lateral) =>
        lateral
          .selectFrom('changlai.consultation as one')
          .select('one.consultation_id')
          .whereRef('one.centre_id', '=', 'b.centre_id')
          .whereRef('one.booking_id', '=', 'b.booking_id')
          .where('one.person_id', '=', personId)
          .limit(1)
          .as('consultation'),
      (join) => join.onTrue(),
    )
    .select([
      'b.booking_id',
      'own.status',
      'b.booked_by',
      sql<boolean>`b.person_id = ${personId}`.as('is_holder'),
      'b.check_in_code',
      'b.centre_id',
      'c.short_name as centre_name',
      'a.activity_id',
      'b.pool_id',
      sql<string>`case when p.intake is null then a.title else ${PRIVATE_BOOKING.title} end`.as(
        'title',
      ),
      sql<Category>`case when p.intake is null then a.category
        else ${PRIVATE_BOOKING.category} end`.as('category'),
      'a.place',
      sql<string | null>`case when p.intake is null then a.bring end`.as('bring'),
      'consultation.consultation_id',
      'b.booked_at',
      'p.cancel_until',
      'a.guests_from_list',
      'p.starts_at',
      'p.ends_at',
      secretFor(personId).as('check_in_secret'),
    ])
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

/**
 * What the code of a booking at the door is made of, for a person: it checks everybody of the booking
 * in, so it is its holder's, and an attendee's who is its only one. Private hours and numbers of a
 * clinic are shown at no door.
 */
function secretFor(personId: string) {
  return sql<Buffer | null>`case
    when own.status = 'booked' and p.intake is null and not p.numbered
      and (b.person_id = ${personId} or b.seats = 1)
    then b.check_in_secret end`
}

/** The marks of the attendees of bookings in their lessons. */
export function marksOfBookings(
  db: Kysely<Database>,
  bookings: readonly { centre_id: string; booking_id: string }[],
) {
  if (bookings.length === 0) return Promise.resolve([])
  const centres = bookings.map(({ centre_id }) => centre_id)
  const keys = bookings.map(({ booking_id }) => booking_id)
  return db
    .selectFrom('changlai.attendance as known')
    .select(['known.booking_id', 'known.occurrence_id', 'known.person_id', 'known.mark'])
    .where(
      sql<boolean>`(known.centre_id, known.booking_id) in
        (select * from unnest(${centres}::text[], ${keys}::text[]))`,
    )
    .execute()
}

/** Whom a person's bookings are for; of somebody else's booking the person alone. */
export function attendeesOfBookings(
  db: Kysely<Database>,
  personId: string,
  bookings: readonly { centre_id: string; booking_id: string }[],
) {
  if (bookings.length === 0) return Promise.resolve([])
  const centres = bookings.map(({ centre_id }) => centre_id)
  const keys = bookings.map(({ booking_id }) => booking_id)
  return db
    .selectFrom('changlai.booking_attendee as a')
    .leftJoinLateral(
      (lateral) =>
        lateral
          .selectFrom('changlai.family_member as f')
          .select(['f.member_id', 'f.name'])
          .where('f.holder_id', '=', personId)
          .whereRef('f.person_id', '=', 'a.person_id')
          .orderBy('f.added_at', 'desc')
          .limit(1)
          .as('member'),
      (join) => join.onTrue(),
    )
    .select([
      'a.booking_id',
      'a.person_id',
      'a.status',
      'a.queue_number',
      'a.queue_state',
      'member.member_id',
      'member.name',
      sql<boolean>`a.person_id = ${personId}`.as('is_self'),
    ])
    .where(
      sql<boolean>`(a.centre_id, a.booking_id) in
        (select * from unnest(${centres}::text[], ${keys}::text[]))`,
    )
    .where(sql<boolean>`${personId} in (a.holder_id, a.person_id)`)
    .orderBy('a.queue_number')
    .orderBy('is_self', 'desc')
    .orderBy('member.member_id')
    .execute()
}
