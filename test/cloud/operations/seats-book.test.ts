import { createDispatch } from '../../../src/cloud/dispatch'
import { fixedClock } from '../../../src/cloud/clock'
import { LOCAL_KEY_BYTES } from '../../../src/domain/access/key'
import { CHECK_IN_CODE_BYTES } from '../../../src/domain/seats/check-in-code'
import { toInstantText, DAY, HOUR } from '../../../src/domain/time/instant'
import { callerOf, newRequestId, refusalOf, valueOf } from '../../support/builders/caller'
import { NOW, aCentre, aPool, seatsOf } from '../../support/builders/programme'
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

beforeAll(async () => {
  database = await testDatabase()
  centreId = await aCentre(database.store)
})
afterAll(() => database.drop())
beforeEach(() => clock.set(NOW))

test('A free seat is booked, counted and kept with a check-in code', async () => {
  const poolId = await aPool(database.store, centreId, { capacity: 2 })
  const me = someone()
  const booked = valueOf(await me('seats.book', { poolId }))
  expect(booked.status).toBe('booked')
  expect(booked.cancelUntil).toBe(toInstantText(NOW + DAY - 2 * HOUR))
  expect(await seatsOf(database.store, poolId)).toEqual({ taken: 1, booked: 1, people: 1 })
  const { bookings } = valueOf(await me('seats.mine', {}))
  expect(bookings).toMatchObject([
    { bookingId: booked.bookingId, checkInCode: booked.checkInCode, poolId, status: 'booked' },
  ])
})

test('The last seat goes once, and then the pool is sold out', async () => {
  const poolId = await aPool(database.store, centreId, { capacity: 1 })
  valueOf(await someone()('seats.book', { poolId }))
  const refusal = refusalOf(await someone()('seats.book', { poolId }))
  expect(refusal).toEqual({ code: 'SOLD_OUT', facts: { capacity: 1, waiting: 0 } })
  expect(await seatsOf(database.store, poolId)).toMatchObject({ taken: 1, booked: 1 })
})

test('A second booking of the same person is refused with the first one’s key', async () => {
  const poolId = await aPool(database.store, centreId)
  const me = someone()
  const { bookingId } = valueOf(await me('seats.book', { poolId }))
  const refusal = refusalOf(await me('seats.book', { poolId }))
  expect(refusal).toEqual({ code: 'ALREADY_BOOKED', facts: { bookingId } })
})

test('A pool opens at its instant, to the millisecond', async () => {
  const poolId = await aPool(database.store, centreId, { opensAt: NOW })
  const me = someone()
  clock.set(NOW - 1)
  const refusal = refusalOf(await me('seats.book', { poolId }))
  expect(refusal).toEqual({ code: 'NOT_OPEN_YET', facts: { opensAt: toInstantText(NOW) } })
  clock.set(NOW)
  valueOf(await me('seats.book', { poolId }))
})

test('A pool is closed from its closing instant on', async () => {
  const closesAt = NOW + HOUR
  const poolId = await aPool(database.store, centreId, { closesAt })
  clock.set(closesAt)
  const refusal = refusalOf(await someone()('seats.book', { poolId }))
  expect(refusal).toEqual({ code: 'CLOSED', facts: { closesAt: toInstantText(closesAt) } })
  clock.set(closesAt - 1)
  valueOf(await someone()('seats.book', { poolId }))
})

test('A pool whose occurrences were all cancelled is closed', async () => {
  const poolId = await aPool(database.store, centreId)
  await database.store.db
    .updateTable('changlai.occurrence')
    .set({ state: 'cancelled' })
    .where('pool_id', '=', poolId)
    .execute()
  expect(refusalOf(await someone()('seats.book', { poolId })).code).toBe('CLOSED')
})

test('Until its home-centre time is over a pool is for those whose home centre it is', async () => {
  const until = NOW + HOUR
  const columns = { home_centre_until: new Date(until) }
  const poolId = await aPool(database.store, centreId, { columns })
  const [neighbour, stranger] = [someone(), someone()]
  valueOf(await neighbour('me.update', { homeCentreId: centreId }))
  valueOf(await neighbour('seats.book', { poolId }))
  expect(refusalOf(await stranger('seats.book', { poolId }))).toEqual({
    code: 'NOT_ELIGIBLE',
    facts: { rule: 'HOME_CENTRE', centreId, until: toInstantText(until) },
  })
  clock.set(until)
  valueOf(await stranger('seats.book', { poolId }))
})

test('A pool for a role is for those who hold it in this centre or in all', async () => {
  const poolId = await aPool(database.store, centreId, { columns: { only_role: 'staff' } })
  const elsewhere = await aCentre(database.store)
  const grant = async (subject: string, centre: string) => {
    valueOf(await as(subject)('me.get', {}))
    await database.store.pool.query(
      `insert into changlai.role_grant (centre_id, person_id, role)
       select $1, person_id, 'staff' from changlai.person_identity where subject = $2`,
      [centre, subject],
    )
  }
  await grant('staff-here', centreId)
  await grant('staff-elsewhere', elsewhere)
  await grant('staff-everywhere', '*')
  valueOf(await as('staff-here')('seats.book', { poolId }))
  valueOf(await as('staff-everywhere')('seats.book', { poolId }))
  for (const subject of ['staff-elsewhere', 'no-staff']) {
    expect(refusalOf(await as(subject)('seats.book', { poolId }))).toEqual({
      code: 'NOT_ELIGIBLE',
      facts: { rule: 'ROLE', centreId, until: null },
    })
  }
})

