import { DELAYING_WEIGHT } from '../../src/domain/attendance/strike'
import { DAY, HOUR, MINUTE, toInstantText } from '../../src/domain/time/instant'
import { codeOf } from '../support/builders/attendance'
import { type Course, LESSONS, PARENTS } from './course'
import type { Crash } from './crashing'
import type { Tally } from './play'
import { STAFF, type World } from './world'

interface Seat {
  bookingId: string
  checkInCode: string
  holder: string
}

/** Plays a course to its end; throws what must never be. */
export async function attend(world: World, history: Course, tally: Tally): Promise<void> {
  const add = (what: string) => (tally[what] = (tally[what] ?? 0) + 1)
  const base = world.clock.now().getTime() + 2 * DAY
  const starts = Array.from({ length: LESSONS }, (_, index) => base + index * 3 * DAY)
  const poolId = await world.addPool(starts.map((at) => ({ startsAt: at, endsAt: at + HOUR })))
  for (const [person, party] of history.parties.entries()) {
    const { as, attendeeIds } = world.attendeesOf(person, party)
    const wish = { poolId, attendeeIds, evenIfClashes: true }
    const reply = await world.ask(as, 'seats.book', wish)
    // Whoever sits in it by themselves alone has nobody in the way.
    expect(reply).toMatchObject({ ok: true })
  }
  world.clock.set(base - HOUR)
  const [late] = await picked(world, poolId, history.late.pick)
  if (late && history.late.pick % 3 === 0) {
    const wish = { bookingId: late.bookingId, evenIfLate: true }
    const reply = await world.ask(late.holder, 'seats.cancel', wish, history.late)
    add(`late cancel ${reply.ok ? 'OK' : reply.code}`)
  }
  const { rows } = await world.pool.query<{ id: string }>(
    'select occurrence_id as id from changlai.occurrence where pool_id = $1 order by starts_at',
    [poolId],
  )
  for (const [index, { seen, judging, contest }] of history.lessons.entries()) {
    const occurrenceId = rows[index]!.id
    const startsAt = starts[index]!
    world.clock.set(startsAt + HOUR)
    for (const sighting of seen) {
      const seenAt = startsAt + sighting.minutes * MINUTE
      const reply = await see(world, { poolId, occurrenceId, seenAt }, sighting)
      if (reply) add(`${sighting.kind} ${reply.ok ? 'OK' : reply.code}`)
      await expectNothingWrong(world)
    }
    world.clock.set(startsAt + HOUR + DAY)
    await world.runClock({ crash: judging })
    await expectNothingWrong(world)
    await world.runClock()
    await world.runClock()
    await expectNothingWrong(world)
    if (contest) await contestOne(world, contest, add)
    await expectDelayAsPublished(world, add)
  }
  expect(world.failures).toEqual([])
}

async function picked(world: World, poolId: string, pick: number): Promise<Seat[]> {
  const { rows } = await world.pool.query<Seat>(
    `select booking_id as "bookingId", check_in_code as "checkInCode", subject as holder
     from changlai.booking join changlai.person_identity using (person_id)
     where pool_id = $1 and status = 'booked' order by booked_at, booking_id`,
    [poolId],
  )
  return rows.length === 0 ? [] : [rows[pick % rows.length]!]
}

async function see(
  world: World,
  lesson: { poolId: string; occurrenceId: string; seenAt: number },
  { kind, mark, pick: number, ...fate }: Course['lessons'][number]['seen'][number],
) {
  const { occurrenceId, seenAt } = lesson
  const [seat] = await picked(world, lesson.poolId, number)
  if (!seat) return null
  const at = toInstantText(seenAt)
  if (kind === 'scan') {
    const { bookingId, checkInCode } = seat
    const oneTimeCode = await codeOf(world, bookingId, seenAt)
    const shown = { occurrenceId, checkInCode, oneTimeCode, scannedAt: at }
    return world.ask(STAFF[0]!, 'attendance.scan', shown, fate)
  }
  const roster = await world.ask(STAFF[0]!, 'attendance.roster', { occurrenceId })
  const { attendees } = roster.value as { attendees: { attendeeKey: string }[] }
  const { attendeeKey } = attendees[number % attendees.length]!
  const set = { occurrenceId, attendeeKey, mark, seenAt: at }
  return world.ask(STAFF[1]!, 'attendance.mark', set, fate)
}

async function contestOne(
  world: World,
  { pick: number, ...fate }: { pick: number; crash: Crash | null; again: boolean },
  add: (what: string) => void,
): Promise<void> {
  const { rows } = await world.pool.query<{ id: string; subject: string }>(
    `select strike_id as id, subject
     from changlai.strike join changlai.person_identity using (person_id) order by struck_at, strike_id`,
  )
  const one = rows[number % Math.max(1, rows.length)]
  if (!one) return
  const reply = await world.ask(one.subject, 'attendance.contest', { strikeId: one.id }, fate)
  add(`contest ${reply.ok ? 'OK' : reply.code}`)
}

/** Somebody who was there, or said so before, is struck; anybody is twice; nobody took attendance. */
const WRONG = `
select 'struck though ' || known.mark || ': ' || strike.booking_id
from changlai.strike join changlai.attendance as known using (centre_id, booking_id, occurrence_id)
where strike.state <> 'waived' and known.mark <> 'absent'
union all
select 'struck twice: ' || booking_id from changlai.strike
group by booking_id, occurrence_id having count(*) > 1
union all
select 'struck though nobody was seen there: ' || booking_id from changlai.strike
where occurrence_id is not null and not exists (
  select from changlai.attendance as known
  where known.occurrence_id = strike.occurrence_id and known.mark in ('present', 'late'))
union all
select 'struck for another: ' || booking_id
from changlai.strike join changlai.booking using (centre_id, booking_id)
where strike.person_id <> booking.person_id`

async function expectNothingWrong(world: World): Promise<void> {
  const { rows } = await world.eye.query<object>({ name: 'wrong', text: WRONG })
  expect(rows).toEqual([])
}

/** Everybody tries a pool that has just opened, and again a day later: whoever has strikes enough waits. */
async function expectDelayAsPublished(world: World, add: (what: string) => void): Promise<void> {
  const now = world.clock.now().getTime()
  const poolId = await world.addPool([{ startsAt: now + 90 * DAY, endsAt: now + 91 * DAY }], now)
  for (const [at, delays] of [
    [now + DAY - 1, true],
    [now + DAY, false],
  ] as const) {
    world.clock.set(at)
    for (let person = 0; person < PARENTS; person += 1) {
      const { as } = world.attendeesOf(person, 0)
      const { rows } = await world.pool.query<{ weight: number }>(
        `select coalesce(sum(weight), 0) as weight
         from changlai.strike join changlai.person_identity using (person_id)
         where subject = $1 and state in ('standing', 'upheld') and expires_at > $2`,
        [as, new Date(at)],
      )
      const waits = delays && rows[0]!.weight >= DELAYING_WEIGHT
      const reply = await world.ask(as, 'seats.book', { poolId, evenIfClashes: true })
      if (reply.code === 'ALREADY_BOOKED') continue
      expect({ as, code: reply.code }).toEqual({ as, code: waits ? 'NOT_ELIGIBLE' : undefined })
      if (waits) add('delayed')
    }
  }
  world.clock.set(now)
}
