import { databaseClock } from '../../src/cloud/clock'
import { createDispatch } from '../../src/cloud/dispatch'
import type { Store } from '../../src/cloud/store'
import { callerOf, newRequestId, valueOf } from '../support/builders/caller'
import { beginAt, claimAt } from '../support/builders/desk'
import { type TestDatabase, testDatabase } from '../support/database'
import { silentLog } from '../support/silent-log'
import { without } from './weakened'

const CLAIMS = 20
const ONCE = "and state = 'approved'"

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase({ poolSize: CLAIMS })
})
afterAll(() => database.drop())

/** Rounds in which one approved sign-in is claimed twenty times at once; gives how many got a session. */
async function claimed(store: Store, rounds: number, until: (sessions: number) => boolean) {
  const clock = await databaseClock(store.pool)
  const dispatch = createDispatch({ store, clock, log: silentLog, desks: true })
  const outcomes: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const phone = callerOf(dispatch, `claims-${newRequestId()}`)
    const begun = await beginAt(dispatch)
    valueOf(await phone('devices.look', { code: begun.code }))
    valueOf(await phone('devices.approve', { code: begun.code, check: begun.check }))
    const all = Array.from({ length: CLAIMS }, () => claimAt(dispatch, begun))
    const tokens = (await Promise.all(all)).filter(({ token }) => token !== null)
    outcomes.push(tokens.length)
    if (until(tokens.length)) break
  }
  clock.stop()
  return outcomes
}

describe('an approved sign-in that is claimed twenty times at once', () => {
  test('gives one session', async () => {
    expect(await claimed(database.store, 8, () => false)).toEqual(
      Array.from({ length: 8 }, () => 1),
    )
  })

  test('gives more where a claim does not look whether it was claimed: the control', async () => {
    const weaker = without(database.store, 'desk-sessions.claim', ONCE)
    const got = await claimed(weaker, 20, (sessions) => sessions > 1)
    expect(got.at(-1)).toBeGreaterThan(1)
  })
})
