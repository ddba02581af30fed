import pg from 'pg'
import { DAY, HOUR } from '../../src/domain/time/instant'
import { newRequestId } from '../support/builders/caller'
import { aCentre, aPool, seatsOf } from '../support/builders/programme'
import { type TestDatabase, testDatabase } from '../support/database'
import { localDoor } from '../support/local-host'
import { PERSONS, POOL, whileHeld } from './interleaved'
import { type Reply, type Send, clientOf, serve, tally } from './served'
import { without } from './weakened'

const PEOPLE = 300
const CAPACITY = 20
const COUNT_GUARD = 'where queue.upto <= least(queue.seen_free, counted.capacity - counted.taken)'

let database: TestDatabase
let centreId: string

beforeAll(async () => {
  database = await testDatabase({ poolSize: 40 })
  centreId = await aCentre(database.store)
})
afterAll(() => database.drop())

let days = 30

/** A pool open now, on a day of its own when none is named; these tests run by the real clock. */
function aPoolNow(capacity: number, startsAt = Date.now() + (days += 1) * DAY): Promise<string> {
  const lessons = [{ startsAt, endsAt: startsAt + 2 * HOUR }]
  return aPool(database.store, centreId, { capacity, lessons, opensAt: Date.now() - DAY })
}

/** Everybody signs in first, so that what follows meets at the pool and not at the door. */
async function crowd(send: Send) {
  const run = newRequestId()
  const people = Array.from({ length: PEOPLE }, (_, index) => `${run}-${index}`)
  await Promise.all(people.map((person) => send(person, 'me.get', {})))
  return people
}

async function dropLastWall(): Promise<() => Promise<void>> {
  const owner = new pg.Client(database.ownerUrl)
  await owner.connect()
  await owner.query('alter table changlai.pool drop constraint pool_taken_within_capacity')
  return () => owner.end()
}

test('Hundreds who book at once through the HTTP host take exactly the seats there are', async () => {
  const host = await localDoor(database.ownerUrl)
  const client = clientOf(host.url)
  try {
    const people = await crowd(client.send)
    const poolId = await aPoolNow(CAPACITY)
    const replies = await Promise.all(
      people.map((person) => client.send(person, 'seats.book', { poolId })),
    )
    expect(tally(replies)).toEqual({ OK: CAPACITY, SOLD_OUT: PEOPLE - CAPACITY })
    expect(new Set(replies.map(({ value }) => value?.bookingId).filter(Boolean)).size).toBe(
      CAPACITY,
    )
    const full = { taken: CAPACITY, booked: CAPACITY, people: CAPACITY }
    expect(await seatsOf(database.store, poolId)).toEqual(full)
  } finally {
    client.end()
    await host.end()
  }
})

