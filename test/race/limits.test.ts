import type { Store } from '../../src/cloud/store'
import { addDays, addMonths, dateOf, firstOfMonth, monthOf } from '../../src/domain/time/date'
import { DAY, HOUR, instantAt } from '../../src/domain/time/instant'
import { newRequestId } from '../support/builders/caller'
import { aCourse } from '../support/builders/limits'
import { aCentre } from '../support/builders/programme'
import { type TestDatabase, testDatabase } from '../support/database'
import { PERSONS, interrupted, whileHeld } from './interleaved'
import { type Reply, serve, tally } from './served'
import { inPlaceOf, without } from './weakened'

const MOST = 2
const COURSES = 8
const ROUNDS = 2
const TURN_GUARD = 'and locked.booking_turn = marks.mark'
const MOVES_ON = 'set booking_turn = person.booking_turn + 1'

let database: TestDatabase
let centreId: string

beforeAll(async () => {
  database = await testDatabase({ poolSize: 40 })
  centreId = await aCentre(database.store, { courses_per_term: MOST })
})
afterAll(() => database.drop())

/** The middle of the month after next: these tests run by the real clock, and a term must not end here. */
const DAY_OF_COURSES = instantAt(
  addDays(firstOfMonth(addMonths(monthOf(dateOf(Date.now())), 2)), 9),
  '08:00',
)

/** Courses of one term at hours of their own, open now. */
function courses(count: number, capacity = 20): Promise<{ poolId: string }[]> {
  return Promise.all(
    Array.from({ length: count }, (_, index) =>
      aCourse(database.store, centreId, {
        ...{ capacity, opensAt: Date.now() - DAY },
        startsAt: DAY_OF_COURSES + index * 2 * HOUR,
      }),
    ),
  )
}

const aName = (kind: string) => `${kind}-${newRequestId().slice(-8)}`
const given = (reply: { value?: unknown }) =>
  reply.value as { memberId: string; code: string; entryId: string; bookingId: string }

/** An elder and a relative take courses for the elder at once; gives how many the elder holds then. */
async function taken(store: Store): Promise<number> {
  const door = await serve(store)
  const { send } = door
  try {
    const [elder, relative] = [aName('elder'), aName('relative')]
    const { code } = given(await send(elder, 'family.code', {}))
    const linked = await send(relative, 'family.link', { code, name: '示例外婆' })
    const attendeeIds = [given(linked).memberId]
    const wanted = await courses(COURSES)
    // All have looked at what the elder holds before any of them takes a course.
    const held = { rows: PERSONS, values: [[elder]], waiting: COURSES }
    const replies = await whileHeld(database, held, () =>
      Promise.all(
        wanted.map((course, index) =>
          index % 2
            ? send(elder, 'seats.book', course)
            : send(relative, 'seats.book', { ...course, attendeeIds }),
        ),
      ),
    )
    const { OK = 0, NOT_ELIGIBLE = 0 } = tally(replies)
    expect(OK + NOT_ELIGIBLE).toBe(COURSES)
    return OK
  } finally {
    await door.end()
  }
}

describe('an elder who may hold two courses a term', () => {
  test('holds two, however many the elder and a relative book at once', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      expect(await taken(database.store)).toBe(MOST)
    }
  })

  test('holds more without the mark of the elder’s turn: the control', async () => {
    const weaker = without(database.store, 'seats.take', TURN_GUARD)
    expect(await taken(weaker)).toBeGreaterThan(MOST)
  })
})

/** Somebody with one seat left accepts an offer, and books once that has counted; gives how many they got. */
async function accepted(store: Store): Promise<number> {
  const [me, other] = [aName('waits'), aName('holds')]
  const [offered] = await courses(1, 1)
  const [, held, wanted] = await courses(3)
  const before = await serve(database.store)
  const { bookingId } = given(await before.send(other, 'seats.book', offered!))
  const { entryId } = given(await before.send(me, 'waitlist.join', offered!))
  await before.send(me, 'seats.book', held!)
  await before.send(other, 'seats.cancel', { bookingId })
  await before.end()
  let booked: Promise<Reply>
  const book = () => (booked = door.send(me, 'seats.book', wanted!))
  const counted = { after: 'waitlist.obstacles', meanwhile: book }
  const door = await serve(interrupted(store, database, counted))
  try {
    const replies = [await door.send(me, 'waitlist.accept', { entryId }), await booked!]
    const { OK = 0, NOT_ELIGIBLE = 0 } = tally(replies)
    expect(OK + NOT_ELIGIBLE).toBe(2)
    return OK
  } finally {
    await door.end()
  }
}

describe('somebody with one seat left who accepts an offer and books at once', () => {
  test('gets one of them', async () => {
    for (let round = 0; round < ROUNDS; round += 1) expect(await accepted(database.store)).toBe(1)
  })

  test('gets more where accepting moves no mark on: the control', async () => {
    const stands = 'set booking_turn = person.booking_turn'
    const weaker = inPlaceOf(database.store, 'waitlist.take-turns', MOVES_ON, stands)
    expect(await accepted(weaker)).toBe(2)
  })
})
