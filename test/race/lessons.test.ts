import { fixedClock } from '../../src/cloud/clock'
import { passSeatsOn } from '../../src/cloud/jobs/pass-seats-on'
import { seatGuests } from '../../src/cloud/jobs/seat-guests'
import type { Store } from '../../src/cloud/store'
import { DAY, HOUR, toInstantText } from '../../src/domain/time/instant'
import { newRequestId } from '../support/builders/caller'
import { guestsOf, lessonsOf } from '../support/builders/course'
import { aCentre, aPool } from '../support/builders/programme'
import { countsOf, entriesOf } from '../support/builders/waitlist'
import { type TestDatabase, testDatabase } from '../support/database'
import { silentLog } from '../support/silent-log'
import { interrupted } from './interleaved'
import { type Reply, type Send, serve, servedFor, tally } from './served'
import { without } from './weakened'

const CAPACITY = 12
const WAITING = 8
const CROWD = 40

let database: TestDatabase
let centreId: string

beforeAll(async () => {
  database = await testDatabase({ poolSize: 40 })
  centreId = await aCentre(database.store)
})
afterAll(() => database.drop())

let days = 30
const query = (text: string, values: unknown[]) => database.store.pool.query(text, values)

/** Everybody signs in first, so that what follows meets at the lesson and not at the door. */
async function crowd(send: Send, size: number): Promise<string[]> {
  const run = newRequestId()
  const people = Array.from({ length: size }, (_, index) => `${run}-${index}`)
  await Promise.all(people.map((person) => send(person, 'me.get', {})))
  return people
}

/** A full course that began a day ago, with people who waited until its list ended. */
async function aRunningCourse(send: Send) {
  const first = Date.now() + 2 * DAY
  const lessons = [0, 7, 14].map((later) => {
    const startsAt = first + later * DAY
    return { startsAt, endsAt: startsAt + HOUR }
  })
  const poolId = await aPool(database.store, centreId, {
    ...{ capacity: CAPACITY, lessons, opensAt: Date.now() - 9 * DAY },
    activity: { guests_from_list: true },
  })
  const holders = await crowd(send, CAPACITY)
  const booked = await Promise.all(holders.map((person) => send(person, 'seats.book', { poolId })))
  for (const person of await crowd(send, WAITING)) await send(person, 'waitlist.join', { poolId })
  await query(
    `update changlai.occurrence set starts_at = starts_at - interval '3 days',
       ends_at = ends_at - interval '3 days' where pool_id = $1`,
    [poolId],
  )
  await query(
    `update changlai.pool set starts_at = starts_at - interval '3 days',
       closes_at = closes_at - interval '3 days' where pool_id = $1`,
    [poolId],
  )
  await passSeatsOn({ store: database.store, clock: fixedClock(Date.now()), log: silentLog })
  const { occurrenceId } = (await lessonsOf(database.store, poolId))[1]!
  return { poolId, occurrenceId, holders, bookings: booked.map(({ value }) => value!.bookingId) }
}

/** All are excused at once, each twice, while hosts pass seats on. */
async function excuseAtOnce(hosts: Store) {
  const door = await serve(hosts)
  try {
    const { occurrenceId, holders, bookings } = await aRunningCourse(door.send)
    const host = { store: hosts, clock: fixedClock(Date.now()), log: silentLog }
    const excuse = (index: number) =>
      door.send(holders[index]!, 'lessons.excuse', { bookingId: bookings[index], occurrenceId })
    const [replies] = await Promise.all([
      Promise.all([0, 1].flatMap(() => holders.map((_, index) => excuse(index)))),
      ...[0, 1, 2].map(async () => {
        await passSeatsOn(host)
        await seatGuests(host)
      }),
    ])
    return { occurrenceId, told: tally(replies) }
  } finally {
    await door.end()
  }
}

test('Many who are excused at once free a seat each, and each seat is offered once', async () => {
  const { occurrenceId, told } = await excuseAtOnce(database.store)
  expect(told).toEqual({ OK: 2 * CAPACITY })
  const { poolId } = (await guestsOf(database.store, occurrenceId))!
  expect(await countsOf(database.store, poolId)).toMatchObject({
    ...{ capacity: CAPACITY, taken: WAITING, held: WAITING, waiting: 0 },
  })
  const states = (await entriesOf(database.store, poolId)).map(({ state }) => state)
  expect(states).toEqual(Array<string>(WAITING).fill('offered'))
})

