/** Hosts that ask the database together (decision 0039): several of them, on one database. */
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { REMEMBERED_FOR_MS } from '../../src/cloud/group-commit/sold-out'
import { newBooking } from '../../src/cloud/operations/seats/tries'
import type { Store } from '../../src/cloud/store'
import { POOL_CHANNEL } from '../../src/cloud/store/queries/seats/freed'
import { TAKE_SEATS } from '../../src/cloud/store/queries/seats/take-sql'
import { DAY, HOUR } from '../../src/domain/time/instant'
import { newRequestId } from '../support/builders/caller'
import { aCentre, aPool, seatsOf } from '../support/builders/programme'
import { type TestDatabase, testDatabase } from '../support/database'
import { PERSONS, POOL, whileHeld } from './interleaved'
import { type Reply, type Served, serve, tally } from './served'
import { sendingOtherwise } from './sending'
import { countingRefused, inPlaceOf, without } from './weakened'

jest.setTimeout(90_000)

const PEOPLE = 240
const CAPACITY = 20
const CHECK_VIOLATION = '23514'
/** Less than a full pool is remembered for. */
const HEARD_WITHIN_MS = 500
const TOLD = `,
  pg_notify('${POOL_CHANNEL}', $2::text) as told`

let database: TestDatabase
let centreId: string
let days = 30

beforeAll(async () => {
  database = await testDatabase({ poolSize: 40 })
  centreId = await aCentre(database.store)
})
afterAll(() => database.drop())

function aPoolNow(capacity = CAPACITY): Promise<string> {
  const startsAt = Date.now() + (days += 1) * DAY
  const lessons = [{ startsAt, endsAt: startsAt + 2 * HOUR }]
  return aPool(database.store, centreId, { capacity, lessons, opensAt: Date.now() - DAY })
}

async function crowd({ send }: Served, count = PEOPLE): Promise<string[]> {
  const run = newRequestId()
  const people = Array.from({ length: count }, (_, index) => `${run}-${index}`)
  await Promise.all(people.map((person) => send(person, 'me.get', {})))
  return people
}

const sameAnswer = ({ ok, code, value, facts }: Reply) => ({ ok, code, value, facts })

async function atHosts<Value>(
  count: number,
  use: (hosts: Served[]) => Promise<Value>,
): Promise<Value> {
  const hosts = await Promise.all(
    Array.from({ length: count }, () => serve(database.store, 'together')),
  )
  try {
    return await use(hosts)
  } finally {
    await Promise.all(hosts.map((host) => host.end()))
  }
}

/** Everybody asks for a seat in one of the pools at once, spread over the hosts; answers in their order. */
function rush(hosts: Served[], people: string[], pools: string[], ids: string[]): Promise<Reply[]> {
  return Promise.all(
    people.map((person, index) =>
      hosts[index % hosts.length]!.send(
        person,
        'seats.book',
        { poolId: pools[index % pools.length]! },
        ids[index],
      ),
    ),
  )
}

test.each([1, 2, 4])('%s hosts sell every seat once, and none too many', (count) =>
  atHosts(count, async (hosts) => {
    const people = await crowd(hosts[0]!)
    const pools = await Promise.all([1, 2, 3].map(() => aPoolNow()))
    const replies = await rush(
      hosts,
      people,
      pools,
      people.map(() => newRequestId()),
    )
    expect(tally(replies)).toEqual({
      OK: 3 * CAPACITY,
      SOLD_OUT: PEOPLE - 3 * CAPACITY,
    })
    for (const poolId of pools) {
      const full = { taken: CAPACITY, booked: CAPACITY, people: CAPACITY }
      expect(await seatsOf(database.store, poolId)).toEqual(full)
    }
  }),
)

