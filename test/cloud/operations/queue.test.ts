import { createDispatch } from '../../../src/cloud/dispatch'
import { fixedClock } from '../../../src/cloud/clock'
import { DAY, HOUR, MINUTE, toInstantText } from '../../../src/domain/time/instant'
import { callerOf, newRequestId, refusalOf, valueOf } from '../../support/builders/caller'
import { aChild } from '../../support/builders/family'
import { NOW, aCentre, aPool } from '../../support/builders/programme'
import { type TestDatabase, testDatabase } from '../../support/database'
import { silentLog } from '../../support/silent-log'

let database: TestDatabase
let centreId: string
const clock = fixedClock(NOW)
const as = (subject: string | null) => {
  const { store } = database
  return callerOf(createDispatch({ store, clock, log: silentLog }), subject)
}
const someone = () => as(`someone-${newRequestId()}`)
const visitor = () => as(null)
const doctor = () => as('doctor-here')

beforeAll(async () => {
  database = await testDatabase()
  centreId = await aCentre(database.store)
  valueOf(await doctor()('me.get', {}))
  await database.store.pool.query(
    `insert into changlai.role_grant (centre_id, person_id, role)
     select $1, person_id, 'doctor' from changlai.person_identity where subject = 'doctor-here'`,
    [centreId],
  )
})
afterAll(() => database.drop())
beforeEach(() => clock.set(NOW))

/** A clinic today, in half an hour. */
const aClinic = (wish: Parameters<typeof aPool>[2] = {}) =>
  aPool(database.store, centreId, {
    lessons: [{ startsAt: NOW + HOUR / 2, endsAt: NOW + 3 * HOUR }],
    cancelUntil: NOW + HOUR / 2,
    ...wish,
    columns: { numbered: true, ...wish.columns },
  })

/** So many people, each with a number; gives them with their bookings. */
async function waiting(poolId: string, count: number) {
  const people = []
  for (let made = 0; made < count; made += 1) {
    const person = someone()
    const booked = valueOf(await person('seats.book', { poolId }))
    people.push({ person, ...booked, number: booked.attendees![0]!.number })
  }
  return people
}

describe('numbers', () => {
  test('are given in order with the seat, to everybody of a family in the order asked for', async () => {
    const poolId = await aClinic()
    const [one] = await waiting(poolId, 1)
    expect(one!.number).toBe(1)
    const parent = someone()
    const child = await aChild(parent)
    const booked = await parent('seats.book', { poolId, attendeeIds: [child, 'self'] })
    expect(valueOf(booked).attendees).toEqual([
      { attendeeId: child, number: 2 },
      { attendeeId: 'self', number: 3 },
    ])
    const { bookings } = valueOf(await parent('seats.mine', {}))
    expect(bookings[0]!.attendees).toEqual([
      { attendeeId: child, name: '示例孩子', status: 'booked', number: 2, state: 'waiting' },
      { attendeeId: 'self', name: null, status: 'booked', number: 3, state: 'waiting' },
    ])
  })

  test('that were given back are not given again', async () => {
    const poolId = await aClinic({ capacity: 2 })
    const [first, second] = await waiting(poolId, 2)
    valueOf(await second!.person('seats.cancel', { bookingId: second!.bookingId }))
    const again = valueOf(await second!.person('seats.book', { poolId }))
    expect(again.attendees).toEqual([{ attendeeId: 'self', number: 3 }])
    valueOf(await first!.person('seats.cancel', { bookingId: first!.bookingId }))
    const [fourth] = await waiting(poolId, 1)
    expect(fourth!.number).toBe(4)
  })

  test('are not used up by a booking that is refused', async () => {
    const poolId = await aClinic({ capacity: 1 })
    const [first] = await waiting(poolId, 1)
    expect(refusalOf(await someone()('seats.book', { poolId })).code).toBe('SOLD_OUT')
    valueOf(await first!.person('seats.cancel', { bookingId: first!.bookingId }))
    const [second] = await waiting(poolId, 1)
    expect(second!.number).toBe(2)
  })

  test('are nobody’s in a pool that has none, which has no queue', async () => {
    const poolId = await aClinic({ columns: { numbered: false } })
    const [one] = await waiting(poolId, 1)
    expect(one!.number).toBeNull()
    for (const answer of [
      await visitor()('queue.now', { poolId }),
      await doctor()('queue.call', { poolId }),
      await doctor()('queue.mark', { poolId, number: 1, state: 'seen' }),
      await doctor()('queue.list', { poolId }),
    ]) {
      expect(refusalOf(answer)).toEqual({ code: 'NOT_FOUND', facts: { what: 'pool' } })
    }
  })

  test('are announced on the activity’s page', async () => {
    const poolId = await aClinic()
    const { activity_id: activityId } = await database.store.db
      .selectFrom('changlai.pool')
      .select('activity_id')
      .where('pool_id', '=', poolId)
      .executeTakeFirstOrThrow()
    const { pools } = valueOf(await visitor()('activities.get', { activityId }))
    expect(pools).toMatchObject([{ poolId, numbered: true, intake: null }])
  })
})