describe('through the HTTP door in this process', () => {
  let door: Awaited<ReturnType<typeof serve>>
  let people: string[]

  beforeAll(async () => {
    door = await serve(database.store)
    people = await crowd(door.send)
  })
  afterAll(() => door.end())

  test('One person who books three hundred times at once holds one seat', async () => {
    const poolId = await aPoolNow(CAPACITY)
    const person = people[0]!
    const replies = await Promise.all(people.map(() => door.send(person, 'seats.book', { poolId })))
    expect(tally(replies)).toEqual({ OK: 1, ALREADY_BOOKED: PEOPLE - 1 })
    expect(await seatsOf(database.store, poolId)).toEqual({ taken: 1, booked: 1, people: 1 })
  })

  test('One request that is sent three hundred times at once gets one answer', async () => {
    const poolId = await aPoolNow(CAPACITY)
    const requestId = newRequestId()
    const replies = await Promise.all(
      people.map(() => door.send(people[0]!, 'seats.book', { poolId }, requestId)),
    )
    expect(tally(replies)).toEqual({ OK: PEOPLE })
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1)
    expect(await seatsOf(database.store, poolId)).toEqual({ taken: 1, booked: 1, people: 1 })
  })

  test('One request that is refused gets one answer, however often it is sent at once', async () => {
    const poolId = await aPoolNow(1)
    expect(await door.send(people[1]!, 'seats.book', { poolId })).toMatchObject({ ok: true })
    const requestId = newRequestId()
    const replies = await Promise.all(
      people.map(() => door.send(people[0]!, 'seats.book', { poolId }, requestId)),
    )
    expect(tally(replies)).toEqual({ SOLD_OUT: PEOPLE })
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1)
  })

  test('One person who books lectures of one hour at once holds one and hears of the clash', async () => {
    const startsAt = Date.now() + 5 * DAY
    const pools = await Promise.all(Array.from({ length: 12 }, () => aPoolNow(5, startsAt)))
    const held = { rows: PERSONS, values: [[people[2]!]], waiting: pools.length }
    const replies = await whileHeld(database, held, () =>
      Promise.all(pools.map((poolId) => door.send(people[2]!, 'seats.book', { poolId }))),
    )
    expect(tally(replies)).toEqual({ OK: 1, CLASHES: pools.length - 1 })
  })

  test('One person who accepts clashes gets every seat that she asks for at once', async () => {
    const startsAt = Date.now() + 6 * DAY
    const pools = await Promise.all(Array.from({ length: 12 }, () => aPoolNow(5, startsAt)))
    const replies = await Promise.all(
      pools.map((poolId) => door.send(people[3]!, 'seats.book', { poolId, evenIfClashes: true })),
    )
    expect(tally(replies)).toEqual({ OK: pools.length })
  })

  test('While some give seats back and others take them, count and rows stay one', async () => {
    const poolId = await aPoolNow(CAPACITY)
    const first = await Promise.all(
      people.slice(0, CAPACITY).map((person) => door.send(person, 'seats.book', { poolId })),
    )
    const replies = await Promise.all([
      ...first.map(({ value }, index) =>
        door.send(people[index]!, 'seats.cancel', { bookingId: value!.bookingId }),
      ),
      ...people.slice(CAPACITY).map((person) => door.send(person, 'seats.book', { poolId })),
      // The same seat given back twice frees one.
      ...first.map(({ value }, index) =>
        door.send(people[index]!, 'seats.cancel', { bookingId: value!.bookingId }),
      ),
    ])
    const { OK, SOLD_OUT = 0, ALREADY_CANCELLED } = tally(replies)
    expect(ALREADY_CANCELLED).toBe(CAPACITY)
    expect(OK! + SOLD_OUT).toBe(replies.length - CAPACITY)
    const seats = await seatsOf(database.store, poolId)
    expect(seats.taken).toBe(OK! - CAPACITY)
    expect(seats).toEqual({ taken: seats.taken, booked: seats.taken, people: seats.taken })
    expect(seats.taken).toBeLessThanOrEqual(CAPACITY)
  })

  test('One person who books, gives back and books again at once ends with at most one seat', async () => {
    const poolId = await aPoolNow(CAPACITY)
    const { value } = await door.send(people[5]!, 'seats.book', { poolId })
    const replies = await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        index % 2
          ? door.send(people[5]!, 'seats.book', { poolId })
          : door.send(people[5]!, 'seats.cancel', { bookingId: value!.bookingId }),
      ),
    )
    expect(tally(replies)['UNAVAILABLE']).toBeUndefined()
    const seats = await seatsOf(database.store, poolId)
    expect([0, 1]).toContain(seats.taken)
    expect(seats).toEqual({ taken: seats.taken, booked: seats.taken, people: seats.taken })
  })
})

/** All book at once; more than there are seats for have seen that there are some before one is taken. */
function allAtTheCount(people: string[], poolId: string, send: Send): Promise<Reply[]> {
  return whileHeld(database, { rows: POOL, values: [poolId], waiting: CAPACITY + 5 }, () =>
    Promise.all(people.map((person) => send(person, 'seats.book', { poolId }))),
  )
}