test('Without the lock on what is counted, groups of several hosts meet the last wall', async () => {
  const weak = without(
    database.store,
    'seats.take',
    'order by pool.centre_id, pool.pool_id\n  for no key update',
  )
  // A group that meets it is halved and mostly told the truth after all: the database is asked.
  const { store, refused } = countingRefused(weak, CHECK_VIOLATION)
  const hosts = await Promise.all([1, 2, 3, 4].map(() => serve(store, 'together')))
  try {
    const people = await crowd(hosts[0]!)
    const poolId = await aPoolNow()
    // A group of each host has counted what is free before any of them takes it.
    await whileHeld(database, { rows: POOL, values: [poolId], waiting: hosts.length }, () =>
      rush(
        hosts,
        people,
        [poolId],
        people.map(() => newRequestId()),
      ),
    )
    expect((await seatsOf(database.store, poolId)).taken).toBeLessThanOrEqual(CAPACITY)
    expect(refused()).toBeGreaterThan(0)
  } finally {
    await Promise.all(hosts.map((host) => host.end()))
  }
})

test('Whoever asks again under the same requestId hears the same, though the pool is full by now', () =>
  atHosts(2, async (hosts) => {
    const people = await crowd(hosts[0]!)
    const poolId = await aPoolNow()
    const ids = people.map(() => newRequestId())
    const first = await rush(hosts, people, [poolId], ids)
    const again = await rush([...hosts].reverse(), people, [poolId], ids)
    expect(tally(first)).toEqual({ OK: CAPACITY, SOLD_OUT: PEOPLE - CAPACITY })
    expect(again.map(sameAnswer)).toEqual(first.map(sameAnswer))
  }))

test('The control: a memory of full pools that does not know who sits in them tells them they are full', () =>
  atHosts(1, async (hosts) => {
    const { soldOut } = hosts[0]!.groups!
    const remember = soldOut.remember.bind(soldOut)
    soldOut.remember = (poolId, pool, _known, mark) => remember(poolId, pool, new Set(), mark)
    const people = await crowd(hosts[0]!)
    const poolId = await aPoolNow()
    const ids = people.map(() => newRequestId())
    const first = await rush(hosts, people, [poolId], ids)
    const again = await rush(hosts, people, [poolId], ids)
    const lied = first.filter(({ ok }, index) => ok && again[index]!.code === 'SOLD_OUT')
    expect(lied.length).toBeGreaterThan(0)
  }))

/** People who ask a host for a seat in one turn of its loop, and so in one group; what became of each. */
async function takeTogether({ groups }: Served, people: string[], poolId: string) {
  const { rows } = await database.store.pool.query<{ person_id: string; subject: string }>(
    'select person_id, subject from changlai.person_identity where subject = any($1)',
    [people],
  )
  const idOf = new Map(rows.map(({ person_id, subject }) => [subject, person_id]))
  const now = new Date()
  return Promise.all(
    people.map((person) =>
      groups!.takeSeat({
        intent: {
          personId: idOf.get(person)!,
          requestId: newRequestId(),
          operation: 'seats.book',
          inputHash: Buffer.alloc(32),
          centreId,
        },
        ...{ poolId, evenIfClashes: false, now },
        ...newBooking(poolId),
      }),
    ),
  )
}

test('Of those who arrive together the first have the seats', () =>
  atHosts(1, async ([host]) => {
    const people = await crowd(host!, 60)
    const taken = await takeTogether(host!, people, await aPoolNow())
    expect(taken.map((one) => one !== null)).toEqual(people.map((_, index) => index < CAPACITY))
  }))

/** Two ask together for the one seat that is left; while they wait for a lock another comes free. */
async function freedMeanwhile(of: Store): Promise<{ taken: number; refused: number }> {
  const { store, refused } = countingRefused(of, CHECK_VIOLATION)
  const host = await serve(store, 'together')
  try {
    const [one, other, third, fourth] = (await crowd(host, 4)) as [string, string, string, string]
    const poolId = await aPoolNow(3)
    const seats = await rush([host], [one, other], [poolId], [newRequestId(), newRequestId()])
    const { bookingId } = seats[0]!.value!
    const meanwhile = () => host.send(one, 'seats.cancel', { bookingId })
    const held = { rows: PERSONS, values: [[third]], waiting: 1, meanwhile }
    await whileHeld(database, held, () => takeTogether(host, [third, fourth], poolId))
    return { taken: (await seatsOf(database.store, poolId)).taken, refused: refused() }
  } finally {
    await host.end()
  }
}

