import { closeBallots, drawBallots } from '../../src/cloud/jobs/hold-ballots'
import { fixedClock } from '../../src/cloud/clock'
import { createDispatch } from '../../src/cloud/dispatch'
import { readList } from '../../src/domain/ballot/entry-list'
import { readResults } from '../../src/domain/ballot/results'
import { verify } from '../../src/domain/ballot/verify'
import type { Store } from '../../src/cloud/store'
import { toInstantText } from '../../src/domain/time/instant'
import { CLOSES, NUMBER_AT, aDrawnPool } from '../support/builders/ballot'
import { callerOf, newRequestId, valueOf } from '../support/builders/caller'
import { NOW, aCentre } from '../support/builders/programme'
import { countsOf, entriesOf } from '../support/builders/waitlist'
import { type TestDatabase, testDatabase } from '../support/database'
import { silentLog } from '../support/silent-log'
import { without } from './weakened'

const PEOPLE = 120
const CAPACITY = 10

let database: TestDatabase
let centreId: string
let staff: string[]

beforeAll(async () => {
  database = await testDatabase({ poolSize: 40 })
  centreId = await aCentre(database.store)
  staff = [`staff-${newRequestId()}`, `staff-${newRequestId()}`]
  for (const name of staff) {
    valueOf(await at(NOW)(name)('me.get', {}))
    await database.store.pool.query(
      `insert into changlai.role_grant (centre_id, person_id, role)
       select $1, person_id, 'staff' from changlai.person_identity where subject = $2`,
      [centreId, name],
    )
  }
})
afterAll(() => database.drop())

/** Calls by people, at a time of their own, through a store that may lack a guard. */
function at(instant: number, store: Store = database.store) {
  const dispatch = createDispatch({ store, clock: fixedClock(instant), log: silentLog })
  return (subject: string) => callerOf(dispatch, subject)
}

async function aBallot() {
  const poolId = await aDrawnPool(database.store, centreId, { capacity: CAPACITY })
  const announced = { numberSource: '示例数字来源', numberAt: toInstantText(NUMBER_AT) }
  const { ballotId } = valueOf(
    await at(NOW)(staff[0]!)('ballot.announce', { centreId, poolIds: [poolId], ...announced }),
  )
  return { poolId, ballotId }
}

async function crowd(): Promise<string[]> {
  const run = newRequestId()
  const people = Array.from({ length: PEOPLE }, (_, index) => `${run}-${index}`)
  await Promise.all(people.map((person) => at(NOW)(person)('me.get', {})))
  return people
}

const proofOf = async (ballotId: string) =>
  valueOf(await at(NUMBER_AT)('anybody')('ballot.proof', { ballotId }))

/** Everybody enters in the last moment, while the list is frozen; gives who is told what. */
async function enterInTheLastMoment(store: Store) {
  const { poolId, ballotId } = await aBallot()
  const people = await crowd()
  const call = at(CLOSES - 1, store)
  const entering = people.map((person) => call(person)('ballot.enter', { wishes: [{ poolId }] }))
  // The list is frozen once some have entered and the others are on their way.
  await Promise.race(entering)
  const host = { store, clock: fixedClock(CLOSES), log: silentLog }
  const [replies] = await Promise.all([Promise.all(entering), closeBallots(host)])
  const told = replies.flatMap((reply) => (reply.ok ? [reply.value.entryNumber] : []))
  const codes = new Set(replies.flatMap((reply) => (reply.ok ? [] : [reply.code])))
  const listed = readList((await proofOf(ballotId)).list!)!.entries.map(({ number }) => number)
  return { told: told.sort((a, b) => a - b), listed, codes: [...codes] }
}

test('Whoever is told that they entered stands in the frozen list, and nobody else', async () => {
  let late = 0
  for (let round = 0; round < 3; round += 1) {
    const { told, listed, codes } = await enterInTheLastMoment(database.store)
    expect(listed).toEqual(told)
    expect(['CLOSED', undefined]).toContain(codes[0])
    late += PEOPLE - told.length
  }
  // Some did come too late, so the two did meet.
  expect(late).toBeGreaterThan(0)
})

