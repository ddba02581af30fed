import { CHILDREN_RULES_VERSION } from '../../src/domain/family/consent'
import { DAY, HOUR } from '../../src/domain/time/instant'
import { newRequestId } from '../support/builders/caller'
import { aCentre, aPool, seatsOf } from '../support/builders/programme'
import { type TestDatabase, asOwner, testDatabase } from '../support/database'
import { PERSONS, POOL, whileHeld } from './interleaved'
import { type Reply, type Send, serve, tally } from './served'
import { inPlaceOf, without } from './weakened'

const FAMILIES = 90
/** No more than there are families of one: a seat can only be left over when none of them was refused. */
const CAPACITY = 30
const COUNT_GUARD = 'where queue.upto <= least(queue.seen_free, counted.capacity - counted.taken)'
const TURN_GUARD = 'and locked.booking_turn = marks.mark'
const ORDER_GUARD = 'order by person.person_id'

let database: TestDatabase
let centreId: string
let days = 30

beforeAll(async () => {
  database = await testDatabase({ poolSize: 40 })
  centreId = await aCentre(database.store)
})
afterAll(() => database.drop())

/** A pool open now; these tests run by the real clock. */
function aPoolNow(
  capacity: number,
  startsAt = Date.now() + (days += 1) * DAY,
  store = database.store,
): Promise<string> {
  const lessons = [{ startsAt, endsAt: startsAt + 2 * HOUR }]
  return aPool(store, centreId, { capacity, lessons, opensAt: Date.now() - DAY })
}

/** What a command gives that is no booking. */
const given = (reply: Reply) => reply.value as unknown as { memberId: string; code: string }

interface Family {
  parent: string
  attendeeIds: string[]
}

/** Families of one, two and three, as many of each: a parent and children. */
async function families(send: Send): Promise<Family[]> {
  const run = newRequestId()
  return Promise.all(
    Array.from({ length: FAMILIES }, async (_, index) => {
      const parent = `${run}-${index}`
      const attendeeIds = ['self']
      for (let children = index % 3; children > 0; children -= 1) {
        const consent = { rulesVersion: CHILDREN_RULES_VERSION }
        const child = { kind: 'child', name: '示例孩子', birthDate: '2018-05-01', consent }
        attendeeIds.push(given(await send(parent, 'family.save', child)).memberId)
      }
      return { parent, attendeeIds }
    }),
  )
}

/** How many seats each booking of a pool holds, and how many it says that it holds. */
async function bookingsOf(poolId: string) {
  return asOwner<{ seats: number; rows: number }>(
    database,
    `select booking.seats, count(attendee.*)::int as rows
     from changlai.booking left join changlai.booking_attendee as attendee
       on attendee.booking_id = booking.booking_id and attendee.status = 'booked'
     where booking.pool_id = '${poolId}' group by booking.booking_id, booking.seats`,
  )
}

/** A name that nobody has had. */
const aName = (kind: string) => `${kind}-${newRequestId().slice(-8)}`

/** Links an elder to a relative; gives how the relative names the elder. */
async function linked(send: Send, relative: string, elder: string): Promise<string> {
  const { code } = given(await send(elder, 'family.code', {}))
  return given(await send(relative, 'family.link', { code, name: '示例外婆' })).memberId
}

/** Two relatives of the same elders, each with how they name them. */
async function twoRelatives(send: Send, ...elders: string[]) {
  const relatives = []
  for (const relative of [aName('daughter'), aName('son')]) {
    const members = []
    for (const elder of elders) members.push(await linked(send, relative, elder))
    relatives.push({ relative, members })
  }
  return relatives as [Relative, Relative]
}

interface Relative {
  relative: string
  members: string[]
}

