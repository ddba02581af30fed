import type { Answer } from '../../src/contract'
import { fixedClock } from '../../src/cloud/clock'
import { createDispatch } from '../../src/cloud/dispatch'
import type { Sealing } from '../../src/cloud/sealing/sealing'
import type { Store } from '../../src/cloud/store'
import { DAY, HOUR } from '../../src/domain/time/instant'
import { type Caller, callerOf, newRequestId, valueOf } from '../support/builders/caller'
import { aProfessional, aSlot, anIntake, testSealing } from '../support/builders/consultation'
import { NOW, aCentre, seatsOf } from '../support/builders/programme'
import { type TestDatabase, testDatabase } from '../support/database'
import { silentLog } from '../support/silent-log'
import { interrupted } from './interleaved'
import { without } from './weakened'

const ROUNDS = 8

let database: TestDatabase
let sealing: Sealing
let centreId: string

beforeAll(async () => {
  database = await testDatabase({ poolSize: 40 })
  sealing = testSealing(database.store)
  await sealing.prepareHashes()
  centreId = await aCentre(database.store)
})
afterAll(() => database.drop())

/** Somebody new who has signed in, so that what follows meets at the lawyer and not at the door. */
async function someone(store: Store): Promise<Caller> {
  const dispatch = createDispatch({ store, clock: fixedClock(NOW), log: silentLog, sealing })
  const caller = callerOf(dispatch, `someone-${newRequestId()}`)
  valueOf(await caller('me.get', {}))
  return caller
}

/**
 * Two sides of one dispute ask the same lawyer for different times, the second once the lawyer was found
 * not to have met the first's other side; gives how many get one.
 */
async function bothSidesAsk(store: Store): Promise<number> {
  const lawyerId = await aProfessional(database.store, centreId, 'lawyer')
  const run = newRequestId()
  const [one, other] = [`示例甲${run.slice(-12)}`, `示例乙${run.slice(-12)}`]
  let second: ReturnType<Ask>
  const found = { after: 'consultations.has-met', meanwhile: () => (second = askSecond()) }
  const asked = interrupted(store, database, found)
  const ask = async (own: string, against: string, startsAt: number): Promise<Ask> => {
    const poolId = await aSlot(database.store, centreId, lawyerId, { startsAt })
    const caller = await someone(asked)
    const intake = anIntake({ name: own, otherParties: [against] })
    return () => caller('consultation.request', { ...intake, poolId })
  }
  const askFirst = await ask(one, other, NOW + DAY)
  const askSecond = await ask(other, one, NOW + 2 * DAY)
  const answers = [await askFirst(), await second!]
  const refused = answers.flatMap((answer) => (answer.ok ? [] : [answer.code]))
  expect(refused.every((code) => code === 'SLOT_TAKEN')).toBe(true)
  return answers.length - refused.length
}

type Ask = () => Promise<Answer<'consultation.request'>>

test('Of two sides that ask the same lawyer at once, one gets a time', async () => {
  for (let round = 0; round < 3; round += 1) expect(await bothSidesAsk(database.store)).toBe(1)
})

test('Without the lock on the lawyer, both get one', async () => {
  const weak = without(database.store, 'consultations.hold-people', 'for no key update')
  expect(await bothSidesAsk(weak)).toBe(2)
})

test('Thirty who ask for one half hour at once: one gets it, and nothing is left of the others', async () => {
  const { store } = database
  const lawyerId = await aProfessional(store, centreId, 'lawyer')
  const poolId = await aSlot(store, centreId, lawyerId)
  const people = await Promise.all(Array.from({ length: 30 }, () => someone(store)))
  const answers = await Promise.all(
    people.map((one, at) =>
      one('consultation.request', { ...anIntake({ name: `示例${at}号` }), poolId }),
    ),
  )
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await seatsOf(store, poolId)).toEqual({ taken: 1, booked: 1, people: 1 })
  const { rows } = await store.pool.query<{ consultations: number; met: number }>(
    `select (select count(*) from changlai.consultation where professional_id = $1) as consultations,
       (select count(*) from changlai.professional_met where person_id = $1) as met`,
    [lawyerId],
  )
  expect(rows).toEqual([{ consultations: 1, met: 1 }])
})

test('Two who change places with each other at once do not wait in a circle', async () => {
  const { store } = database
  for (let round = 0; round < ROUNDS; round += 1) {
    const startsAt = NOW + DAY + round * HOUR
    const [one, other] = [await someone(store), await someone(store)]
    const [first, second] = [
      await aSlot(store, centreId, await aProfessional(store, centreId, 'lawyer'), { startsAt }),
      await aSlot(store, centreId, await aProfessional(store, centreId, 'lawyer'), { startsAt }),
    ]
    const ask = async (caller: Caller, poolId: string) =>
      valueOf(await caller('consultation.request', { ...anIntake(), poolId })).consultationId
    const [mine, theirs] = [await ask(one, first), await ask(other, second)]
    // The caller expects 200: a deadlock would be answered with 503.
    await Promise.all([
      one('consultation.reschedule', { consultationId: mine, poolId: second }),
      other('consultation.reschedule', { consultationId: theirs, poolId: first }),
    ])
    for (const poolId of [first, second]) {
      const { taken, booked } = await seatsOf(store, poolId)
      expect([taken, booked]).toEqual([1, 1])
    }
  }
})

test('Withdrawn and rescheduled at once, one of the two happens and every seat is counted', async () => {
  const { store } = database
  const lawyerId = await aProfessional(store, centreId, 'lawyer')
  for (let round = 0; round < ROUNDS; round += 1) {
    const startsAt = NOW + DAY + round * HOUR
    const caller = await someone(store)
    const [first, second] = [
      await aSlot(store, centreId, lawyerId, { startsAt }),
      await aSlot(store, centreId, lawyerId, { startsAt: startsAt + HOUR / 2 }),
    ]
    const intake = anIntake({ name: `示例${newRequestId()}`.slice(0, 20) })
    const asked = await caller('consultation.request', { ...intake, poolId: first })
    const { consultationId } = valueOf(asked)
    await Promise.all([
      caller('consultation.withdraw', { consultationId }),
      caller('consultation.reschedule', { consultationId, poolId: second }),
    ])
    const got = valueOf(await caller('consultation.get', { consultationId }))
    expect(got).toMatchObject({ state: 'withdrawn', meeting: null })
    for (const poolId of [first, second]) {
      expect(await seatsOf(store, poolId)).toEqual({ taken: 0, booked: 0, people: 0 })
    }
  }
})
