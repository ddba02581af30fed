import { fixedClock } from '../../../src/cloud/clock'
import { createDispatch } from '../../../src/cloud/dispatch'
import { programmeOf } from '../../../src/cloud/store/queries/feed'
import { DAY, HOUR, MINUTE } from '../../../src/domain/time/instant'
import { callerOf, newRequestId, valueOf } from '../../support/builders/caller'
import { aProfessional, aSlot, anIntake, testSealing } from '../../support/builders/consultation'
import { NOW, aCentre, aPool, anActivity } from '../../support/builders/programme'
import { type TestDatabase, asOwner, testDatabase } from '../../support/database'
import { silentLog } from '../../support/silent-log'

let database: TestDatabase
let centreId: string
let activityId: string

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

const dispatch = () =>
  createDispatch({
    store: database.store,
    clock: fixedClock(NOW),
    log: silentLog,
    sealing: testSealing(database.store),
  })

/** A lawyer's Monday: two half hours at 10:00 and 10:30, three from 14:00 on, one at 19:00. */
async function aMonday(): Promise<string[]> {
  centreId = await aCentre(database.store)
  activityId = await anActivity(database.store, centreId, {
    title: '公益法律咨询',
    category: 'legal',
  })
  const lawyerId = await aProfessional(database.store, centreId, 'lawyer')
  const monday = NOW + DAY - 9 * HOUR
  const slots: string[] = []
  for (const minutes of [600, 630, 840, 870, 900, 1140]) {
    const startsAt = monday + minutes * MINUTE
    slots.push(await aSlot(database.store, centreId, lawyerId, { startsAt, activityId }))
  }
  return slots
}

async function calendar() {
  const week = { centreId, from: '2026-11-22', to: '2026-11-28' }
  const { occurrences } = valueOf(await callerOf(dispatch(), null)('calendar.list', week))
  return occurrences
}

test('The calendar says in one line for each part of the day that the lawyer is there', async () => {
  const slots = await aMonday()
  const lecture = await aPool(database.store, centreId, { capacity: 30 })
  const me = callerOf(dispatch(), `someone-${newRequestId()}`)
  valueOf(await me('consultation.request', { ...anIntake(), poolId: slots[2]! }))
  const occurrences = await calendar()
  expect(
    occurrences.map(({ title, startsAt, endsAt }) => [
      title,
      startsAt.slice(11, 16),
      endsAt.slice(11, 16),
    ]),
  ).toEqual([
    ['示例讲座', '09:00', '11:00'],
    ['公益法律咨询', '10:00', '11:00'],
    ['公益法律咨询', '14:00', '15:30'],
    ['公益法律咨询', '19:00', '19:30'],
  ])
  expect(occurrences[0]).toMatchObject({ poolId: lecture, capacity: 30, poolState: 'open' })
  expect(occurrences.map(({ intake }) => intake)).toEqual([
    undefined,
    { service: 'legal', free: 2 },
    { service: 'legal', free: 2 },
    { service: 'legal', free: 1 },
  ])
  for (const one of occurrences.slice(1)) {
    const nothing = { poolId: null, capacity: null, taken: null, poolState: null, opensAt: null }
    expect(one).toMatchObject(nothing)
  }
})

test('A half hour that was withdrawn is not told of, and the next one stands for the rest', async () => {
  const slots = await aMonday()
  await database.store.pool.query(
    `update changlai.occurrence set state = 'cancelled' where pool_id = any ($1)`,
    [[slots[2], slots[5]]],
  )
  const times = (await calendar()).map(({ startsAt, endsAt }) => [startsAt, endsAt])
  expect(times.map((one) => one.map((text) => text.slice(11, 16)))).toEqual([
    ['10:00', '11:00'],
    ['14:30', '15:30'],
  ])
})

test('Hours of a lawyer who has left, or that cannot be asked for yet or any more, are not free', async () => {
  const slots = await aMonday()
  const { pool } = database.store
  const free = async () => (await calendar()).map(({ intake }) => intake!.free)
  expect(await free()).toEqual([2, 3, 1])
  await pool.query(
    `update changlai.pool set opens_at = starts_at - interval '2 hours',
      closes_at = starts_at - interval '1 hour' where pool_id = $1`,
    [slots[2]],
  )
  expect(await free()).toEqual([2, 2, 1])
  await asOwner(database, `delete from changlai.role_grant where centre_id = '${centreId}'`)
  expect(await free()).toEqual([0, 0, 0])
})

test('The public feed has the same sittings', async () => {
  await aMonday()
  const { activities } = (await programmeOf(database.store, centreId))!
  const hours = activities[0]!.occurrences.map(({ startsAt, endsAt }) => (endsAt - startsAt) / HOUR)
  expect(hours).toEqual([1, 1.5, 0.5])
})