describe('how the queue stands', () => {
  test('is told to anybody, and one’s own numbers to whoever is signed in', async () => {
    const poolId = await aClinic({ capacity: 20 })
    const people = await waiting(poolId, 4)
    const stands = { called: null, nextUp: 1, waiting: 4 }
    const asked = valueOf(await visitor()('queue.now', { poolId }))
    expect(asked).toEqual({ ...stands, mine: [], pollAfterMs: 30_000 })
    expect(valueOf(await people[3]!.person('queue.now', { poolId }))).toEqual({
      ...stands,
      mine: [{ number: 4, ahead: 3, state: 'waiting' }],
      pollAfterMs: 15_000,
    })
    valueOf(await doctor()('queue.call', { poolId }))
    expect(valueOf(await people[0]!.person('queue.now', { poolId }))).toMatchObject({
      ...{ called: 1, nextUp: 2, waiting: 3 },
      ...{ mine: [{ number: 1, ahead: 0, state: 'called' }], pollAfterMs: 30_000 },
    })
    valueOf(await people[1]!.person('seats.cancel', { bookingId: people[1]!.bookingId }))
    expect(valueOf(await people[3]!.person('queue.now', { poolId }))).toMatchObject({
      ...{ nextUp: 3, waiting: 2, pollAfterMs: 5_000 },
      ...{ mine: [{ number: 4, ahead: 1, state: 'waiting' }] },
    })
  })

  test('shows a relative the numbers of those they booked for', async () => {
    const poolId = await aClinic()
    const parent = someone()
    const child = await aChild(parent)
    valueOf(await parent('seats.book', { poolId, attendeeIds: ['self', child] }))
    const { mine } = valueOf(await parent('queue.now', { poolId }))
    expect(mine.map(({ number, ahead }) => [number, ahead])).toEqual([
      [1, 0],
      [2, 1],
    ])
  })

  test('is asked seldom on another day, and the answer is small on a full one', async () => {
    const poolId = await aClinic({ capacity: 200 })
    await waiting(poolId, 30)
    const parent = someone()
    const children = []
    for (let made = 0; made < 6; made += 1) children.push(await aChild(parent, `示例 ${made}`))
    valueOf(await parent('seats.book', { poolId, attendeeIds: ['self', ...children] }))
    const answer = await parent('queue.now', { poolId })
    expect(valueOf(answer)).toMatchObject({ waiting: 37, pollAfterMs: 60_000 })
    expect(valueOf(answer).mine).toHaveLength(7)
    expect(Buffer.byteLength(JSON.stringify(answer))).toBeLessThanOrEqual(1024)
    clock.set(NOW - DAY)
    expect(valueOf(await parent('queue.now', { poolId })).pollAfterMs).toBe(10 * MINUTE)
  })
})

