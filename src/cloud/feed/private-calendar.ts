import ical, { ICalCalendarMethod, ICalEventClass, ICalEventStatus } from 'ical-generator'
import { occurrenceTitle } from '@/domain/calendar/occurrence-title'
import { PRIVATE_BOOKING } from '@/domain/seats/private-booking'
import type { Sitting, SittingAttendee } from '@/cloud/store/queries/private-calendar'
import { TIME_ZONE, VTIMEZONE, wallClock } from './time-zone'

/** More than this many bytes are sent to no phone: what is furthest in the future is left out. */
const MOST_BYTES = 1_000_000
const ASKED_AGAIN_AFTER_SECONDS = 3600

/**
 * What somebody booked as an iCalendar object (RFC 5545), one VEVENT for each occurrence of each
 * booking, as it stands at `now`. A booking that was made through a form is 「预约」 in the centre and
 * nothing else. What was cancelled or given back is CANCELLED, so that a calendar drops it.
 */
export function privateCalendar(sittings: readonly Sitting[], now: number): string {
  for (let held = sittings; ;) {
    const text = written(held, now)
    const bytes = Buffer.byteLength(text)
    if (bytes <= MOST_BYTES) return text
    held = held.slice(0, Math.floor((held.length * MOST_BYTES) / bytes))
  }
}

function written(sittings: readonly Sitting[], now: number): string {
  const calendar = ical({
    name: '我的常来',
    prodId: { company: 'changlai', product: 'calendar', language: 'ZH' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: ASKED_AGAIN_AFTER_SECONDS,
    // Without a name, so that DTSTAMP and its kin stay in UTC as they must.
    timezone: { name: null, generator: () => VTIMEZONE },
  })
  for (const one of sittings) {
    const changedAt = knownChangeOf(one)
    calendar.createEvent({
      id: `${one.bookingId}-${wallClock(one.originalStartsAt).format('YYYYMMDDTHHmm')}@changlai`,
      timezone: TIME_ZONE,
      start: wallClock(one.startsAt),
      end: wallClock(one.endsAt),
      // With a METHOD this is when the object was written (RFC 5545, 3.8.7.2).
      stamp: new Date(now),
      created: new Date(one.bookedAt),
      ...(changedAt === null ? {} : { lastModified: new Date(changedAt) }),
      sequence: sequenceOf(one),
      summary: summaryOf(one),
      location: placeOf(one),
      ...(one.what?.bring ? { description: `请带：${one.what.bring}` } : {}),
      class: ICalEventClass.PRIVATE,
      status: isOff(one) ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    })
  }
  return `${calendar.toString()}\r\n`
}

const isHeld = ({ held }: SittingAttendee): boolean => held

function isOff({ state, attendees }: Sitting): boolean {
  return state === 'cancelled' || !attendees.some(isHeld)
}

/** How often it changed in what a calendar shows of time and state: moved, cancelled, given back. */
function sequenceOf({ changes, state, startsAt, originalStartsAt, attendees }: Sitting): number {
  const moved = startsAt !== originalStartsAt || state === 'rescheduled'
  const seen = (moved ? 1 : 0) + (state === 'cancelled' ? 1 : 0)
  return Math.max(changes, seen) + (attendees.some(isHeld) ? 0 : 1)
}

/** When it last changed; null where nobody wrote that down: some seats of several were given back. */
function knownChangeOf(one: Sitting): number | null {
  const { cancelledAt, changes, changedAt, state, attendees, bookedAt } = one
  const known = cancelledAt !== null || attendees.every(isHeld)
  if (!known || (changes === 0 && state !== 'scheduled')) return null
  return Math.max(bookedAt, cancelledAt ?? 0, changedAt ?? 0)
}

/** 公益书法 第 3 课（我、小满）: for whom, unless it is for oneself alone. */
function summaryOf({ what, attendees }: Sitting): string {
  if (what === null) return PRIVATE_BOOKING.title
  const { title, topic, lesson } = what
  const named = occurrenceTitle(title, {
    topic,
    lesson: lesson === null ? null : { number: lesson },
  })
  const held = attendees.filter(isHeld)
  const names = (held.length > 0 ? held : attendees).map(nameOf).join('、')
  return names === '我' ? named : `${named}（${names}）`
}

function nameOf({ isSelf, name }: SittingAttendee): string {
  return isSelf ? '我' : (name ?? '一位家里人')
}

function placeOf({ what, centreName, centreAddress }: Sitting): string {
  return [...(what ? [what.place] : []), centreName, centreAddress].filter(Boolean).join('，')
}
