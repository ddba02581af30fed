/** Hosts that put people on waiting lists together (decision 0064): several of them, on one database. */
import type { Store } from '../../src/cloud/store'
import { DAY, HOUR } from '../../src/domain/time/instant'
import { newRequestId } from '../support/builders/caller'
import { aCentre, aPool } from '../support/builders/programme'
import { countsOf, entriesOf } from '../support/builders/waitlist'
import { type TestDatabase, testDatabase } from '../support/database'
import { POOL, whileHeld } from './interleaved'
import { type Reply, type Served, serve, tally } from './served'
import { countingRefused, without } from './weakened'

const PEOPLE = 240
const UNIQUE_VIOLATION = '23505'

let database: TestDatabase
let centreId: string
let days = 30

beforeAll(async () => {
  database = await testDatabase({ poolSize: 40 })
  centreId = await aCentre(database.store)
})
afterAll(() => database.drop())

interface Waiting {
  entryId: string
  position: number
}

const waitingOf = ({ value }: Reply) => value as unknown as Waiting

async function crowd({ send }: Served, count: number): Promise<string[]> {
  const run = newRequestId()
  const people = Array.from({ length: count }, (_, index) => `${run}-${index}`)
  await Promise.all(people.map((person) => send(person, 'me.get', {})))
  return people
}

/** A pool of a day of its own whose seats are all taken. */
async function aFullPool(host: Served): Promise<string> {
  const startsAt = Date.now() + (days += 1) * DAY
  const lessons = [{ startsAt, endsAt: startsAt + 2 * HOUR }]
  const times = { lessons, opensAt: Date.now() - DAY }
  const poolId = await aPool(database.store, centreId, { capacity: 2, ...times })
  const holders = await crowd(host, 2)
  await Promise.all(holders.map((person) => host.send(person, 'seats.book', { poolId })))
  return poolId
}

async function atHosts<Value>(
  stores: readonly Store[],
  use: (...hosts: Served[]) => Promise<Value>,
): Promise<Value> {
  const hosts = await Promise.all(stores.map((store) => serve(store, 'together')))
  try {
    return await use(...hosts)
  } finally {
    await Promise.all(hosts.map((host) => host.end()))
  }
}

test('Everybody who comes at once has a place of their own, and hears it again under their requestId', () =>
  atHosts([database.store, database.store], async (...hosts) => {
    const people = await crowd(hosts[0]!, PEOPLE)
    const pools = await Promise.all([1, 2, 3].map(() => aFullPool(hosts[0]!)))
    const ids = people.map(() => newRequestId())
    const joinAt = (shift: number) =>
      Promise.all(
        people.map((person, index) =>
          hosts[(index + shift) % 2]!.send(
            person,
            'waitlist.join',
            { poolId: pools[index % 3]! },
            ids[index],
          ),
        ),
      )
    const replies = await joinAt(0)
    expect(tally(replies)).toEqual({ OK: PEOPLE })
    for (const [at, poolId] of pools.entries()) {
      const places = replies.filter((_, index) => index % 3 === at).map(waitingOf)
      const entries = await entriesOf(database.store, poolId)
      // The list as it stands is what each of them was told.
      const told = places.sort((one, other) => one.position - other.position)
      expect(told.map(({ entryId }) => entryId)).toEqual(entries.map(({ entryId }) => entryId))
      expect(told.map(({ position }) => position)).toEqual(told.map((_, index) => index + 1))
      expect(await countsOf(database.store, poolId)).toMatchObject({
        waiting: PEOPLE / 3,
        waits: PEOPLE / 3,
        takesFrom: 1,
      })
    }
    expect((await joinAt(1)).map(waitingOf)).toEqual(replies.map(waitingOf))
  }))

test('Nobody is kept from the list by somebody beside them, and nobody waits twice', () =>
  atHosts([database.store], async (host) => {
    const people = await crowd(host, 30)
    const [poolId, other] = [await aFullPool(host), await aFullPool(host)]
    const join = (person: string, pool = poolId, id?: string) =>
      host.send(person, 'waitlist.join', { poolId: pool }, id)
    const [first] = people as [string]
    await join(first)
    const twice = newRequestId()
    const replies = await Promise.all([
      ...people.map((person) => join(person)),
      ...people.slice(1, 11).map((person) => join(person)),
      ...people.slice(0, 5).map((person) => join(person, other)),
      ...[1, 2].map(() => join(people[6]!, other, twice)),
      join(people[7]!, `${centreId}.unknown`),
    ])
    expect(tally(replies)).toEqual({ OK: 29 + 5 + 2, ALREADY_WAITING: 1 + 10, NOT_FOUND: 1 })
    const [one, same] = replies.slice(-3).map(waitingOf)
    expect(one).toEqual(same)
    expect(await countsOf(database.store, poolId)).toMatchObject({ waiting: 30, waits: 30 })
    expect(await countsOf(database.store, other)).toMatchObject({ waiting: 6, waits: 6 })
  }))

/** The same people come to two hosts for one list, which nobody can change before all have looked. */
async function bothAtOnce(of: Store): Promise<{ codes: object; waits: number; refused: number }> {
  const { store, refused } = countingRefused(of, UNIQUE_VIOLATION)
  return atHosts([store, store], async (...hosts) => {
    const people = await crowd(hosts[0]!, 20)
    const poolId = await aFullPool(hosts[0]!)
    const replies = await whileHeld(database, { rows: POOL, values: [poolId], waiting: 2 }, () =>
      Promise.all(
        hosts.flatMap(({ send }) =>
          people.map((person) => send(person, 'waitlist.join', { poolId })),
        ),
      ),
    )
    const { waits } = await countsOf(database.store, poolId)
    return { codes: tally(replies), waits, refused: refused() }
  })
}

const ONE_EACH = { codes: { OK: 20, ALREADY_WAITING: 20 }, waits: 20 }

test('Who comes to two hosts at once waits once, and the database has nothing to refuse', async () => {
  expect(await bothAtOnce(database.store)).toEqual({ ...ONE_EACH, refused: 0 })
})

test('Where persons are not held, the unique index alone keeps them apart: the control', async () => {
  const weak = without(
    database.store,
    'seats.lock-party',
    'order by person.person_id\n  for no key update',
  )
  const { waits, refused } = await bothAtOnce(weak)
  expect(waits).toBe(ONE_EACH.waits)
  expect(refused).toBeGreaterThan(0)
})
