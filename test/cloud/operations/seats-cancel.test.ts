import { createDispatch } from '../../../src/cloud/dispatch'
import { fixedClock } from '../../../src/cloud/clock'
import { DAY, HOUR, toInstantText } from '../../../src/domain/time/instant'
import { callerOf, newRequestId, refusalOf, valueOf } from '../../support/builders/caller'
import { NOW, aCentre, aPool, seatsOf } from '../../support/builders/programme'
import { type TestDatabase, testDatabase } from '../../support/database'
import { silentLog } from '../../support/silent-log'

let database: TestDatabase
let centreId: string
const clock = fixedClock(NOW)
const someone = () => {
  const dispatch = createDispatch({ store: database.store, clock, log: silentLog })
  return callerOf(dispatch, `someone-${newRequestId()}`)
}

beforeAll(async () => {
  database = await testDatabase()
  centreId = await aCentre(database.store)
})
afterAll(() => database.drop())
beforeEach(() => clock.set(NOW))

test('A seat given back is free for somebody else', async () => {
  const poolId = await aPool(database.store, centreId, { capacity: 1 })
  const [first, second] = [someone(), someone()]
  const { bookingId } = valueOf(await first('seats.book', { poolId }))
  expect(refusalOf(await second('seats.book', { poolId })).code).toBe('SOLD_OUT')
  const value = valueOf(await first('seats.cancel', { bookingId }))
  expect(value).toEqual({ bookingId, status: 'cancelled' })
  expect(await seatsOf(database.store, poolId)).toEqual({ taken: 0, booked: 0, people: 0 })
  valueOf(await second('seats.book', { poolId }))
})

test('A seat is given back once', async () => {
  const poolId = await aPool(database.store, centreId)
  const me = someone()
  const { bookingId } = valueOf(await me('seats.book', { poolId }))
  valueOf(await someone()('seats.book', { poolId }))
  valueOf(await me('seats.cancel', { bookingId }))
  expect(refusalOf(await me('seats.cancel', { bookingId })).code).toBe('ALREADY_CANCELLED')
  expect(await seatsOf(database.store, poolId)).toEqual({ taken: 1, booked: 1, people: 1 })
})

test('A seat can be given back until its instant, to the millisecond', async () => {
  const cancelUntil = NOW + 3 * HOUR
  const poolId = await aPool(database.store, centreId, { cancelUntil })
  const [early, late] = [someone(), someone()]
  const [one, other] = [
    valueOf(await early('seats.book', { poolId })),
    valueOf(await late('seats.book', { poolId })),
  ]
  clock.set(cancelUntil)
  expect(refusalOf(await late('seats.cancel', { bookingId: other.bookingId }))).toEqual({
    code: 'TOO_LATE',
    facts: {
      cancelUntil: toInstantText(cancelUntil),
      lateUntil: toInstantText(NOW + DAY),
    },
  })
  clock.set(cancelUntil - 1)
  valueOf(await early('seats.cancel', { bookingId: one.bookingId }))
  expect(await seatsOf(database.store, poolId)).toMatchObject({ taken: 1, booked: 1 })
})

test('Somebody else’s booking is not found, like one that does not exist', async () => {
  const poolId = await aPool(database.store, centreId)
  const { bookingId } = valueOf(await someone()('seats.book', { poolId }))
  for (const key of [bookingId, `${centreId}.nothing`]) {
    expect(refusalOf(await someone()('seats.cancel', { bookingId: key }))).toEqual({
      code: 'NOT_FOUND',
      facts: { what: 'booking' },
    })
  }
})

test('My bookings come newest first, with the lessons that they cover', async () => {
  const lesson = (days: number) => ({ startsAt: NOW + days * DAY, endsAt: NOW + days * DAY + HOUR })
  const term = await aPool(database.store, centreId, {
    lessons: [2, 9, 16].map(lesson),
    activity: { title: '示例夜校', place: '三楼音乐教室', bring: '带拨片' },
  })
  const lecture = await aPool(database.store, centreId)
  const me = someone()
  valueOf(await me('seats.book', { poolId: term }))
  clock.set(NOW + 1_000)
  valueOf(await me('seats.book', { poolId: lecture }))
  const { bookings, after } = valueOf(await me('seats.mine', {}))
  expect(after).toBeNull()
  expect(bookings.map(({ poolId }) => poolId)).toEqual([lecture, term])
  expect(bookings[1]).toMatchObject({
    title: '示例夜校',
    place: '三楼音乐教室',
    bring: '带拨片',
    centreName: '示例社区',
    bookedAt: toInstantText(NOW),
    startsAt: toInstantText(lesson(2).startsAt),
    endsAt: toInstantText(lesson(16).endsAt),
    lessons: 3,
  })
  expect(bookings[1]!.occurrences.map((one) => one.lesson)).toEqual([
    { number: 1, of: 3 },
    { number: 2, of: 3 },
    { number: 3, of: 3 },
  ])
})

test('Bookings to come are apart from those that are over or were cancelled', async () => {
  const [soon, later, dropped] = [
    await aPool(database.store, centreId),
    await aPool(database.store, centreId, {
      lessons: [{ startsAt: NOW + 5 * DAY, endsAt: NOW + 5 * DAY + HOUR }],
    }),
    await aPool(database.store, centreId, {
      lessons: [{ startsAt: NOW + 6 * DAY, endsAt: NOW + 6 * DAY + HOUR }],
    }),
  ]
  const me = someone()
  for (const poolId of [soon, later]) valueOf(await me('seats.book', { poolId }))
  const { bookingId } = valueOf(await me('seats.book', { poolId: dropped }))
  valueOf(await me('seats.cancel', { bookingId }))
  clock.set(NOW + 2 * DAY)
  const poolsOf = async (when: 'upcoming' | 'past') =>
    valueOf(await me('seats.mine', { when })).bookings.map(({ poolId }) => poolId)
  expect(await poolsOf('upcoming')).toEqual([later])
  expect((await poolsOf('past')).sort()).toEqual([dropped, soon].sort())
})

test('Every booking is on exactly one page, also those of the same millisecond', async () => {
  const me = someone()
  const booked: string[] = []
  for (let index = 0; index < 117; index += 1) {
    const poolId = await aPool(database.store, centreId)
    if (index % 3 === 0) clock.set(NOW + index)
    booked.push(valueOf(await me('seats.book', { poolId, evenIfClashes: true })).bookingId)
  }
  const seen: string[] = []
  const sizes: number[] = []
  let after: string | undefined
  do {
    const page = valueOf(await me('seats.mine', after === undefined ? {} : { after }))
    sizes.push(page.bookings.length)
    seen.push(...page.bookings.map(({ bookingId }) => bookingId))
    after = page.after ?? undefined
  } while (after !== undefined)
  expect(sizes).toEqual([50, 50, 17])
  expect([...seen].sort()).toEqual(booked.sort())
})
