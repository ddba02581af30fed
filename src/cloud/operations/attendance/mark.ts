import type { PoolClient } from 'pg'
import type { ParsedInput } from '@/contract'
import { OPENS_BEFORE } from '@/domain/attendance/mark'
import { JUDGED_AFTER } from '@/domain/attendance/strike'
import { toInstantText } from '@/domain/time/instant'
import type { Handler, Intent, Outcome } from '@/cloud/handler'
import { seatOfKey } from '@/cloud/store/queries/attendance/roster'
import { recordSightings } from '@/cloud/store/queries/attendance/sightings'
import { commandInTransaction } from '../command-in-transaction'
import { NO_LESSON, seenWhen, takenPlace } from './at-the-door'
import { bytesOfAttendeeKey } from './attendee-key'

const NO_ATTENDEE = { refusal: { code: 'NOT_FOUND', facts: { what: 'attendee' } } } as const

/** For staff and volunteers: sets the mark of one attendee of a lesson, or takes it away. */
export const markAttendee: Handler<'attendance.mark'> = ({ input, intent, dependencies }) =>
  commandInTransaction(dependencies, intent, (client, now) => markIn(client, intent, input, now))

async function markIn(
  client: PoolClient,
  { personId }: Intent,
  { occurrenceId, attendeeKey, mark, seenAt }: ParsedInput<'attendance.mark'>,
  now: Date,
): Promise<Outcome<'attendance.mark'>> {
  const seen = seenWhen('seenAt', seenAt, now)
  if ('invalid' in seen) return seen
  const { at } = seen
  const lesson = await takenPlace(client, occurrenceId)
  if (!lesson) return NO_LESSON
  const { starts_at: startsAt, ends_at: endsAt } = lesson
  if (Math.min(at, now.getTime()) < startsAt - OPENS_BEFORE) {
    return { refusal: { code: 'TOO_EARLY', facts: { startsAt: toInstantText(startsAt) } } }
  }
  if (now.getTime() >= endsAt + JUDGED_AFTER) {
    return { refusal: { code: 'OVER', facts: { endsAt: toInstantText(endsAt) } } }
  }
  const seat = await seatOfKey(client, lesson, bytesOfAttendeeKey(attendeeKey)!)
  if (!seat) return NO_ATTENDEE
  const sighting = { ...seat, mark, means: 'roster' as const, at }
  const [sighted] = await recordSightings(client, [sighting], personId, now)
  return sighted ? { value: { attendeeKey, mark: sighted.after.mark } } : NO_ATTENDEE
}