const SEEN_FREE = 'queue.seen_free, '

test('Seats that come free while a group waits are taken, and the last wall is not met', async () => {
  expect(await freedMeanwhile(database.store)).toEqual({ taken: 3, refused: 0 })
})

test('Where a group takes more than it saw free, the last wall is met for nothing: the control', async () => {
  const weak = without(database.store, 'seats.take', SEEN_FREE)
  expect(await freedMeanwhile(weak)).toEqual({ taken: 3, refused: 1 })
})

test('A seat that is given back is to be had at once on its host, and soon on every other', () =>
  atHosts(2, async (hosts) => {
    const [here, there] = hosts as [Served, Served]
    const people = await crowd(here, 40)
    const poolId = await aPoolNow(5)
    const book = (host: Served, person: string) => host.send(person, 'seats.book', { poolId })
    const first = await Promise.all(people.slice(0, 5).map((person) => book(here, person)))
    expect(tally(first)).toEqual({ OK: 5 })
    // Both hosts learn that it is full.
    for (const host of hosts) {
      expect(await book(host, people[6]!)).toMatchObject({ code: 'SOLD_OUT' })
      expect(await book(host, people[7]!)).toMatchObject({ code: 'SOLD_OUT' })
    }
    const give = (index: number) =>
      here.send(people[index]!, 'seats.cancel', { bookingId: first[index]!.value!.bookingId })
    await give(0)
    expect(await book(here, people[8]!)).toMatchObject({ ok: true })
    expect(await book(here, people[9]!)).toMatchObject({ code: 'SOLD_OUT' })
    expect(await book(there, people[9]!)).toMatchObject({ code: 'SOLD_OUT' })
    await give(1)
    const until = Date.now() + 1_500
    let reply = await book(there, people[10]!)
    while (!reply.ok && Date.now() < until) reply = await book(there, people[10]!)
    expect(reply).toMatchObject({ ok: true })
    const full = { taken: 5, booked: 5, people: 5 }
    expect(await seatsOf(database.store, poolId)).toEqual(full)
  }))

/** Somebody comes for a full pool again and again until they have a seat, or for so long. */
async function keepComing({ send }: Served, person: string, poolId: string, ms: number) {
  const until = performance.now() + ms
  for (;;) {
    const reply = await send(person, 'seats.book', { poolId })
    if (reply.ok || performance.now() > until) return reply
  }
}

/** How often a host that has learnt that a pool is full asks for seats in it while people come for it. */
async function askedWhileFull(bend: (host: Served) => void): Promise<number> {
  let asked = 0
  const store = sendingOtherwise(database.store, (query, rest, send) => {
    if ((query as { text?: string }).text === TAKE_SEATS) asked += 1
    return send(query, ...rest)
  })
  const host = await serve(store, 'together')
  try {
    bend(host)
    const [holder, person] = (await crowd(host, 2)) as [string, string]
    const poolId = await aPoolNow(1)
    await host.send(holder, 'seats.book', { poolId })
    const { soldOut } = host.groups!
    const knows = () => soldOut.noSeatsFor(person, { poolId, now: new Date() }) !== null
    while (!knows()) await host.send(person, 'seats.book', { poolId })
    asked = 0
    await keepComing(host, person, poolId, 1.5 * REMEMBERED_FOR_MS)
    return asked
  } finally {
    await host.end()
  }
}

