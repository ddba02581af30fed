import { passSeatsOn } from '../../src/cloud/jobs/pass-seats-on'
import { fixedClock } from '../../src/cloud/clock'
import type { Store } from '../../src/cloud/store'
import { DAY, HOUR } from '../../src/domain/time/instant'
import { newRequestId } from '../support/builders/caller'
import { aCentre, aPool } from '../support/builders/programme'
import { countsOf, entriesOf } from '../support/builders/waitlist'
import { type TestDatabase, asOwner, testDatabase } from '../support/database'
import { silentLog } from '../support/silent-log'
import { interrupted } from './interleaved'
import { type Reply, type Send, serve, servedFor, tally } from './served'
import { without } from './weakened'

const CAPACITY = 20
const WAITING = 40
const PASSERS_BY = 150

let database: TestDatabase
let centreId: string

beforeAll(async () => {
  database = await testDatabase({ poolSize: 40 })
  centreId = await aCentre(database.store)
})
afterAll(() => database.drop())

let days = 30

/** A pool open now, on a day of its own; these tests run by the real clock. */
function aPoolNow(capacity: number, store = database.store, centre = centreId): Promise<string> {
  const startsAt = Date.now() + (days += 1) * DAY
  const lessons = [{ startsAt, endsAt: startsAt + 2 * HOUR }]
  return aPool(store, centre, { capacity, lessons, opensAt: Date.now() - DAY })
}

/** Everybody signs in first, so that what follows meets at the pool and not at the door. */
async function crowd(send: Send, size: number): Promise<string[]> {
  const run = newRequestId()
  const people = Array.from({ length: size }, (_, index) => `${run}-${index}`)
  await Promise.all(people.map((person) => send(person, 'me.get', {})))
  return people
}

/** A full pool with people who wait, in this order, and the bookings that fill it. */
async function aListedPool(send: Send, waiting: number) {
  const poolId = await aPoolNow(CAPACITY)
  const holders = await crowd(send, CAPACITY)
  const booked = await Promise.all(holders.map((person) => send(person, 'seats.book', { poolId })))
  const waiters = await crowd(send, waiting)
  const entries: string[] = []
  for (const person of waiters) {
    const { value } = await send(person, 'waitlist.join', { poolId })
    entries.push((value as unknown as { entryId: string }).entryId)
  }
  const giveBack = (index: number, through = send) =>
    through(holders[index]!, 'seats.cancel', { bookingId: booked[index]!.value!.bookingId })
  const giveAllBack = () => holders.map((_, index) => giveBack(index))
  return { poolId, waiters, entries, giveBack, giveAllBack }
}

/** All seats are given back while a crowd tries to book; gives how many of it got one. */
async function giveBackAmongACrowd(send: Send) {
  const passers = await crowd(send, PASSERS_BY)
  const list = await aListedPool(send, WAITING)
  const { poolId } = list
  const booking = (from: number, to: number) =>
    passers.slice(from, to).map((person) => send(person, 'seats.book', { poolId }))
  const replies = await Promise.all([
    ...booking(0, PASSERS_BY / 2),
    ...list.giveAllBack(),
    ...booking(PASSERS_BY / 2, PASSERS_BY),
  ])
  const tried = [...replies.slice(0, PASSERS_BY / 2), ...replies.slice(PASSERS_BY / 2 + CAPACITY)]
  return { ...list, got: tally(tried)['OK'] ?? 0 }
}

async function statesOf(poolId: string, store = database.store) {
  return (await entriesOf(store, poolId)).map(({ state }) => state)
}

const FIRST_ARE_OFFERED = [
  ...Array<string>(CAPACITY).fill('offered'),
  ...Array<string>(WAITING - CAPACITY).fill('waiting'),
]

test('Seats given back at once go to those who wait, in their turn, and none to the crowd', async () => {
  const door = await serve(database.store)
  try {
    const { poolId, waiters, entries, got } = await giveBackAmongACrowd(door.send)
    expect(got).toBe(0)
    expect(await statesOf(poolId)).toEqual(FIRST_ARE_OFFERED)
    // All take them at once, each several times.
    const accepted = await Promise.all(
      [0, 1, 2].flatMap(() =>
        waiters
          .slice(0, CAPACITY)
          .map((person, index) =>
            door.send(person, 'waitlist.accept', { entryId: entries[index]! }),
          ),
      ),
    )
    expect(tally(accepted)).toEqual({ OK: CAPACITY, ENTRY_ENDED: 2 * CAPACITY })
    expect(await countsOf(database.store, poolId)).toMatchObject({
      taken: CAPACITY,
      booked: CAPACITY,
      held: 0,
      waiting: WAITING - CAPACITY,
    })
  } finally {
    await door.end()
  }
})

/**
 * Somebody passes by and books once a seat was given back and before it is passed on; gives whether they
 * got it, and how it stands with who waits.
 */
async function bookedInBetween(store: Store) {
  let passing: Promise<Reply>
  const passBy = () => (passing = door.send(passer, 'seats.book', { poolId }))
  const givenBack = { before: 'waitlist.lock', meanwhile: passBy }
  const { passer, poolId, giveBack } = await servedFor(database.store, async (send) => {
    const [one] = await crowd(send, 1)
    return { passer: one!, ...(await aListedPool(send, 1)) }
  })
  const door = await serve(interrupted(store, database, givenBack))
  try {
    expect(await giveBack(0, door.send)).toMatchObject({ ok: true })
    const { ok } = await passing!
    return { passed: ok, states: await statesOf(poolId) }
  } finally {
    await door.end()
  }
}