describe('the controls, where a guard is taken away', () => {
  test('Without the guard on the count the last wall stops what would oversell, as a failure', async () => {
    const door = await serve(without(database.store, 'seats.take', COUNT_GUARD))
    try {
      const people = await crowd(door.send)
      const poolId = await aPoolNow(CAPACITY)
      const replies = await allAtTheCount(people, poolId, door.send)
      expect(tally(replies)['OK']).toBe(CAPACITY)
      expect(tally(replies)['UNAVAILABLE']).toBeGreaterThan(0)
    } finally {
      await door.end()
    }
  })

  test('Without the guard and the last wall the same load oversells, though the count was looked at', async () => {
    const scratch = await testDatabase({ poolSize: 40 })
    const [kept, keptCentre] = [database, centreId]
    database = scratch
    centreId = await aCentre(scratch.store)
    const end = await dropLastWall()
    const door = await serve(without(scratch.store, 'seats.take', COUNT_GUARD))
    try {
      const people = await crowd(door.send)
      const poolId = await aPoolNow(CAPACITY)
      const replies = await allAtTheCount(people, poolId, door.send)
      const seats = await seatsOf(scratch.store, poolId)
      expect(tally(replies)['OK']).toBeGreaterThan(CAPACITY)
      expect(seats.booked).toBeGreaterThan(CAPACITY)
    } finally {
      await door.end()
      await end()
      await scratch.drop()
      ;[database, centreId] = [kept, keptCentre]
    }
  })

  test('Who counts, compares and then inserts oversells under the same load', async () => {
    const door = await serve(database.store)
    try {
      const poolId = await aPoolNow(CAPACITY)
      const people = await crowd(door.send)
      const { pool } = database.store
      const { rows } = await pool.query<{ person_id: string }>(
        'select person_id from changlai.person_identity where subject = any($1)',
        [people],
      )
      await Promise.all(
        rows.map(async ({ person_id }, index) => {
          const { rows: counted } = await pool.query<{ booked: number }>(
            'select count(*) as booked from changlai.booking where pool_id = $1',
            [poolId],
          )
          if (counted[0]!.booked >= CAPACITY) return
          const code = `AAAA${[8, 64, 512, 1].map((by) => 'ABCDEFGH'[Math.floor(index / by) % 8]).join('')}`
          await pool.query(
            `with booked as (
               insert into changlai.booking
                 (centre_id, booking_id, pool_id, person_id, status, check_in_code, booked_at)
               values ($1, $2, $3, $4, 'booked', $5, now()) returning *)
             insert into changlai.booking_attendee
               (centre_id, booking_id, person_id, pool_id, holder_id, status)
             select centre_id, booking_id, person_id, pool_id, person_id, status from booked`,
            [centreId, `${centreId}.counted-${index}`, poolId, person_id, code],
          )
        }),
      )
      expect((await seatsOf(database.store, poolId)).booked).toBeGreaterThan(CAPACITY)
    } finally {
      await door.end()
    }
  })

  test('Without the mark of a person’s turn, two bookings at once do not see their clash', async () => {
    const guard = 'and locked.booking_turn = marks.mark'
    const door = await serve(without(database.store, 'seats.take', guard))
    try {
      await door.send('one-person', 'me.get', {})
      const startsAt = Date.now() + 7 * DAY
      const pools = await Promise.all(Array.from({ length: 8 }, () => aPoolNow(5, startsAt)))
      const held = { rows: PERSONS, values: [['one-person']], waiting: pools.length }
      const replies = await whileHeld(database, held, () =>
        Promise.all(pools.map((poolId) => door.send('one-person', 'seats.book', { poolId }))),
      )
      expect(tally(replies)).toEqual({ OK: pools.length })
    } finally {
      await door.end()
    }
  })
})
