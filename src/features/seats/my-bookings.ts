import { occurrenceTitle } from '@/domain/calendar/occurrence-title'
import { parseInstant } from '@/domain/time/instant'
import { spokenMoment } from '@/domain/time/spoken'
import { whenInWords } from '@/domain/time/words'
import type { Booking } from './booking'

export type Visit = { booking: Booking; occurrence: Booking['occurrences'][number] }

/** Whether a seat is still to be used at `now` (milliseconds since the epoch). */
export function isToCome(booking: Booking, now: number): boolean {
  return booking.status === 'booked' && parseInstant(booking.endsAt) > now
}

/**
 * The next time a seat is used, or null when all its occurrences are over or cancelled, or everybody
 * is excused from them.
 */
export function nextOccurrence(booking: Booking, now: number): Visit['occurrence'] | null {
  const held = booking.attendees?.filter(({ status }) => status === 'booked').length ?? 1
  return (
    booking.occurrences.find(
      ({ endsAt, state, marks = [] }) =>
        state !== 'cancelled' &&
        parseInstant(endsAt) > now &&
        marks.filter(({ mark }) => mark === 'excused').length < Math.max(1, held),
    ) ?? null
  )
}

/** Every booking that is still to come with its next time, soonest first. */
export function visitsOf(bookings: readonly Booking[], now: number): Visit[] {
  return bookings
    .filter((booking) => isToCome(booking, now))
    .flatMap((booking) => {
      const occurrence = nextOccurrence(booking, now)
      return occurrence ? [{ booking, occurrence }] : []
    })
    .sort((a, b) => parseInstant(a.occurrence.startsAt) - parseInstant(b.occurrence.startsAt))
}

/** The pools in which a seat is held. */
export function bookedPools(bookings: readonly Booking[]): ReadonlySet<string> {
  return new Set(bookings.filter(({ status }) => status === 'booked').map(({ poolId }) => poolId))
}

/** The seat held in a pool, or null. */
export function bookingOf(bookings: readonly Booking[], poolId: string): Booking | null {
  return bookings.find((one) => one.poolId === poolId && one.status === 'booked') ?? null
}

/** 第 4 / 12 课, or null for what is no course. */
export function lessonInWords({ lesson }: Visit['occurrence']): string | null {
  return lesson ? `第 ${lesson.number} / ${lesson.of} 课` : null
}

/** 社区大讲堂：冬季急救 */
export function visitTitle({ booking, occurrence }: Visit): string {
  return occurrenceTitle(booking.title, { topic: occurrence.topic })
}

/** The same of the next time that a seat is used. */
export function bookingTitle(booking: Booking, now: number): string {
  const occurrence = nextOccurrence(booking, now)
  return occurrence ? visitTitle({ booking, occurrence }) : booking.title
}

/** 今晚 19:00–20:30 */
export function visitWhen({ occurrence }: Visit, now: number): string {
  return whenInWords(parseInstant(occurrence.startsAt), parseInstant(occurrence.endsAt), now)
}

/** 今天 晚上 7 点, as people say it. */
export function spokenWhen({ occurrence }: Visit, now: number): string {
  return spokenMoment(parseInstant(occurrence.startsAt), now)
}

/** How the booking of somebody ended, for the list of earlier ones. */
export function endInWords(booking: Booking): '已退' | '已结束' {
  return booking.status === 'cancelled' ? '已退' : '已结束'
}

/** The calendar entries of a seat: its times to come. */
export function calendarEntries(booking: Booking, now: number) {
  return booking.occurrences
    .filter(({ endsAt, state }) => state !== 'cancelled' && parseInstant(endsAt) > now)
    .map(({ startsAt, endsAt, place, topic, lesson }, index) => ({
      uid: `${booking.bookingId}-${lesson?.number ?? index + 1}@changlai`,
      title: occurrenceTitle(booking.title, { topic, lesson }),
      place: `${booking.centreName} ${place}`,
      note: [`签到码 ${booking.checkInCode}`, booking.bring].filter(Boolean).join('。'),
      startsAt,
      endsAt,
    }))
}
