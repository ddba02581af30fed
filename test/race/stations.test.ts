import { openStore } from '../../src/cloud/store'
import { newRequestId } from '../support/builders/caller'
import { aCentre } from '../support/builders/programme'
import { aStation, stationRow } from '../support/builders/station'
import { type TestDatabase, testDatabase } from '../support/database'
import { localDoor } from '../support/local-host'
import { silentLog } from '../support/silent-log'
import { readWhileMany } from './reading'
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
  })
})

describe('the controls, where a guard is taken away', () => {
  test('Without the lock on the station people who report at once do not see each other', async () => {
    const door = await serve(without(database.store, 'stations.lock', 'for update'))
    try {
      let uncounted = 0
      for (let round = 0; round < 10 && uncounted === 0; round += 1) {
        const people = await crowd(door.send)
        const stationId = await aStation(database.store, centreId)
        const replies = await allSay(door.send, people, stationId)
        const { doubted_by: doubtedBy } = await stationRow(database.store, stationId)
        // Not all are counted, or a second task runs into the last wall.
        if (doubtedBy < PEOPLE || tally(replies)['UNAVAILABLE']) uncounted += 1
      }
      expect(uncounted).toBe(1)
    } finally {
      await door.end()
    }
  })

  test('With a number that is had before the change commits, as of a sequence, readers miss changes', async () => {
    const other = await openStore({ databaseUrl: database.appUrl, log: silentLog, poolSize: 20 })
    const store = committedAtOnce(database.store, 'stations.next-version', other.pool)
    const door = await serve(store)
    try {
      const people = await crowd(door.send)
      const served = { send: door.send, store: database.store }
      const { missed } = await readWhileMany(served, centreId, people)
      expect(missed).toBeGreaterThan(0)
    } finally {
      await door.end()
      await other.close()
    }
  })
})
