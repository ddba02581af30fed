/**
 * SQL of the seats that are held in lessons, one row a seat: `lesson`, `pool`, `activity`, `seat` (of
 * booking_attendee) and its `booking`. `held` is the lesson itself, or the same again as its guests hold
 * it, who belong to the lesson like everybody else. Private hours are in no roster, clinics that call numbers keep
 * their own, and a seat that was booked after a lesson is no seat in it.
 */
export const SEATS_IN_LESSONS = `
  changlai.occurrence as lesson
  join changlai.occurrence as held on held.centre_id = lesson.centre_id
    and (held.occurrence_id = lesson.occurrence_id or held.guest_of = lesson.occurrence_id)
    and lesson.guest_of is null
  join changlai.pool on pool.centre_id = held.centre_id and pool.pool_id = held.pool_id
    and pool.intake is null and not pool.numbered
  join changlai.activity
    on activity.centre_id = lesson.centre_id and activity.activity_id = lesson.activity_id
    and activity.published
  join changlai.booking_attendee as seat
    on seat.centre_id = held.centre_id and seat.pool_id = held.pool_id
    and seat.status = 'booked'
  join changlai.booking
    on booking.centre_id = seat.centre_id and booking.booking_id = seat.booking_id
    and booking.booked_at < lesson.ends_at`

/** SQL that says whether a seat of a lesson is a guest's, who has it for this lesson alone. */
export const IS_GUESTS = '(held.guest_of is not null)'

/** SQL of what an attendee of a booking is called by staff: in the family that brings them, or by themselves. */
export const NAME_OF_SEAT = `(
  select coalesce(
    (
      select member.name from changlai.family_member as member
      where member.holder_id = seat.holder_id and member.person_id = seat.person_id
        and member.removed_at is null
    ), person.nickname)
  from changlai.person where person.person_id = seat.person_id)`

/**
 * SQL of the first 80 bits of SHA-256 over a seat's booking and person: the key by which staff mark
 * one of a booking. It is the same in every lesson of the booking, and gives neither away: both are
 * random, of 80 and 122 bits.
 */
export const ATTENDEE_KEY = `
  substring(sha256(convert_to(seat.booking_id || ' ' || seat.person_id, 'UTF8')) from 1 for 10)`
