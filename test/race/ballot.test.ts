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
import { interrupted } from './interleaved'
import { without } from './weakened'

const PEOPLE = 120
const CAPACITY = 10
const LATE = 15

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

async function crowd(size: number): Promise<string[]> {
  const run = newRequestId()
  const people = Array.from({ length: size }, (_, index) => `${run}-${index}`)
  await Promise.all(people.map((person) => at(NOW)(person)('me.get', {})))
  return people
}

const proofOf = async (ballotId: string) =>
  valueOf(await at(NUMBER_AT)('anybody')('ballot.proof', { ballotId }))

/**
 * Some enter in time, and others once the list was read that is being frozen; gives who is told what.
 */
async function enterInTheLastMoment(store: Store) {
  const { poolId, ballotId } = await aBallot()
  const people = await crowd(2 * LATE)
  const call = at(CLOSES - 1, store)
  const enter = (some: string[]) =>
    Promise.all(some.map((person) => call(person)('ballot.enter', { wishes: [{ poolId }] })))
  const early = await enter(people.slice(0, LATE))
  let late: ReturnType<typeof enter>
  const enterLate = () => (late = enter(people.slice(LATE)))
  const read = { after: 'ballot.entries', meanwhile: enterLate, waiting: LATE }
  const freezing = interrupted(store, database, read)
  await closeBallots({ store: freezing, clock: fixedClock(CLOSES), log: silentLog })
  const replies = [...early, ...(await late!)]
  const told = replies.flatMap((reply) => (reply.ok ? [reply.value.entryNumber] : []))
  const codes = new Set(replies.flatMap((reply) => (reply.ok ? [] : [reply.code])))
  const listed = readList((await proofOf(ballotId)).list!)!.entries.map(({ number }) => number)
  return { told: told.sort((a, b) => a - b), listed, codes: [...codes] }
}

test('Whoever is told that they entered stands in the frozen list, and nobody else', async () => {
  const { told, listed, codes } = await enterInTheLastMoment(database.store)
  expect(told).toHaveLength(LATE)
  expect(listed).toEqual(told)
  expect(codes).toEqual(['CLOSED'])
})

test('The control: without the guard some are told that they entered and are not in the list', async () => {
  const weakened = without(database.store, 'ballot.enter', 'and ballot.closed_at is null')
  const { told, listed } = await enterInTheLastMoment(weakened)
  expect([told.length, listed.length]).toEqual([2 * LATE, LATE])
})

/** A ballot whose number is there, with its people entered. */
async function aBallotToDraw(people: number) {
  const { poolId, ballotId } = await aBallot()
  await Promise.all(
    (await crowd(people)).map((person) =>
      at(NOW)(person)('ballot.enter', { wishes: [{ poolId }] }).then(valueOf),
    ),
  )
  await closeBallots({ store: database.store, clock: fixedClock(CLOSES), log: silentLog })
  await database.store.pool.query(
    `update changlai.ballot set number = '20261124', number_confirmed_at = number_at
     where ballot_id = $1`,
    [ballotId],
  )
  return { poolId, ballotId }
}

/** Hosts that draw what there is to draw, each through its store; how many draws they made and broke off. */
async function drawAt(...stores: Store[]) {
  let brokenOff = 0
  const log = { ...silentLog, error: () => void (brokenOff += 1) }
  const made = await Promise.all(
    stores.map((store) => drawBallots({ store, clock: fixedClock(NUMBER_AT), log })),
  )
  return { brokenOff, made: made.reduce((sum, one) => sum + one, 0) }
}

/** A host draws once another has found that it is not drawn. */
async function drawInBetween(store: Store) {
  const { poolId } = await aBallotToDraw(2 * CAPACITY)
  let other: ReturnType<typeof drawAt>
  const drawing = () => (other = drawAt(store))
  const found = { after: 'ballot.lock', meanwhile: drawing }
  const both = [await drawAt(interrupted(store, database, found)), await other!]
  const { taken } = await countsOf(database.store, poolId)
  return { taken, both: both.sort((one, two) => one.made - two.made) }
}

test('Eight hosts that draw at once make one draw', async () => {
  const { poolId, ballotId } = await aBallotToDraw(PEOPLE)
  const { made, brokenOff } = await drawAt(...Array<Store>(8).fill(database.store))
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

test('A host that draws when another has found nothing drawn makes no second draw', async () => {
  const both = [
    { made: 0, brokenOff: 0 },
    { made: 1, brokenOff: 0 },
  ]
  expect(await drawInBetween(database.store)).toEqual({ taken: CAPACITY, both })
})

test('The control: without the lock both draw, and only the last wall stops the second', async () => {
  const weakened = without(database.store, 'ballot.lock', 'for no key update')
  const both = [
    { made: 0, brokenOff: 1 },
    { made: 1, brokenOff: 0 },
  ]
  expect(await drawInBetween(weakened)).toEqual({ taken: CAPACITY, both })
})

/**
 * Two members of staff enter numbers, the second once the first was found to be alone; gives how many
 * were taken and confirmed.
 */
async function enterNumbersAtOnce(store: Store, numbers: readonly [string, string]) {
  const { ballotId } = await aBallot()
  await closeBallots({ store: database.store, clock: fixedClock(CLOSES), log: silentLog })
  let second: ReturnType<typeof enter>
  const found = { after: 'ballot.number-of-another', meanwhile: () => (second = enter(1)) }
  const call = at(NUMBER_AT, interrupted(store, database, found))
  const enter = (index: 0 | 1) =>
    call(staff[index]!)('ballot.publishNumber', { ballotId, number: numbers[index] })
  const replies = [await enter(0), await second!]
  return {
    taken: replies.filter(({ ok }) => ok).length,
    confirmed: replies.filter((reply) => reply.ok && reply.value.confirmed).length,
  }
}

test('Of two numbers entered at once one is taken; of the same number twice one is confirmed', async () => {
  const differing = await enterNumbersAtOnce(database.store, ['123456', '123457'])
  expect(differing).toEqual({ taken: 1, confirmed: 0 })
  const same = await enterNumbersAtOnce(database.store, ['123456', '12-34-56'])
  expect(same).toEqual({ taken: 2, confirmed: 1 })
})

test('The control: without the lock neither sees the other’s number', async () => {
  const weakened = without(database.store, 'ballot.lock', 'for no key update')
  const { taken } = await enterNumbersAtOnce(weakened, ['123456', '123457'])
  expect(taken).toBe(2)
})
