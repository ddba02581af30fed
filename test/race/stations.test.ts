import { type Store, openStore } from '../../src/cloud/store'
import { newRequestId } from '../support/builders/caller'
import { aCentre } from '../support/builders/programme'
import { aStation, stationRow } from '../support/builders/station'
import { type TestDatabase, testDatabase } from '../support/database'
import { localDoor } from '../support/local-host'
import { silentLog } from '../support/silent-log'
import { interrupted } from './interleaved'
import { missedBetween, readWhileMany } from './reading'
import { type Reply, type Send, clientOf, serve, tally } from './served'
import { committedAtOnce, without } from './weakened'

const PEOPLE = 40

let database: TestDatabase
let centreId: string

beforeAll(async () => {
  database = await testDatabase({ poolSize: 40 })
  centreId = await aCentre(database.store)
})
afterAll(() => database.drop())

/** Everybody signs in first, so that what follows meets at the station and not at the door. */
async function crowd(send: Send): Promise<string[]> {
  const run = newRequestId()
  const people = Array.from({ length: PEOPLE }, (_, index) => `${run}-${index}`)
  await Promise.all(people.map((person) => send(person, 'me.get', {})))
  return people
}

const allSay = (send: Send, people: string[], stationId: string): Promise<Reply[]> =>
  Promise.all(
    people.map((person) => send(person, 'stations.report', { stationId, kind: 'closed' })),
  )

async function tasksOf(stationId: string) {
  const { rows } = await database.store.pool.query<{ people: number }>(
    `select (select count(distinct person_id) from changlai.station_report r
       where r.task_id = t.task_id) as people
     from changlai.station_task t where station_id = $1`,
    [stationId],
  )
  return rows
}

test('Forty people who report at once through the HTTP host open one task and are all counted', async () => {
  const host = await localDoor(database.ownerUrl)
  const client = clientOf(host.url)
  try {
    const people = await crowd(client.send)
    const stationId = await aStation(database.store, centreId)
    expect(tally(await allSay(client.send, people, stationId))).toEqual({ OK: PEOPLE })
    expect((await stationRow(database.store, stationId)).doubted_by).toBe(PEOPLE)
    expect(await tasksOf(stationId)).toEqual([{ people: PEOPLE }])
  } finally {
    client.end()
    await host.end()
  }
})

/** Somebody reports a station once another's words on it were read; gives what is counted of the two. */
async function reportedInBetween(store: Store) {
  const stationId = await aStation(database.store, centreId)
  const [one, other] = [newRequestId(), newRequestId()]
  const said: Promise<Reply>[] = []
  const report = (person: string) =>
    said[said.push(door.send(person, 'stations.report', { stationId, kind: 'closed' })) - 1]!
  const read = { after: 'stations.words', meanwhile: () => report(other) }
  const door = await serve(interrupted(store, database, read))
  try {
    await report(one)
    expect(tally(await Promise.all(said))).toEqual({ OK: 2 })
  } finally {
    await door.end()
  }
  const { doubted_by: doubtedBy } = await stationRow(database.store, stationId)
  return { doubtedBy, tasks: await tasksOf(stationId) }
}

test('Two who report a station at the same moment are both counted', async () => {
  const both = { doubtedBy: 2, tasks: [{ people: 2 }] }
  expect(await reportedInBetween(database.store)).toEqual(both)
})

describe('through the HTTP door in this process', () => {
  let door: Awaited<ReturnType<typeof serve>>
  let people: string[]

  beforeAll(async () => {
    door = await serve(database.store)
    people = await crowd(door.send)
  })
  afterAll(() => door.end())

  test('One report that is sent forty times at once is one report and one answer', async () => {
    const stationId = await aStation(database.store, centreId)
    const requestId = newRequestId()
    const input = { stationId, kind: 'closed' }
    const replies = await Promise.all(
      people.map(() => door.send(people[0]!, 'stations.report', input, requestId)),
    )
    expect(tally(replies)).toEqual({ OK: PEOPLE })
    for (const reply of replies) expect(reply).toEqual(replies[0])
    const { rows } = await database.store.pool.query(
      'select from changlai.station_report where station_id = $1',
      [stationId],
    )
    expect(rows).toHaveLength(1)
    expect(await tasksOf(stationId)).toEqual([])
  })

  test('One person who reports forty stations at once makes ten reports', async () => {
    const stations = await Promise.all(people.map(() => aStation(database.store, centreId)))
    const replies = await Promise.all(
      stations.map((stationId) => door.send(people[1]!, 'stations.confirm', { stationId })),
    )
    expect(tally(replies)).toEqual({ OK: 10, TOO_MANY_REPORTS: PEOPLE - 10 })
  })

  test('A task that several settle at once has one answer', async () => {
    const stationId = await aStation(database.store, centreId)
    const sayers = await crowd(door.send)
    await allSay(door.send, sayers.slice(0, 2), stationId)
    await database.store.pool.query(
      `insert into changlai.role_grant (centre_id, person_id, role)
       select $1, person_id, 'staff' from changlai.person_identity where subject = any($2)`,
      [centreId, sayers],
    )
    const { rows } = await database.store.pool.query<{ task_id: string }>(
      'select task_id from changlai.station_task where station_id = $1',
      [stationId],
    )
    const input = { taskId: rows[0]!.task_id, settlement: 'fixed' }
    const replies = await Promise.all(
      sayers.map((person) => door.send(person, 'stations.settle', input)),
    )
    expect(tally(replies)).toEqual({ OK: 1, ALREADY_SETTLED: PEOPLE - 1 })
  })

  test('Whoever reads the list while it changes misses nothing, and its numbers only rise', async () => {
    const served = { send: door.send, store: database.store }
    const sayers = await crowd(door.send)
    expect(await readWhileMany(served, centreId, sayers)).toEqual({ missed: 0, fell: 0 })
    expect(await missedBetween({ store: database.store, database }, centreId)).toBe(0)
  })
})

describe('the controls, where a guard is taken away', () => {
  test('Without the lock on the station two who report at once do not see each other', async () => {
    const weaker = without(database.store, 'stations.lock', 'for update')
    expect(await reportedInBetween(weaker)).toEqual({ doubtedBy: 0, tasks: [] })
  })

  test('With a number that is had before the change commits, as of a sequence, a reader misses it', async () => {
    const other = await openStore({ databaseUrl: database.appUrl, log: silentLog, poolSize: 2 })
    const weaker = committedAtOnce(database.store, 'stations.next-version', other.pool)
    try {
      expect(await missedBetween({ store: weaker, database }, centreId)).toBe(1)
    } finally {
      await other.close()
    }
  })
})