test('A pool whose seats are drawn cannot be booked', async () => {
  const poolId = await aPool(database.store, centreId, { columns: { mode: 'ballot' } })
  expect(refusalOf(await someone()('seats.book', { poolId }))).toEqual({
    code: 'NOT_ELIGIBLE',
    facts: { rule: 'BALLOT', centreId, until: null },
  })
})

test('What does not exist and what is not published is not found alike', async () => {
  const hidden = await aPool(database.store, centreId, { activity: { published: false } })
  for (const poolId of [hidden, `${centreId}.nothing`, 'nowhere.pool']) {
    expect(refusalOf(await someone()('seats.book', { poolId }))).toEqual({
      code: 'NOT_FOUND',
      facts: { what: 'pool' },
    })
  }
  expect(await seatsOf(database.store, hidden)).toMatchObject({ taken: 0, booked: 0 })
})

test('A booking at the same time, in any centre, is a clash that the person may accept', async () => {
  const another = await aCentre(database.store)
  const first = { startsAt: NOW + DAY, endsAt: NOW + DAY + 2 * HOUR }
  const overlapping = { startsAt: NOW + DAY + HOUR, endsAt: NOW + DAY + 3 * HOUR }
  const held = await aPool(database.store, another, {
    lessons: [first],
    activity: { title: '早就报的课' },
  })
  const wish = await aPool(database.store, centreId, { lessons: [overlapping] })
  const me = someone()
  const { bookingId } = valueOf(await me('seats.book', { poolId: held }))
  expect(refusalOf(await me('seats.book', { poolId: wish }))).toEqual({
    code: 'CLASHES',
    facts: {
      bookingId,
      title: '早就报的课',
      startsAt: toInstantText(first.startsAt),
      endsAt: toInstantText(first.endsAt),
    },
  })
  valueOf(await me('seats.book', { poolId: wish, evenIfClashes: true }))
})

test('A lesson of a term clashes by itself; one that follows at once, and one called off, do not', async () => {
  const lesson = (days: number) => ({
    startsAt: NOW + days * DAY,
    endsAt: NOW + days * DAY + 2 * HOUR,
  })
  const term = await aPool(database.store, centreId, { lessons: [1, 8, 15].map(lesson) })
  const me = someone()
  valueOf(await me('seats.book', { poolId: term }))
  const poolAt = (startsAt: number) =>
    aPool(database.store, centreId, { lessons: [{ startsAt, endsAt: startsAt + HOUR }] })
  const during = await poolAt(lesson(8).startsAt + HOUR)
  const after = await poolAt(lesson(8).endsAt)
  const between = await poolAt(lesson(5).startsAt)
  expect(refusalOf(await me('seats.book', { poolId: during })).code).toBe('CLASHES')
  valueOf(await me('seats.book', { poolId: after }))
  valueOf(await me('seats.book', { poolId: between }))
  await database.store.db
    .updateTable('changlai.occurrence')
    .set({ state: 'cancelled' })
    .where('pool_id', '=', term)
    .where('lesson_number', '=', 2)
    .execute()
  valueOf(await me('seats.book', { poolId: during }))
})

test('A booking that was cancelled neither clashes nor keeps its place', async () => {
  const [one, other] = [
    await aPool(database.store, centreId),
    await aPool(database.store, centreId),
  ]
  const me = someone()
  const { bookingId } = valueOf(await me('seats.book', { poolId: one }))
  valueOf(await me('seats.cancel', { bookingId }))
  valueOf(await me('seats.book', { poolId: other }))
  const again = valueOf(await me('seats.book', { poolId: one, evenIfClashes: true }))
  expect(again.bookingId).not.toBe(bookingId)
  expect(await seatsOf(database.store, one)).toEqual({ taken: 1, booked: 1, people: 1 })
})

test('A visitor is asked to sign in and nothing is taken', async () => {
  const poolId = await aPool(database.store, centreId)
  expect(refusalOf(await as(null)('seats.book', { poolId })).code).toBe('UNAUTHENTICATED')
  expect(await seatsOf(database.store, poolId)).toMatchObject({ taken: 0, booked: 0 })
})

test('A check-in code that is taken is drawn anew', async () => {
  const poolId = await aPool(database.store, centreId)
  const { checkInCode } = valueOf(await someone()('seats.book', { poolId }))
  const crypto = jest.requireActual<typeof import('node:crypto')>('node:crypto')
  const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
  const bytes = Buffer.from([...checkInCode, ...checkInCode].map((c) => alphabet.indexOf(c)))
  const draw = jest.spyOn(crypto, 'randomBytes')
  let forced = 0
  draw.mockImplementation((size: number) => {
    const drawn = crypto.randomFillSync(Buffer.alloc(size))
    if (size === LOCAL_KEY_BYTES + CHECK_IN_CODE_BYTES && forced++ === 0) {
      bytes.copy(drawn, LOCAL_KEY_BYTES)
    }
    return drawn
  })
  try {
    const booked = valueOf(await someone()('seats.book', { poolId }))
    expect(forced).toBe(2)
    expect(booked.checkInCode).not.toBe(checkInCode)
  } finally {
    draw.mockRestore()
  }
  expect(await seatsOf(database.store, poolId)).toEqual({ taken: 2, booked: 2, people: 2 })
})