describe('families of one to three who book at once', () => {
  test('take exactly the seats there are, each family all of its own or none', async () => {
    const door = await serve(database.store)
    try {
      const all = await families(door.send)
      const poolId = await aPoolNow(CAPACITY)
      const replies = await Promise.all(
        all.map(({ parent, attendeeIds }) =>
          door.send(parent, 'seats.book', { poolId, attendeeIds }),
        ),
      )
      const { OK, SOLD_OUT } = tally(replies)
      expect(OK! + SOLD_OUT!).toBe(FAMILIES)
      const seats = { taken: CAPACITY, booked: CAPACITY, people: CAPACITY }
      expect(await seatsOf(database.store, poolId)).toEqual(seats)
      const bookings = await bookingsOf(poolId)
      expect(bookings).toHaveLength(OK!)
      expect(bookings.every((one) => one.seats === one.rows)).toBe(true)
      const promised = replies.flatMap(({ ok }, index) =>
        ok ? [all[index]!.attendeeIds.length] : [],
      )
      expect(bookings.map(({ rows }) => rows).sort()).toEqual(promised.sort())
    } finally {
      await door.end()
    }
  })

  test('are split where each of a family is booked by itself: the control', async () => {
    const door = await serve(database.store)
    try {
      const all = await families(door.send)
      const poolId = await aPoolNow(CAPACITY)
      const bookEach = (from: number, until: number) =>
        all.flatMap(({ parent, attendeeIds }) =>
          attendeeIds.slice(from, until).map(async (id) => ({
            parent,
            ...(await door.send(parent, 'seats.book', { poolId, attendeeIds: [id] })),
          })),
        )
      // One of each family first: there are more families than seats, and none is left for the others.
      const firsts = await Promise.all(bookEach(0, 1))
      const others = await Promise.all(bookEach(1, 3))
      const had = new Set(firsts.flatMap(({ ok, parent }) => (ok ? [parent] : [])))
      const split = others.filter(({ ok, parent }) => !ok && had.has(parent))
      expect(split.length).toBeGreaterThan(0)
    } finally {
      await door.end()
    }
  })

  test('are sold what there is not without the guard and the last wall: the control', async () => {
    const scratch = await testDatabase({ poolSize: 40 })
    const [kept, keptCentre] = [database, centreId]
    ;[database, centreId] = [scratch, await aCentre(scratch.store)]
    await asOwner(scratch, 'alter table changlai.pool drop constraint pool_taken_within_capacity')
    const door = await serve(without(scratch.store, 'seats.take', COUNT_GUARD))
    try {
      const all = await families(door.send)
      const poolId = await aPoolNow(CAPACITY)
      // More than there are seats for have seen that there are some before one is taken.
      await whileHeld(database, { rows: POOL, values: [poolId], waiting: CAPACITY + 5 }, () =>
        Promise.all(
          all.map(({ parent, attendeeIds }) =>
            door.send(parent, 'seats.book', { poolId, attendeeIds }),
          ),
        ),
      )
      expect((await seatsOf(scratch.store, poolId)).booked).toBeGreaterThan(CAPACITY)
    } finally {
      await door.end()
      await scratch.drop()
      ;[database, centreId] = [kept, keptCentre]
    }
  })

  test('who give some seats back while others book leave count, rows and bookings one', async () => {
    const door = await serve(database.store)
    try {
      const all = await families(door.send)
      const poolId = await aPoolNow(CAPACITY)
      const first = await Promise.all(
        all.map(({ parent, attendeeIds }) =>
          door.send(parent, 'seats.book', { poolId, attendeeIds }),
        ),
      )
      const held = all.flatMap((family, index) => {
        const { value } = first[index]!
        return value ? [{ ...family, bookingId: value.bookingId }] : []
      })
      const waiting = all.filter((_, index) => !first[index]!.ok)
      const replies = await Promise.all([
        // Each seat by itself, and the whole as well: whatever comes first, each is freed once.
        ...held.flatMap(({ parent, bookingId, attendeeIds }) => [
          ...attendeeIds.map((id) =>
            door.send(parent, 'seats.cancel', { bookingId, attendeeIds: [id] }),
          ),
          door.send(parent, 'seats.cancel', { bookingId }),
        ]),
        ...waiting.map(({ parent, attendeeIds }) =>
          door.send(parent, 'seats.book', { poolId, attendeeIds }),
        ),
      ])
      expect(tally(replies)['UNAVAILABLE']).toBeUndefined()
      const seats = await seatsOf(database.store, poolId)
      expect(seats).toEqual({ taken: seats.taken, booked: seats.taken, people: seats.taken })
      expect(seats.taken).toBeLessThanOrEqual(CAPACITY)
      const bookings = await bookingsOf(poolId)
      expect(bookings.every((one) => one.seats === one.rows)).toBe(true)
    } finally {
      await door.end()
    }
  })
})