test('A seat that was given back is nobody’s but the list’s before it is passed on', async () => {
  expect(await bookedInBetween(database.store)).toEqual({ passed: false, states: ['offered'] })
})

test('The control: without the list’s guard on booking, who passes by gets past those who wait', async () => {
  const guard = (pool: string) => `and (${pool}.list_takes_from is null
      or ${pool}.capacity - ${pool}.taken < ${pool}.list_takes_from)`
  const weaker = without(database.store, 'seats.take', guard('pool'), guard('counted'))
  expect(await bookedInBetween(weaker)).toEqual({ passed: true, states: ['waiting'] })
})

/** A listed pool all of whose seats were freed behind the hosts’ backs. */
async function aFreedPool(): Promise<string> {
  const { poolId } = await servedFor(database.store, (send) => aListedPool(send, WAITING))
  const { pool } = database.store
  await pool.query(`update changlai.booking_attendee set status = 'cancelled' where pool_id = $1`, [
    poolId,
  ])
  await pool.query(
    `update changlai.booking set status = 'cancelled', seats = 0, cancelled_at = now()
     where pool_id = $1`,
    [poolId],
  )
  await pool.query('update changlai.pool set taken = 0 where pool_id = $1', [poolId])
  return poolId
}

const passOnAt = (store: Store) =>
  passSeatsOn({ store, clock: fixedClock(Date.now()), log: silentLog })

/** A host passes seats on once another has read who waits for them. */
async function passOnInBetween(store: Store): Promise<string> {
  const poolId = await aFreedPool()
  let other: Promise<number>
  const passing = () => (other = passOnAt(store))
  await passOnAt(
    interrupted(store, database, { after: 'waitlist.live-entries', meanwhile: passing }),
  )
  await other!
  return poolId
}

test('Hosts that pass seats on at once offer each seat once', async () => {
  const poolId = await aFreedPool()
  const offers = await Promise.all(Array.from({ length: 8 }, () => passOnAt(database.store)))
  expect(offers.reduce((sum, one) => sum + one, 0)).toBe(CAPACITY)
  const held = { taken: CAPACITY, held: CAPACITY }
  expect(await countsOf(database.store, await passOnInBetween(database.store))).toMatchObject(held)
  expect(await statesOf(poolId)).toEqual(FIRST_ARE_OFFERED)
  expect(await countsOf(database.store, poolId)).toMatchObject({ taken: CAPACITY, held: CAPACITY })
})

describe('the control, where the list is not held', () => {
  const LOCK = 'for no key update of pool'

  test('the last wall stops what would be counted twice', async () => {
    const poolId = await passOnInBetween(without(database.store, 'waitlist.lock', LOCK))
    expect(await countsOf(database.store, poolId)).toMatchObject({ taken: CAPACITY })
  })

  test('and without the wall seats are counted twice', async () => {
    const [kept, keptCentre] = [database, centreId]
    database = await testDatabase({ poolSize: 40 })
    centreId = await aCentre(database.store)
    await asOwner(database, 'alter table changlai.pool drop constraint pool_taken_within_capacity')
    try {
      const poolId = await passOnInBetween(without(database.store, 'waitlist.lock', LOCK))
      expect((await countsOf(database.store, poolId)).taken).toBe(2 * CAPACITY)
    } finally {
      await database.drop()
      ;[database, centreId] = [kept, keptCentre]
    }
  })
})

test('An offer that lapses while it is accepted is one of the two, never both', async () => {
  const before = await serve(database.store)
  try {
    for (let round = 0; round < 3; round += 1) {
      const { poolId, waiters, entries, giveAllBack } = await aListedPool(before.send, WAITING)
      await Promise.all(giveAllBack())
      const late = fixedClock(Date.now() + 2 * DAY)
      const [, ...accepted] = await Promise.all([
        passSeatsOn({ store: database.store, clock: late, log: silentLog }),
        ...waiters
          .slice(0, CAPACITY)
          .map((person, index) =>
            before.send(person, 'waitlist.accept', { entryId: entries[index]! }),
          ),
      ])
      const { OK = 0, OFFER_LAPSED = 0 } = tally(accepted)
      expect(OK + OFFER_LAPSED).toBe(CAPACITY)
      const counts = await countsOf(database.store, poolId)
      expect(counts).toMatchObject({ taken: CAPACITY, booked: OK, held: CAPACITY - OK })
    }
  } finally {
    await before.end()
  }
})

test('One who joins fifty times at once waits once', async () => {
  const door = await serve(database.store)
  try {
    const { poolId } = await aListedPool(door.send, 0)
    const [person] = await crowd(door.send, 1)
    const replies = await Promise.all(
      Array.from({ length: 50 }, () => door.send(person!, 'waitlist.join', { poolId })),
    )
    expect(tally(replies)).toEqual({ OK: 1, ALREADY_WAITING: 49 })
    expect(await countsOf(database.store, poolId)).toMatchObject({ waiting: 1, waits: 1 })
  } finally {
    await door.end()
  }
})
