import type { Store } from '../../src/cloud/store'
import { addDays, addMonths, dateOf, firstOfMonth, monthOf } from '../../src/domain/time/date'
import { DAY, HOUR, instantAt } from '../../src/domain/time/instant'
import { newRequestId } from '../support/builders/caller'
import { aCourse } from '../support/builders/limits'
import { aCentre } from '../support/builders/programme'
import { type TestDatabase, testDatabase } from '../support/database'
import { type Send, serve, tally } from './served'
import { inPlaceOf, without } from './weakened'

const MOST = 2
const COURSES = 8
const TURN_GUARD = 'and person.booking_turn = marks.mark'
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

/** Rounds in which an elder and a relative take courses for the elder at once; gives how many each time. */
async function taken(send: Send, rounds: number, until: (held: number) => boolean) {
  const outcomes: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const [elder, relative] = [aName('elder'), aName('relative')]
    const { code } = given(await send(elder, 'family.code', {}))
    const linked = await send(relative, 'family.link', { code, name: '示例外婆' })
    const attendeeIds = [given(linked).memberId]
    const replies = await Promise.all(
      (await courses(COURSES)).map((course, index) =>
        index % 2
          ? send(elder, 'seats.book', course)
          : send(relative, 'seats.book', { ...course, attendeeIds }),
      ),
    )
    const { OK = 0, NOT_ELIGIBLE = 0 } = tally(replies)
    expect(OK + NOT_ELIGIBLE).toBe(COURSES)
    outcomes.push(OK)
    if (until(OK)) break
  }
  return outcomes
}

describe('an elder who may hold two courses a term', () => {
  test('holds two, however many the elder and a relative book at once', async () => {
    const door = await serve(database.store)
    try {
      expect(await taken(door.send, 6, () => false)).toEqual(Array.from({ length: 6 }, () => MOST))
    } finally {
      await door.end()
    }
  })

  test('holds more without the mark of the elder’s turn: the control', async () => {
    const door = await serve(without(database.store, 'seats.take', TURN_GUARD))
    try {
      const held = await taken(door.send, 20, (count) => count > MOST)
      expect(held.at(-1)).toBeGreaterThan(MOST)
    } finally {
      await door.end()
    }
  })
})

/** Rounds in which somebody with one seat left accepts an offer and books at once; gives how many they got. */
async function accepted(store: Store, rounds: number, until: (got: number) => boolean) {
  const door = await serve(store)
  const outcomes: number[] = []
  try {
    for (let round = 0; round < rounds; round += 1) {
      const [me, other] = [aName('waits'), aName('holds')]
      const [offered] = await courses(1, 1)
      const [, held, ...wanted] = await courses(8)
      const { bookingId } = given(await door.send(other, 'seats.book', offered!))
      const { entryId } = given(await door.send(me, 'waitlist.join', offered!))
      await door.send(me, 'seats.book', held!)
      await door.send(other, 'seats.cancel', { bookingId })
      const replies = await Promise.all([
        door.send(me, 'waitlist.accept', { entryId }),
        // Accepting takes several round trips; one after another books while it is at each of them.
        ...wanted.map(async (course, index) => {
          for (let asked = 0; asked < index; asked += 1) await door.send(me, 'me.get', {})
          return door.send(me, 'seats.book', course)
        }),
      ])
      const { OK = 0, NOT_ELIGIBLE = 0 } = tally(replies)
      expect(OK + NOT_ELIGIBLE).toBe(wanted.length + 1)
      outcomes.push(OK)
      if (until(OK)) break
    }
  } finally {
    await door.end()
  }
  return outcomes
}

describe('somebody with one seat left who accepts an offer and books at once', () => {
  test('gets one of them', async () => {
    expect(await accepted(database.store, 6, () => false)).toEqual([1, 1, 1, 1, 1, 1])
  })

  test('gets more where accepting moves no mark on: the control', async () => {
    const stands = 'set booking_turn = person.booking_turn'
    const store = inPlaceOf(database.store, 'waitlist.take-turns', MOVES_ON, stands)
    const got = await accepted(store, 40, (count) => count > 1)
    expect(got.at(-1)).toBeGreaterThan(1)
  })
})