/** Both relatives of an elder book classes of one hour, all having seen that the hour is free. */
async function bookedAtOneHour(send: Send): Promise<Record<string, number>> {
  const elder = aName('elder')
  const relatives = await twoRelatives(send, elder)
  const startsAt = Date.now() + (days += 1) * DAY
  const pools = await Promise.all(Array.from({ length: 8 }, () => aPoolNow(5, startsAt)))
  const held = { rows: PERSONS, values: [[elder]], waiting: pools.length }
  const replies = await whileHeld(database, held, () =>
    Promise.all(
      pools.map((poolId, index) => {
        const { relative, members } = relatives[index % 2]!
        return send(relative, 'seats.book', { poolId, attendeeIds: members })
      }),
    ),
  )
  return tally(replies)
}

describe('two relatives of one elder', () => {
  test('who book classes of one hour at once get one, and the others hear of the clash', async () => {
    const door = await serve(database.store)
    try {
      for (let round = 0; round < 2; round += 1) {
        expect(await bookedAtOneHour(door.send)).toEqual({ OK: 1, CLASHES: 7 })
      }
    } finally {
      await door.end()
    }
  })

  test('do not see each other’s clash without the mark of the elder’s turn: the control', async () => {
    const door = await serve(without(database.store, 'seats.take', TURN_GUARD))
    try {
      expect(await bookedAtOneHour(door.send)).toEqual({ OK: 8 })
    } finally {
      await door.end()
    }
  })

  test('who book one class at once give the elder one seat', async () => {
    const door = await serve(database.store)
    try {
      const elder = aName('elder')
      const relatives = await twoRelatives(door.send, elder)
      const poolId = await aPoolNow(CAPACITY)
      const replies = await Promise.all([
        ...Array.from({ length: 20 }, (_, index) => {
          const { relative, members } = relatives[index % 2]!
          const attendeeIds = ['self', ...members]
          return door.send(relative, 'seats.book', { poolId, attendeeIds })
        }),
        door.send(elder, 'seats.book', { poolId }),
      ])
      const { OK, ALREADY_BOOKED } = tally(replies)
      expect({ OK, ALREADY_BOOKED }).toEqual({ OK: 1, ALREADY_BOOKED: 20 })
      const seats = await seatsOf(database.store, poolId)
      expect(seats).toEqual({ taken: seats.taken, booked: seats.taken, people: seats.taken })
    } finally {
      await door.end()
    }
  })
})

/**
 * Two relatives of the same two elders book for both at once, in opposite orders, when one elder is let
 * go, and the other once whoever has the one waits for the other; gives how often each code was answered.
 */
async function crosswise(send: Send): Promise<Record<string, number>> {
  const elders = [aName('elder'), aName('elder')]
  const [daughter, son] = await twoRelatives(send, ...elders)
  son.members.reverse()
  const pools = await Promise.all(Array.from({ length: 12 }, () => aPoolNow(5)))
  const [one, other] = elders.map((elder) => [[elder]])
  const held = { rows: PERSONS, values: one!, heldLonger: other!, waiting: pools.length }
  const replies = await whileHeld(database, held, () =>
    Promise.all(
      pools.map((poolId, index) => {
        const { relative, members } = index % 2 ? daughter : son
        return send(relative, 'seats.book', { poolId, attendeeIds: members })
      }),
    ),
  )
  return tally(replies)
}

describe('two who book for the same two elders, each in another order', () => {
  test('wait for each other and never in a circle', async () => {
    const door = await serve(database.store)
    try {
      for (let round = 0; round < 3; round += 1) {
        expect(await crosswise(door.send)).toEqual({ OK: 12 })
      }
    } finally {
      await door.end()
    }
  })

  test('wait in a circle where each goes by the order in which they name them: the control', async () => {
    const asNamed = `order by (
    select named.place from named where named.person_id = person.person_id)`
    const door = await serve(inPlaceOf(database.store, 'seats.take', ORDER_GUARD, asNamed))
    try {
      expect((await crosswise(door.send))['UNAVAILABLE']).toBeGreaterThan(0)
    } finally {
      await door.end()
    }
  })
})
