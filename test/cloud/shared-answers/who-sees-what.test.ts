import { fixedClock } from '../../../src/cloud/clock'
import { type Dispatch, createDispatch } from '../../../src/cloud/dispatch'
import { SHOWN_FOR_MS, SharedAnswers } from '../../../src/cloud/shared-answers/shared-answers'
import { HOUR } from '../../../src/domain/time/instant'
import { callerOf, refusalOf, valueOf } from '../../support/builders/caller'
import { aPlan } from '../../support/builders/plan'
import { NOW, aCentre, aPool } from '../../support/builders/programme'
import { type TestDatabase, testDatabase } from '../../support/database'
import { silentLog } from '../../support/silent-log'

let database: TestDatabase
let dispatch: Dispatch
let shared: SharedAnswers
let centreId: string
let activityId: string
let poolId: string
let time = 0
const clock = fixedClock(NOW)
const as = (subject: string | null) => callerOf(dispatch, subject)

beforeAll(async () => {
  database = await testDatabase()
  const { store } = database
  shared = new SharedAnswers(() => time)
  dispatch = createDispatch({ store, clock, log: silentLog, shared })
  centreId = await aCentre(store)
  await as('staff')('me.get', {})
  await store.pool.query(
    `insert into changlai.role_grant (centre_id, person_id, role)
     select $1, person_id, 'staff' from changlai.person_identity where subject = 'staff'`,
    [centreId],
  )
})
afterAll(() => database.drop())

beforeEach(async () => {
  time += 10 * SHOWN_FOR_MS
  clock.set(NOW)
  activityId = `${centreId}.course${time}`
  poolId = await aPool(database.store, centreId, {
    ...{ capacity: 5, opensAt: NOW - HOUR },
    activity: { activity_id: activityId },
  })
})

const pageOf = async (subject: string | null) =>
  valueOf(await as(subject)('activities.get', { activityId }))
const takenFor = async (subject: string | null) => (await pageOf(subject)).pools[0]!.taken
const later = () => (time += 1)

test('who books sees it at once, others in a second, and nobody what is another’s', async () => {
  for (const subject of ['one', 'two', null]) expect(await takenFor(subject)).toBe(0)
  later()
  const { bookingId } = valueOf(await as('one')('seats.book', { poolId }))
  later()
  expect(await takenFor('two')).toBe(0)
  expect(await takenFor('one')).toBe(1)
  expect(await takenFor('two')).toBe(1)
  expect(valueOf(await as('one')('seats.mine', {})).bookings[0]).toMatchObject({ bookingId })
  expect(valueOf(await as('two')('seats.mine', {})).bookings).toEqual([])
  later()
  valueOf(await as('one')('seats.cancel', { bookingId }))
  later()
  expect(await takenFor('two')).toBe(1)
  expect(await takenFor('one')).toBe(0)
})

test('what another host booked is seen after a second', async () => {
  expect(await takenFor('one')).toBe(0)
  const otherHost = createDispatch({ store: database.store, clock, log: silentLog })
  valueOf(await callerOf(otherHost, 'two')('seats.book', { poolId }))
  time += SHOWN_FOR_MS - 1
  expect(await takenFor('one')).toBe(0)
  later()
  expect(await takenFor('one')).toBe(1)
})

test('staff, residents and visitors are shown the same, in lists as on pages', async () => {
  const day = '2026-11-23'
  const asked = [
    ['activities.get', { activityId }],
    ['activities.list', { centreId }],
    ['calendar.list', { centreId, from: day, to: day }],
    ['centres.list', {}],
  ] as const
  const { asked: before } = shared.counts
  for (const [operation, input] of asked) {
    const answers = []
    for (const subject of ['staff', 'one', null]) answers.push(await as(subject)(operation, input))
    expect(answers[1]).toEqual(answers[0])
    expect(answers[2]).toEqual(answers[0])
    valueOf(answers[0]!)
  }
  expect(shared.counts.asked).toBe(before + asked.length)
})

test('a draft is its staff’s alone, and what they publish is seen by all at once', async () => {
  const plan = aPlan({ title: '示例新课' })
  const draft = { centreId, activityId: null, version: null, plan, reason: null }
  const { activityId, version } = valueOf(await as('staff')('programme.save', draft))
  const span = { centreId, from: '2026-11-23', to: '2026-11-29' }
  const listed = async (subject: string) =>
    valueOf(await as(subject)('calendar.list', span)).occurrences.filter(
      (one) => one.activityId === activityId,
    ).length
  expect(valueOf(await as('staff')('programme.get', { activityId })).state).toBe('draft')
  for (const subject of ['staff', 'one']) {
    expect(await listed(subject)).toBe(0)
    const hidden = await as(subject)('activities.get', { activityId })
    expect(refusalOf(hidden)).toEqual({ code: 'NOT_FOUND', facts: { what: 'activity' } })
  }
  later()
  valueOf(await as('staff')('programme.publish', { activityId, version }))
  later()
  expect(await listed('one')).toBe(1)
  expect(valueOf(await as('one')('activities.get', { activityId })).title).toBe('示例新课')
})

test('at the instant at which it opens everybody sees it open, each with the time at which they ask', async () => {
  const opensAt = NOW + 12_345
  await database.store.pool.query('update changlai.pool set opens_at = $2 where pool_id = $1', [
    poolId,
    new Date(opensAt),
  ])
  const seen = async (subject: string) => {
    const { now, pools } = await pageOf(subject)
    return [Date.parse(now), pools[0]!.state]
  }
  const second = (instant: number) => Math.floor(instant / 1000) * 1000
  clock.set(opensAt - 500)
  expect(await seen('one')).toEqual([second(opensAt - 500), 'upcoming'])
  clock.set(opensAt - 1)
  later()
  expect(await seen('two')).toEqual([second(opensAt - 1), 'upcoming'])
  clock.set(opensAt)
  later()
  expect(await seen('two')).toEqual([second(opensAt), 'open'])
  clock.set(opensAt + 900)
  later()
  expect(await seen('one')).toEqual([second(opensAt + 900), 'open'])
})