describe('calling', () => {
  test('goes through the numbers in order, past those given back, until nobody waits', async () => {
    const poolId = await aClinic()
    const people = await waiting(poolId, 3)
    valueOf(await people[1]!.person('seats.cancel', { bookingId: people[1]!.bookingId }))
    const call = () => doctor()('queue.call', { poolId })
    expect(valueOf(await call())).toEqual({ number: 1, called: 1, nextUp: 3, waiting: 1 })
    expect(valueOf(await call())).toEqual({ number: 3, called: 3, nextUp: null, waiting: 0 })
    expect(refusalOf(await call())).toEqual({ code: 'NOBODY_WAITING', facts: {} })
  })

  test('of a given number works whatever its state, and only if somebody holds it', async () => {
    const poolId = await aClinic()
    const people = await waiting(poolId, 3)
    const call = (number: number) => doctor()('queue.call', { poolId, number })
    expect(valueOf(await call(3))).toEqual({ number: 3, called: 3, nextUp: 1, waiting: 2 })
    const absent = { poolId, number: 3, state: 'absent' } as const
    valueOf(await doctor()('queue.mark', absent))
    expect(valueOf(await call(3))).toMatchObject({ number: 3, called: 3 })
    valueOf(await people[1]!.person('seats.cancel', { bookingId: people[1]!.bookingId }))
    for (const number of [2, 4]) {
      expect(refusalOf(await call(number))).toEqual({ code: 'NO_SUCH_NUMBER', facts: { number } })
    }
  })

  test('marks who was seen and who was absent; who comes after all waits in the old place', async () => {
    const poolId = await aClinic()
    await waiting(poolId, 3)
    const mark = (number: number, state: 'seen' | 'absent' | 'waiting') =>
      doctor()('queue.mark', { poolId, number, state })
    valueOf(await doctor()('queue.call', { poolId }))
    expect(valueOf(await mark(1, 'absent'))).toEqual({
      ...{ number: 1, state: 'absent', called: 1, nextUp: 2, waiting: 2 },
    })
    valueOf(await doctor()('queue.call', { poolId }))
    valueOf(await mark(2, 'seen'))
    expect(valueOf(await mark(1, 'waiting'))).toMatchObject({ nextUp: 1, waiting: 2 })
    expect(refusalOf(await mark(9, 'seen'))).toEqual({
      code: 'NO_SUCH_NUMBER',
      facts: { number: 9 },
    })
  })

  test('is done on the day alone', async () => {
    const poolId = await aClinic()
    await waiting(poolId, 1)
    const notToday = {
      code: 'NOT_TODAY',
      facts: { startsAt: toInstantText(NOW + HOUR / 2) },
    }
    for (const day of [-1, 1]) {
      clock.set(NOW + day * DAY)
      expect(refusalOf(await doctor()('queue.call', { poolId }))).toEqual(notToday)
      const mark = { poolId, number: 1, state: 'seen' } as const
      expect(refusalOf(await doctor()('queue.mark', mark))).toEqual(notToday)
    }
  })

  test('with one request calls one number, however often it is sent', async () => {
    const poolId = await aClinic()
    await waiting(poolId, 3)
    const requestId = newRequestId()
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => doctor()('queue.call', { poolId }, requestId)),
    )
    expect(answers.map((answer) => valueOf(answer).number)).toEqual(Array(6).fill(1))
    expect(valueOf(await visitor()('queue.now', { poolId }))).toMatchObject({ waiting: 2 })
  })
})

test('The list tells states and the first character of a name, and no more', async () => {
  const poolId = await aClinic({ capacity: 100 })
  const parent = someone()
  valueOf(await parent('me.update', { nickname: '示例家长' }))
  const child = await aChild(parent, '宝宝示例')
  const attendeeIds = ['self', child]
  const { bookingId } = valueOf(await parent('seats.book', { poolId, attendeeIds }))
  await waiting(poolId, 51)
  valueOf(await doctor()('queue.call', { poolId }))
  valueOf(await parent('seats.cancel', { bookingId, attendeeIds: [child] }))
  const first = valueOf(await doctor()('queue.list', { poolId }))
  expect(first).toMatchObject({ called: 1, nextUp: 3, waiting: 51 })
  expect(first.numbers).toHaveLength(50)
  expect(first.numbers.slice(0, 3)).toEqual([
    { number: 1, state: 'called', initial: '示' },
    { number: 2, state: 'cancelled', initial: '宝' },
    { number: 3, state: 'waiting', initial: null },
  ])
  const second = valueOf(await doctor()('queue.list', { poolId, after: first.after! }))
  expect(second.numbers.map(({ number }) => number)).toEqual([51, 52, 53])
  expect(second.after).toBeNull()
  const wrong = await doctor()('queue.list', { poolId, after: 'abc' })
  expect(refusalOf(wrong)).toEqual({
    code: 'INVALID_INPUT',
    facts: { path: 'after', reason: 'CURSOR' },
  })
})
