import { fixedClock } from '../../../src/cloud/clock'
import { BELIEVED_MS, BELIEVED_UNHEARD_MS, Departed, departedOf } from '../../../src/cloud/departed'
import { createDispatch } from '../../../src/cloud/dispatch'
import { createGroups } from '../../../src/cloud/group-commit/groups'
import { openStore, type Store } from '../../../src/cloud/store'
import { callerOf, newRequestId, valueOf } from '../../support/builders/caller'
import { NOW } from '../../support/builders/programme'
import { type TestDatabase, testDatabase } from '../../support/database'
import { eventually } from '../../support/eventually'
import { silentLog } from '../../support/silent-log'

let database: TestDatabase
const ends: (() => Promise<void> | void)[] = []
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(async () => {
  for (const end of ends) await end()
  await database.drop()
})

/** A host that lives long, on a store of its own; `deaf` is one that cannot listen, as a function. */
async function aHost({ deaf = false } = {}) {
  const store: Store = await openStore({ databaseUrl: database.appUrl, log: silentLog })
  const groups = deaf ? undefined : await createGroups(store, silentLog)
  ends.push(async () => {
    groups?.end()
    await store.close()
  })
  const host = { store, clock: fixedClock(NOW), log: silentLog, ...(groups ? { groups } : {}) }
  return { store, callAs: (name: string) => callerOf(createDispatch(host), name) }
}

const personNamed = async (name: string) => {
  const { rows } = await database.store.pool.query<{ personId: string }>(
    `select person_id as "personId" from changlai.person_identity where subject = $1`,
    [name],
  )
  return rows[0]?.personId
}

test('whoever erases their account on one host is soon nobody on another', async () => {
  const [one, other, deaf] = [await aHost(), await aHost(), await aHost({ deaf: true })]
  const name = `leaving-${newRequestId()}`
  const hosts = [other, deaf].map(({ callAs }) => callAs(name))
  for (const call of hosts) valueOf(await call('me.get', {}))
  const before = await personNamed(name)
  expect(before).toBeDefined()

  valueOf(await one.callAs(name)('me.erase', { confirm: '注销' }))
  expect(departedOf(one.store).has(before!)).toBe(true)
  await eventually(() => departedOf(other.store).has(before!), Boolean, 2)
  expect(departedOf(deaf.store).has(before!)).toBe(false)

  // Without having heard of it, too: what it remembers ends by its time.
  const asked = () =>
    hosts[1]!('me.get', {}).then(
      ({ ok }) => ok,
      () => false,
    )
  await eventually(asked, Boolean, (2 * BELIEVED_UNHEARD_MS) / 1000)
  expect(valueOf(await hosts[0]!('me.get', {}))).toMatchObject({ nickname: null })
  expect(await personNamed(name)).not.toBe(before)
})

test('a host keeps those in mind for whom somebody may still be taken, and nobody longer', () => {
  let now = 0
  const departed = new Departed(() => now)
  for (let one = 0; one < 1_000; one += 1) {
    departed.add(`person-${one}`)
    now += 1_000
  }
  expect(departed.size).toBeLessThanOrEqual(BELIEVED_MS / 1_000 + 1)
  expect(departed.has('person-999')).toBe(true)
  expect(departed.has('person-0')).toBe(false)
})

test('somebody is believed for long only where erasures were heard of ever since', () => {
  let now = 0
  const departed = new Departed(() => now)
  const after = (ms: number, foundAt: number) => {
    now = foundAt + ms
    return departed.believes(foundAt)
  }
  expect(after(BELIEVED_UNHEARD_MS - 1, 0)).toBe(true)
  expect(after(BELIEVED_UNHEARD_MS, 0)).toBe(false)
  departed.hear(true)
  expect(after(BELIEVED_UNHEARD_MS, 1_000)).toBe(false)
  expect(after(BELIEVED_MS - 1, 3_000)).toBe(true)
  expect(after(BELIEVED_MS, 3_000)).toBe(false)
  departed.hear(false)
  expect(after(BELIEVED_UNHEARD_MS, 3_000)).toBe(false)
})
