import { DAY, HOUR, toInstantText } from '../../src/domain/time/instant'
import { lessonsOf } from '../support/builders/course'
import { NOW } from '../support/builders/programme'
import type { LessonHistory, LessonStep } from './lesson-steps'
import type { Tally } from './play'
import { type Snapshot, look } from './snapshot'
import { PEOPLE } from './steps'
import { type Reply, STAFF, type World } from './world'

/** What must never be of lessons and their guests, each a query that says so. */
const WRONG = `
select 'seats for guests of ' || g.guest_of || ': ' || g.capacity as said
from changlai.pool g
where g.guest_of is not null and g.capacity <> (
  select count(*) from changlai.attendance a where a.occurrence_id = g.guest_of and a.freed)
union all
select 'more people than seats in ' || lesson.occurrence_id
from changlai.occurrence lesson
join changlai.pool course using (centre_id, pool_id)
where lesson.guest_of is null and course.capacity < (
    select count(*) from changlai.booking_attendee seat
    where seat.pool_id = course.pool_id and seat.status = 'booked')
  - (select count(*) from changlai.attendance a
    where a.occurrence_id = lesson.occurrence_id and a.freed)
  + (select count(*) from changlai.pool g join changlai.booking_attendee guest using (centre_id, pool_id)
    where g.guest_of = lesson.occurrence_id and guest.status = 'booked')
union all
select 'guests elsewhere than their lesson ' || lesson.occurrence_id
from changlai.occurrence lesson
join changlai.occurrence guests on guests.guest_of = lesson.occurrence_id
join changlai.pool g on g.pool_id = guests.pool_id
where (lesson.starts_at, lesson.ends_at, lesson.place, lesson.state, lesson.day)
    <> (guests.starts_at, guests.ends_at, guests.place, guests.state, guests.day)
  or g.starts_at <> lesson.starts_at or g.closes_at > g.starts_at
union all
select 'a guest of their own course: ' || guest.person_id
from changlai.pool g
join changlai.booking_attendee guest on guest.pool_id = g.pool_id and guest.status = 'booked'
join changlai.occurrence lesson on lesson.occurrence_id = g.guest_of
join changlai.booking_attendee seat on seat.pool_id = lesson.pool_id
  and seat.person_id = guest.person_id and seat.status = 'booked'
union all
select 'nobody told ' || seat.person_id || ' of a change of ' || change.occurrence_id
from changlai.lesson_change change
join changlai.occurrence held
  on held.occurrence_id = change.occurrence_id or held.guest_of = change.occurrence_id
join changlai.booking_attendee seat on seat.pool_id = held.pool_id and seat.status = 'booked'
join changlai.booking on booking.booking_id = seat.booking_id
where booking.booked_at < change.changed_at and not exists (
  select from changlai.notice n
  where n.occurrence_id = change.occurrence_id and n.change_number = change.number
    and n.person_id = seat.holder_id)
union all
select 'a change that is not how it stands: ' || lesson.occurrence_id
from changlai.occurrence lesson
join lateral (
  select * from changlai.lesson_change change
  where change.occurrence_id = lesson.occurrence_id
  order by change.number desc limit 1) as last on true
where (lesson.state = 'cancelled') <> (last.kind = 'cancelled')
  or last.kind = 'moved' and lesson.starts_at <> last.to_starts_at`

