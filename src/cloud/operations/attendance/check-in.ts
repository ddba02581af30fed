import type { PoolClient } from 'pg'
import type { Output, ParsedInput } from '@/contract'
import { centreOf } from '@/domain/access/key'
import { checkedIn } from '@/domain/attendance/mark'
import { toInstantText } from '@/domain/time/instant'
import type { Handler, Intent, Outcome } from '@/cloud/handler'
import { hangs } from '@/cloud/store/queries/attendance/posters'
import {
  type SeatOnNow,
  nextSeatAt,
  seatsOnNow,
} from '@/cloud/store/queries/attendance/seats-on-now'
import { type Sighted, recordSightings } from '@/cloud/store/queries/attendance/sightings'
import { commandInTransaction } from '../command-in-transaction'
import { lessonOf } from '../lesson'

/** Checks in the person who asks and theirs by the code on the centre's wall. */
export const checkIn: Handler<'attendance.checkIn'> = ({ input, intent, dependencies }) =>
  commandInTransaction(dependencies, intent, (client, now) =>
    checkInNow(client, intent, input, now),
  )

async function checkInNow(
  client: PoolClient,
  { personId }: Intent,
  { posterId }: ParsedInput<'attendance.checkIn'>,
  now: Date,
): Promise<Outcome<'attendance.checkIn'>> {
  if (!(await hangs(client, posterId))) {
    return { refusal: { code: 'NOT_FOUND', facts: { what: 'poster' } } }
  }
  const where = { centreId: centreOf(posterId), personId }
  const seats = await seatsOnNow(client, where, now)
  const at = now.getTime()
  const seen = seats.flatMap((seat) => {
    const mark = checkedIn(seat, at)
    return mark === 'present' || mark === 'late'
      ? [{ ...seat, mark, means: 'poster' as const, at }]
      : []
  })
  const sighted = await recordSightings(client, seen, null, now)
  if (sighted.length === 0) {
    const nextAt = await nextSeatAt(client, where, now)
    const facts = { nextAt: nextAt === null ? null : toInstantText(nextAt) }
    return { refusal: { code: 'NOTHING_ON', facts } }
  }
  return { value: { lessons: lessonsOnTheWire(seats, sighted) } }
}

type CheckedIn = Output<'attendance.checkIn'>['lessons'][number]

function lessonsOnTheWire(seats: readonly SeatOnNow[], sighted: readonly Sighted[]): CheckedIn[] {
  const lessons = new Map<string, CheckedIn>()
  for (const seat of seats) {
    const { occurrenceId, title, place, attendeeId } = seat
    const mark = sighted.find(
      (one) => one.occurrenceId === occurrenceId && one.personId === seat.personId,
    )?.after.mark
    if (!mark) continue
    const startsAt = toInstantText(seat.startsAt)
    const lesson = lessons.get(occurrenceId) ?? {
      ...{ occurrenceId, title, place, startsAt, lesson: lessonOf(seat) },
      attendees: [],
    }
    // Somebody who is no longer in the family is checked in all the same, and called nothing.
    if (attendeeId !== null) lesson.attendees.push({ attendeeId, mark })
    lessons.set(occurrenceId, lesson)
  }
  return [...lessons.values()]
}