/** Somebody is excused once another has found that the lesson has no seats for guests yet. */
async function excusedInBetween(hosts: Store) {
  const course = await servedFor(database.store, aRunningCourse)
  const { occurrenceId, holders, bookings } = course
  const told: Promise<Reply>[] = []
  const excuse = (index: number) => {
    const wish = { bookingId: bookings[index], occurrenceId }
    return told[told.push(door.send(holders[index]!, 'lessons.excuse', wish)) - 1]!
  }
  const none = { after: 'lessons.raise-guests', meanwhile: () => excuse(1) }
  const door = await serve(interrupted(hosts, database, none))
  try {
    await excuse(0)
    return { occurrenceId, told: tally(await Promise.all(told)) }
  } finally {
    await door.end()
  }
}

test('Two who are excused first at the same moment free two seats', async () => {
  const { occurrenceId, told } = await excusedInBetween(database.store)
  expect(told).toEqual({ OK: 2 })
  const { poolId } = (await guestsOf(database.store, occurrenceId))!
  expect(await countsOf(database.store, poolId)).toMatchObject({ capacity: 2, held: 2 })
})

test('The control: without the lesson’s lock, two who are first make its guests’ seats twice', async () => {
  const weakened = without(database.store, 'lessons.lock', 'for no key update of lesson')
  expect((await excusedInBetween(weakened)).told).toEqual({ OK: 1, UNAVAILABLE: 1 })
})

/**
 * A lesson is moved to where a crowd has something else; half of it has booked before, and half books
 * once it was read who is to be told. Gives how many got a seat and were told nothing.
 */
async function moveWhileBooking(hosts: Store) {
  const before = await serve(database.store)
  const { send } = before
  const [staff, ...people] = (await crowd(send, 1 + CROWD)) as [string, ...string[]]
  await query(
    `insert into changlai.role_grant (centre_id, person_id, role)
     select $1, person_id, 'staff' from changlai.person_identity where subject = $2`,
    [centreId, staff],
  )
  const startsAt = Date.now() + (days += 2) * DAY
  const open = { capacity: CROWD, opensAt: Date.now() - DAY }
  const at = (start: number) => [{ startsAt: start, endsAt: start + HOUR }]
  const poolId = await aPool(database.store, centreId, { ...open, lessons: at(startsAt) })
  const other = await aPool(database.store, centreId, { ...open, lessons: at(startsAt + DAY) })
  const book = (through: Send, pool: string, some: string[]) =>
    Promise.all(some.map((person) => through(person, 'seats.book', { poolId: pool })))
  await book(send, other, people)
  const early = await book(send, poolId, people.slice(0, CROWD / 2))
  await before.end()

  const lesson = (await lessonsOf(database.store, poolId))[0]!
  const { occurrenceId, place, state } = lesson
  const span = (by: number) => ({
    startsAt: toInstantText(lesson.startsAt + by),
    endsAt: toInstantText(lesson.endsAt + by),
    place,
  })
  let late: Promise<Reply[]>
  const bookLate = () => (late = book(door.send, poolId, people.slice(CROWD / 2)))
  const read = { after: 'notices.whom', meanwhile: bookLate, waiting: CROWD / 2 }
  const door = await serve(interrupted(hosts, database, read))
  try {
    const move = { occurrenceId, ...span(DAY), expected: { ...span(0), state }, reason: '示例原因' }
    expect(await door.send(staff, 'lessons.move', move)).toMatchObject({ ok: true })
    const replies = [...early, ...(await late!)]
    const { rows } = await query(
      `select from changlai.booking
       where pool_id = $1 and status = 'booked' and not exists (
         select from changlai.notice where notice.booking_id = booking.booking_id)`,
      [poolId],
    )
    return { told: tally(replies), untold: rows.length }
  } finally {
    await door.end()
  }
}

test('Whoever books while a lesson is moved goes by its new time, or is told of it', async () => {
  const each = { told: { OK: CROWD / 2, CLASHES: CROWD / 2 }, untold: 0 }
  expect(await moveWhileBooking(database.store)).toEqual(each)
})

test('The control: without the mark of the pool’s lessons, they book by the old time untold', async () => {
  const guard = 'counted.lessons_turn = wish.lessons_turn\n    and '
  const weakened = without(database.store, 'seats.take', guard)
  expect(await moveWhileBooking(weakened)).toEqual({ told: { OK: CROWD }, untold: CROWD / 2 })
})
