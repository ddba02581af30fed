import type { PoolClient } from 'pg'
import type { ParsedInput } from '@/contract'
import { checkedIn } from '@/domain/attendance/mark'
import { isOneTimeCode, secretText } from '@/domain/attendance/one-time-code'
import { isThere } from '@/domain/attendance/standing'
import { JUDGED_AFTER } from '@/domain/attendance/strike'
import { toInstantText } from '@/domain/time/instant'
import type { Handler, Intent, Outcome } from '@/cloud/handler'
import { bookingOfCode, seatsOfCode } from '@/cloud/store/queries/attendance/shown-code'
import { recordSightings } from '@/cloud/store/queries/attendance/sightings'
import { commandInTransaction } from '../command-in-transaction'
import { NO_LESSON, seenWhen, takenPlace } from './at-the-door'

/** For staff and volunteers: checks in everybody of the booking whose code a phone shows. */
export const scanCode: Handler<'attendance.scan'> = ({ input, intent, dependencies }) =>
  commandInTransaction(dependencies, intent, (client, now) => scanIn(client, intent, input, now))

async function scanIn(
  client: PoolClient,
  { personId }: Intent,
  { occurrenceId, checkInCode, oneTimeCode, scannedAt }: ParsedInput<'attendance.scan'>,
  now: Date,
): Promise<Outcome<'attendance.scan'>> {
  const seen = seenWhen('scannedAt', scannedAt, now)
  if ('invalid' in seen) return seen
  const { at } = seen
  const lesson = await takenPlace(client, occurrenceId)
  if (!lesson) return NO_LESSON
  const { starts_at: startsAt, ends_at: endsAt } = lesson
  const mark = checkedIn({ startsAt, endsAt }, at)
  if (mark === 'too-early') {
    return { refusal: { code: 'TOO_EARLY', facts: { startsAt: toInstantText(startsAt) } } }
  }
  if (mark === 'over' || now.getTime() >= endsAt + JUDGED_AFTER) {
    return { refusal: { code: 'OVER', facts: { endsAt: toInstantText(endsAt) } } }
  }
  const booking = await bookingOfCode(client, lesson.centre_id, checkInCode, now)
  if (booking && !isOneTimeCode(secretText(booking.secret), oneTimeCode, at)) {
    return { refusal: { code: 'CODE_EXPIRED', facts: {} } }
  }
  const seats = await seatsOfCode(client, lesson, checkInCode)
  const sightings = seats.map((seat) => ({ ...seat, mark, means: 'code' as const, at }))
  const sighted = await recordSightings(client, sightings, personId, now)
  const [first] = sighted
  if (!first) {
    const { title = null, startsAt: of = null } = booking ?? {}
    const facts = { title, startsAt: of === null ? null : toInstantText(of) }
    return { refusal: { code: 'NOT_IN_LESSON', facts } }
  }
  const fresh = sighted.filter(
    ({ before, after }) => !isThere(before?.mark ?? null) && isThere(after.mark),
  )
  // What was seen later stands: then that is said, and not what this code alone would have given.
  const stands = (fresh[0] ?? first).after.mark ?? mark
  return {
    value: {
      seats: sighted.length,
      fresh: fresh.length,
      mark: stands,
      initials: seats.map(({ initial }) => initial),
    },
  }
}