test('While people come for a full pool it is asked for anew in time, and nobody’s wish has to be', async () => {
  expect(await askedWhileFull(() => {})).toBe(0)
})

test('Where it is not asked for anew, somebody’s wish has to be: the control', async () => {
  const bend = ({ groups }: Served) => void (groups!.soldOut.whenStale = () => {})
  expect(await askedWhileFull(bend)).toBeGreaterThan(0)
})

/** A seat is given back on one host, and nothing says so: what somebody hears who keeps coming to another. */
async function freedUnheard(other: Store, ms: number): Promise<Reply> {
  const [here, there] = await Promise.all([
    serve(database.store, 'together'),
    serve(other, 'together'),
  ])
  const owner = new pg.Client(database.ownerUrl)
  await owner.connect()
  const trigger = (how: 'disable' | 'enable') =>
    owner.query(`alter table changlai.pool ${how} trigger pool_changed`)
  try {
    await trigger('disable')
    const [holder, person] = (await crowd(here, 2)) as [string, string]
    const poolId = await aPoolNow(1)
    const { value } = await here.send(holder, 'seats.book', { poolId })
    const coming = keepComing(there, person, poolId, ms)
    await pause(200)
    await here.send(holder, 'seats.cancel', { bookingId: value!.bookingId })
    return await coming
  } finally {
    await trigger('enable')
    await owner.end()
    await Promise.all([here.end(), there.end()])
  }
}

test('A seat that comes free unheard is found all the same, however many come meanwhile', async () => {
  expect(await freedUnheard(database.store, 5 * REMEMBERED_FOR_MS)).toMatchObject({ ok: true })
})

test('Where a pool that is asked for anew is not looked at, it is full for ever: the control', async () => {
  const blind = without(database.store, 'seats.full-pools', 'pool.taken >= pool.capacity\n    and ')
  const version = inPlaceOf(blind, 'seats.full-pools', 'pool.xmin::text', `'same'`)
  const unread = inPlaceOf(version, 'seats.take', 'pool.xmin::text', `'same'`)
  expect(await freedUnheard(unread, 2 * REMEMBERED_FOR_MS)).toMatchObject({ code: 'SOLD_OUT' })
})

/** Somebody takes what they were offered at one host; another, which knows the pool as full, is asked by them. */
async function askedElsewhere(store: Store): Promise<Reply> {
  const hosts = await Promise.all([serve(store, 'together'), serve(store, 'together')])
  try {
    const [here, there] = hosts
    const [holder, next, ...others] = (await crowd(here, 42)) as [string, string, ...string[]]
    const poolId = await aPoolNow(1)
    const { value } = await here.send(holder, 'seats.book', { poolId })
    const joined = await here.send(next, 'waitlist.join', { poolId })
    const { entryId } = joined.value as unknown as { entryId: string }
    await here.send(holder, 'seats.cancel', { bookingId: value!.bookingId })
    const isKnown = () => there.groups!.soldOut.noSeatsFor('nobody', { poolId, now: new Date() })
    for (const other of others) {
      if (isKnown()) break
      await there.send(other, 'seats.book', { poolId })
    }
    const accepted = await here.send(next, 'waitlist.accept', { entryId })
    expect(accepted).toMatchObject({ ok: true })
    const until = Date.now() + HEARD_WITHIN_MS
    while (isKnown() && Date.now() < until) await pause(10)
    return await there.send(next, 'seats.book', { poolId })
  } finally {
    await Promise.all(hosts.map((host) => host.end()))
  }
}

test('Whoever took what they were offered is not told at another host that the pool is full', async () => {
  expect(await askedElsewhere(database.store)).toMatchObject({ code: 'ALREADY_BOOKED' })
})

test('Where an offer that was taken is not said to other hosts, they are told so: the control', async () => {
  const silent = without(database.store, 'waitlist.accept', TOLD)
  expect(await askedElsewhere(silent)).toMatchObject({ code: 'SOLD_OUT' })
})