/** Plays the history of a course and looks after each step; throws what must never be. */
export async function playLessons(
  world: World,
  history: LessonHistory,
  tally: Tally,
): Promise<void> {
  const { capacity, waiting, hasBegun, steps } = history
  const poolId = await world.beginCourse(capacity)
  for (let person = 0; person < Math.min(PEOPLE, capacity + waiting); person += 1) {
    const operation = person < capacity ? 'seats.book' : 'waitlist.join'
    await world.ask(`person-${person}`, operation, { poolId })
  }
  if (hasBegun) {
    world.clock.set(NOW + 3 * DAY)
    await world.runClock()
  }
  for (const step of steps) {
    const reply = await take(world, poolId, step, await look(world.eye))
    if (reply) {
      const what = `${step.kind} ${reply.ok ? 'OK' : reply.code}`
      tally[what] = (tally[what] ?? 0) + 1
    }
    expect(await wrongOf(world)).toEqual([])
  }
  await world.runClock()
  await world.runClock()
  const end = await look(world.eye)
  expect(await wrongOf(world)).toEqual([])
  // When all is quiet and the clock has come round, no seat of a guest is free that somebody waits for.
  for (const one of end.pools.filter(({ over }) => !over)) {
    const waits = end.entries.some(
      (entry) => entry.poolId === one.poolId && entry.state === 'waiting',
    )
    if (waits && one.free > 0) expect(await isOff(world, one.poolId)).toBe(true)
  }
  expect(world.failures).toEqual([])
}

async function wrongOf(world: World): Promise<string[]> {
  const { wrong } = await look(world.eye)
  const { rows } = await world.eye.query<{ said: string }>({ name: 'wrong', text: WRONG })
  return [...wrong, ...rows.map(({ said }) => said)]
}

async function isOff(world: World, poolId: string): Promise<boolean> {
  return (await lessonsOf({ pool: world.pool } as never, poolId)).every(
    ({ state }) => state === 'cancelled',
  )
}

function picked<One>(list: readonly One[], pick: number): One | undefined {
  return list.length === 0 ? undefined : list[pick % list.length]
}

async function take(
  world: World,
  poolId: string,
  step: LessonStep,
  now: Snapshot,
): Promise<Reply | null> {
  switch (step.kind) {
    case 'clock':
      await world.runClock(step)
      return null
    case 'wait':
      world.clock.set(world.clock.now().getTime() + step.hours * HOUR)
      return null
    case 'book':
    case 'join': {
      const operation = step.kind === 'book' ? 'seats.book' : 'waitlist.join'
      return world.ask(`person-${step.person}`, operation, { poolId }, step)
    }
    case 'accept':
    case 'leave': {
      const entry = picked(
        now.entries.filter(({ state }) => state === 'offered'),
        step.pick,
      )
      if (!entry) return null
      const { entryId, holder } = entry
      return world.ask(holder, `waitlist.${step.kind}` as 'waitlist.leave', { entryId }, step)
    }
    case 'cancel': {
      const booking = picked(
        now.bookings.filter(({ booked }) => booked),
        step.pick,
      )
      if (!booking) return null
      const { bookingId, holder } = booking
      return world.ask(holder, 'seats.cancel', { bookingId }, step)
    }
    case 'excuse':
    case 'unexcuse': {
      const booking = picked(
        now.bookings.filter((one) => one.booked && one.poolId === poolId),
        step.pick,
      )
      if (!booking) return null
      const { occurrenceId } = (await lessonsIn(world, poolId))[step.lesson]!
      const { bookingId, holder } = booking
      const operation = `lessons.${step.kind}` as 'lessons.excuse'
      return world.ask(holder, operation, { bookingId, occurrenceId }, step)
    }
    case 'move':
    case 'cancelLesson': {
      const lesson = (await lessonsIn(world, poolId))[step.lesson]!
      const { occurrenceId, startsAt, endsAt, place, state } = lesson
      const seen = step.isOld ? startsAt - HOUR : startsAt
      const text = toInstantText
      const expected = { startsAt: text(seen), endsAt: text(endsAt), place, state }
      const change = { occurrenceId, expected, reason: '示例原因' }
      if (step.kind === 'cancelLesson') return world.ask(STAFF[0]!, 'lessons.cancel', change, step)
      const by = step.hours * HOUR
      const to = { startsAt: text(startsAt + by), endsAt: text(endsAt + by), place }
      return world.ask(STAFF[0]!, 'lessons.move', { ...change, ...to }, step)
    }
  }
}

const lessonsIn = (world: World, poolId: string) => lessonsOf({ pool: world.pool } as never, poolId)
