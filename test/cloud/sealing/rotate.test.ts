import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { fixedClock } from '../../../src/cloud/clock'
import { heldMasterKeys } from '../../../src/cloud/adapters/crypto/master-keys'
import { openWritten } from '../../../src/cloud/consultations/content'
import { createDispatch } from '../../../src/cloud/dispatch'
import { rotateKeys } from '../../../src/cloud/sealing/rotate'
import { type Sealing, createSealing } from '../../../src/cloud/sealing/sealing'
import type { WrappedKey } from '../../../src/cloud/adapters/crypto/master-keys'
import { callerOf, valueOf } from '../../support/builders/caller'
import { aConsultation, aPersona, anIntake } from '../../support/builders/consultation'
import { NOW, aCentre } from '../../support/builders/programme'
import { builtProgram, fromSource } from '../../support/built-programs'
import { type TestDatabase, testDatabase } from '../../support/database'
import { startNode } from '../../support/host-process'
import { silentLog } from '../../support/silent-log'

jest.setTimeout(120_000)

const [FIRST, SECOND] = [randomBytes(32), randomBytes(32)]
const before = heldMasterKeys(new Map([[1, FIRST]]))
const both = heldMasterKeys(new Map([[1, FIRST], [2, SECOND]])) // prettier-ignore
const after = heldMasterKeys(new Map([[2, SECOND]]))
const BOTH_IN_WORDS = `1:${FIRST.toString('base64')},2:${SECOND.toString('base64')}`

let database: TestDatabase
let sealing: Sealing
let personId: string
let centreId: string

beforeEach(async () => {
  database = await testDatabase()
  sealing = createSealing(before, database.store.pool)
  centreId = await aCentre(database.store)
  personId = await aPersona(database.store, 'resident')
})
afterEach(() => database.drop())

async function consultations(many: number): Promise<void> {
  for (let at = 0; at < many; at += 1) {
    await aConsultation(database.store, sealing, centreId, personId, { text: `示例经过 ${at}` })
  }
}

/** How many keys stand under each version; and that each opens what is sealed with the keys given. */
async function keysByVersion(with_: Sealing): Promise<Record<number, number>> {
  const { rows } = await database.store.pool.query<
    WrappedKey & { consultationId: string; sealed: Buffer }
  >(
    `select consultation_id as "consultationId", key_version as "keyVersion",
       wrapped_key as "wrappedKey", sealed from changlai.consultation`,
  )
  const versions: Record<number, number> = {}
  for (const { consultationId, sealed, ...wrapped } of rows) {
    versions[wrapped.keyVersion] = (versions[wrapped.keyVersion] ?? 0) + 1
    const key = await with_.keyOf(consultationId, wrapped)
    expect(openWritten(key, sealed).matter.text).toMatch(/^示例经过/)
  }
  return versions
}

test('Every key is wrapped anew, and the old master key can go', async () => {
  await consultations(250)
  const hash = await sealing.nameHash('示例')
  const seen: number[] = []
  const done = await rotateKeys(database.store.pool, both, ({ wrapped }) => seen.push(wrapped))
  expect(done).toEqual({ of: 250, wrapped: 250, failed: new Map() })
  expect(seen).toEqual([100, 200, 250])
  const renewed = createSealing(after, database.store.pool)
  expect(await keysByVersion(renewed)).toEqual({ 2: 250 })
  expect(await renewed.nameHash('示例')).toEqual(hash)
  expect((await rotateKeys(database.store.pool, both)).of).toBe(0)
})

test('Killed again and again, the command goes on where it was, beside hosts that write', async () => {
  await consultations(1500)
  await sealing.prepareHashes()
  const environment = { DATABASE_URL: database.appUrl, CHANGLAI_MASTER_KEYS: BOTH_IN_WORDS }
  const store = database.store
  const dispatch = createDispatch({
    store,
    clock: fixedClock(NOW),
    log: silentLog,
    sealing: createSealing(both, store.pool),
  })
  const me = callerOf(dispatch, 'writer')
  const { consultationId } = valueOf(await me('consultation.request', { ...anIntake(), centreId }))
  let [kills, changes, isDone] = [0, 0, false]
  const writing = (async () => {
    while (!isDone) {
      const { matter } = anIntake({ text: `示例经过，改了 ${changes} 次` })
      valueOf(await me('consultation.amend', { consultationId, matter }))
      changes += 1
      await wait(5)
    }
  })()
  for (let at = 0; kills < 4 && at < 40; at += 1) {
    const run = startNode(builtProgram('rotate-keys'), environment)
    while (!/wrapped/.test(run.output()) && run.child.exitCode === null) await wait(1)
    await wait(Math.random() * 20)
    const { signal } = await run.end('SIGKILL')
    if (signal === 'SIGKILL') kills += 1
    const versions = await keysByVersion(createSealing(both, store.pool))
    expect(Object.values(versions).reduce((sum, count) => sum + count)).toBe(1501)
    if (versions[1] === undefined) break
  }
  const last = startNode(builtProgram('rotate-keys'), environment)
  expect(await last.ended).toEqual({ code: 0, signal: null })
  isDone = true
  await writing
  expect(kills).toBeGreaterThan(0)
  expect(changes).toBeGreaterThan(0)
  expect(last.output()).toContain('older ones can be taken away')
  expect(last.output()).not.toMatch(/[A-Za-z0-9+/]{43}=/)
  expect(await keysByVersion(createSealing(after, store.pool))).toEqual({ 2: 1501 })
})

test('Twice at once, each key is wrapped once', async () => {
  await consultations(300)
  const [one, other] = await Promise.all([
    rotateKeys(database.store.pool, both),
    rotateKeys(database.store.pool, both),
  ])
  expect(one.wrapped + other.wrapped).toBe(300)
  expect(await keysByVersion(createSealing(after, database.store.pool))).toEqual({ 2: 300 })
})

test('A key that was destroyed while it was wrapped anew stays destroyed', async () => {
  await consultations(1)
  const slow = {
    ...both,
    wrap: async (key: Buffer, context: string) => {
      await database.store.pool.query(
        `update changlai.consultation set wrapped_key = null, key_version = null, sealed = null`,
      )
      return both.wrap(key, context)
    },
  }
  expect(await rotateKeys(database.store.pool, slow)).toMatchObject({ of: 1, wrapped: 0 })
  const { rows } = await database.store.pool.query('select wrapped_key from changlai.consultation')
  expect(rows).toEqual([{ wrapped_key: null }])
})

test('What is wrapped under a key that is not given is left, and named by its version alone', async () => {
  await consultations(2)
  const environment = {
    DATABASE_URL: database.appUrl,
    CHANGLAI_MASTER_KEYS: `2:${SECOND.toString('base64')}`,
  }
  const run = startNode(fromSource('rotate-keys'), environment)
  expect((await run.ended).code).toBe(1)
  expect(run.output()).toContain('2 under master key 1 could not be opened')
  expect(await keysByVersion(sealing)).toEqual({ 1: 2 })
})
