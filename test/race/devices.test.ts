import { databaseClock } from '../../src/cloud/clock'
import { createDispatch } from '../../src/cloud/dispatch'
import type { Store } from '../../src/cloud/store'
import { callerOf, newRequestId, valueOf } from '../support/builders/caller'
import { beginAt, claimAt } from '../support/builders/desk'
import { type TestDatabase, testDatabase } from '../support/database'
import { silentLog } from '../support/silent-log'
import { interrupted } from './interleaved'
import { without } from './weakened'

const CLAIMS = 20
const ONCE = "and state = 'approved'"

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase({ poolSize: CLAIMS })
})
afterAll(() => database.drop())

/** An approved sign-in, at the clock of a store. */
async function approved(store: Store) {
  const clock = await databaseClock(store.pool)
  const dispatch = createDispatch({ store, clock, log: silentLog, desks: true })
  const phone = callerOf(dispatch, `claims-${newRequestId()}`)
  const begun = await beginAt(dispatch)
  valueOf(await phone('devices.look', { code: begun.code }))
  valueOf(await phone('devices.approve', { code: begun.code, check: begun.check }))
  return { claim: () => claimAt(dispatch, begun), end: () => clock.stop() }
}

const sessionsIn = (claims: { token: string | null }[]) =>
  claims.filter(({ token }) => token !== null).length

/** Somebody claims once another has found the sign-in approved; gives how many got a session. */
async function claimedInBetween(store: Store): Promise<number> {
  const claims: ReturnType<typeof claimAt>[] = []
  const claiming = () => claims[claims.push(claim()) - 1]!
  const found = { before: 'desk-sessions.claim', meanwhile: claiming }
  const { claim, end } = await approved(interrupted(store, database, found))
  await claiming()
  const sessions = sessionsIn(await Promise.all(claims))
  end()
  return sessions
}

test('An approved sign-in that is claimed twenty times at once gives one session', async () => {
  for (let round = 0; round < 4; round += 1) {
    const { claim, end } = await approved(database.store)
    expect(sessionsIn(await Promise.all(Array.from({ length: CLAIMS }, claim)))).toBe(1)
    end()
  }
  expect(await claimedInBetween(database.store)).toBe(1)
})

test('It gives two where a claim does not look whether it was claimed: the control', async () => {
  const weaker = without(database.store, 'desk-sessions.claim', ONCE)
  expect(await claimedInBetween(weaker)).toBe(2)
})