test('The control: without the guard some are told that they entered and are not in the list', async () => {
  const weakened = without(database.store, 'ballot.enter', 'and ballot.closed_at is null')
  let lost = 0
  for (let round = 0; round < 5 && lost === 0; round += 1) {
    const { told, listed } = await enterInTheLastMoment(weakened)
    lost += told.length - listed.length
  }
  expect(lost).toBeGreaterThan(0)
})

/** Eight hosts draw one ballot at once; gives how many draws were made and how many broke off. */
async function drawAtManyHosts(store: Store) {
  const { poolId, ballotId } = await aBallot()
  await Promise.all(
    (await crowd()).map((person) =>
      at(NOW)(person)('ballot.enter', { wishes: [{ poolId }] }).then(valueOf),
    ),
  )
  await closeBallots({ store: database.store, clock: fixedClock(CLOSES), log: silentLog })
  await database.store.pool.query(
    `update changlai.ballot set number = '20261124', number_confirmed_at = number_at
     where ballot_id = $1`,
    [ballotId],
  )
  let brokenOff = 0
  const log = { ...silentLog, error: () => void (brokenOff += 1) }
  const host = { store, clock: fixedClock(NUMBER_AT), log }
  const made = await Promise.all(Array.from({ length: 8 }, () => drawBallots(host)))
  return { poolId, ballotId, brokenOff, made: made.reduce((sum, one) => sum + one, 0) }
}

test('Eight hosts that draw at once make one draw', async () => {
  const { poolId, ballotId, made, brokenOff } = await drawAtManyHosts(database.store)
  expect({ made, brokenOff }).toEqual({ made: 1, brokenOff: 0 })
  const proof = await proofOf(ballotId)
  expect(verify(proof)).toEqual([])
  const entries = await entriesOf(database.store, poolId)
  expect(entries.map(({ turn }) => turn)).toEqual(
    readResults(proof.results!)!.map(({ place }) => place),
  )
  expect(await countsOf(database.store, poolId)).toMatchObject({
    taken: CAPACITY,
    held: CAPACITY,
    waiting: PEOPLE - CAPACITY,
  })
})

test('The control: without the lock several draw, and only the last wall stops the second', async () => {
  const weakened = without(database.store, 'ballot.lock', 'for no key update')
  let stopped = 0
  for (let round = 0; round < 3 && stopped === 0; round += 1) {
    const { poolId, brokenOff } = await drawAtManyHosts(weakened)
    stopped += brokenOff
    expect(await countsOf(database.store, poolId)).toMatchObject({ taken: CAPACITY })
  }
  expect(stopped).toBeGreaterThan(0)
})

/** Two members of staff enter numbers in the same moment; gives how many were taken and confirmed. */
async function enterNumbersAtOnce(store: Store, numbers: readonly [string, string]) {
  const { ballotId } = await aBallot()
  await closeBallots({ store: database.store, clock: fixedClock(CLOSES), log: silentLog })
  const call = at(NUMBER_AT, store)
  const replies = await Promise.all(
    numbers.map((number, index) =>
      call(staff[index]!)('ballot.publishNumber', { ballotId, number }),
    ),
  )
  return {
    taken: replies.filter(({ ok }) => ok).length,
    confirmed: replies.filter((reply) => reply.ok && reply.value.confirmed).length,
  }
}

test('Of two numbers entered at once one is taken; of the same number twice one is confirmed', async () => {
  for (let round = 0; round < 10; round += 1) {
    const differing = await enterNumbersAtOnce(database.store, ['123456', '123457'])
    expect(differing).toEqual({ taken: 1, confirmed: 0 })
    const same = await enterNumbersAtOnce(database.store, ['123456', '12-34-56'])
    expect(same).toEqual({ taken: 2, confirmed: 1 })
  }
})

test('The control: without the lock neither sees the other’s number', async () => {
  const weakened = without(database.store, 'ballot.lock', 'for no key update')
  let both = 0
  for (let round = 0; round < 40 && both === 0; round += 1) {
    const { taken } = await enterNumbersAtOnce(weakened, ['123456', '123457'])
    if (taken === 2) both += 1
  }
  expect(both).toBe(1)
})
