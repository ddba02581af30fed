import { addDays, dateOf, startOfDay } from '../time/date'
import { DAY, HOUR, MINUTE } from '../time/instant'

/** Nobody's phone sounds in the night: from 21:30 on … */
const NIGHT_BEGINS = 21.5 * HOUR
/** … until 8:00, at UTC+8. */
const NIGHT_ENDS = 8 * HOUR
/** The evening before, a lesson is told of from this hour on. */
const EVENING = 18 * HOUR
/** On the day, so long before it begins … */
const SOON = 2 * HOUR
/** … and no later than this: then whoever comes is on the way. */
const TOO_LATE = 30 * MINUTE

/** When one reminder is to be sent: from `dueAt`, and of no use from `until` on; in milliseconds. */
export interface Reminder {
  purpose: 'lesson-tomorrow' | 'lesson-soon'
  dueAt: number
  until: number
}

/** Whether an instant lies between 21:30 and 8:00. */
export function isNight(instant: number): boolean {
  const time = timeWithinDay(instant)
  return time >= NIGHT_BEGINS || time < NIGHT_ENDS
}

/** The instant itself, or 8:00 after the night that it lies in. */
export function afterNight(instant: number): number {
  const midnight = startOfDay(dateOf(instant))
  const time = instant - midnight
  if (time < NIGHT_ENDS) return midnight + NIGHT_ENDS
  return time < NIGHT_BEGINS ? instant : midnight + DAY + NIGHT_ENDS
}

/**
 * The reminders of a lesson that begins at `startsAt` for a seat that was booked at `bookedAt`: at 18:00
 * of the day before, until 21:30, and two hours before, until half an hour before. One that would fall
 * into the night is left out, for the evening's has told of it: what begins before 10:00, or after 23:30,
 * has one reminder. None for a seat that was booked later than it.
 */
export function remindersOf(startsAt: number, bookedAt: number): Reminder[] {
  const dayBefore = startOfDay(addDays(dateOf(startsAt), -1))
  const evening: Reminder = {
    purpose: 'lesson-tomorrow',
    dueAt: dayBefore + EVENING,
    until: dayBefore + NIGHT_BEGINS,
  }
  const dueAt = startsAt - SOON
  const soon: Reminder = {
    purpose: 'lesson-soon',
    dueAt,
    until: Math.min(startsAt - TOO_LATE, startOfDay(dateOf(dueAt)) + NIGHT_BEGINS),
  }
  return [evening, ...(isNight(dueAt) ? [] : [soon])].filter((one) => bookedAt < one.dueAt)
}

/** Lessons by when they begin, `from` included and `until` not, and what a seat must have been booked before. */
export interface LessonsToRemind {
  purpose: Reminder['purpose']
  from: number
  until: number
  /** A seat booked so long before its lesson or earlier is reminded of; null where `bookedBefore` says it. */
  before: number | null
  bookedBefore: number | null
  /** When the night begins: what is not sent by then is left out. */
  sendBefore: number
}

/**
 * The lessons that are to be reminded of at `now`, as ranges of their beginnings: what `remindersOf` says
 * of each, turned round, so that an index finds them. Whoever asks late, after an outage, finds what is
 * still of use.
 */
export function lessonsToRemind(now: number): LessonsToRemind[] {
  if (isNight(now)) return []
  const today = startOfDay(dateOf(now))
  const sendBefore = today + NIGHT_BEGINS
  const found: LessonsToRemind[] = []
  if (now >= today + EVENING) {
    found.push({
      purpose: 'lesson-tomorrow',
      from: today + DAY,
      until: today + 2 * DAY,
      before: null,
      bookedBefore: today + EVENING,
      sendBefore,
    })
  }
  const from = Math.max(now + TOO_LATE + 1, today + NIGHT_ENDS + SOON)
  const until = now + SOON + 1
  if (from < until) {
    found.push({
      purpose: 'lesson-soon',
      from,
      until,
      before: SOON,
      bookedBefore: null,
      sendBefore,
    })
  }
  return found
}

function timeWithinDay(instant: number): number {
  return instant - startOfDay(dateOf(instant))
}
