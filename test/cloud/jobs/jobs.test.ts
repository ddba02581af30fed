import { createDispatch } from '../../../src/cloud/dispatch'
import { fixedClock } from '../../../src/cloud/clock'
import { runDueJobs } from '../../../src/cloud/jobs'
import type { Rule } from '../../../src/domain/calendar/recurrence'
import type { Seating } from '../../../src/domain/calendar/seating'
import { addDays, dateOf } from '../../../src/domain/time/date'
import { DAY, HOUR } from '../../../src/domain/time/instant'
import { callerOf, newRequestId, valueOf } from '../../support/builders/caller'
import { NOW, aCentre, aPool, anActivity } from '../../support/builders/programme'
import { type TestDatabase, testDatabase } from '../../support/database'
import { silentLog } from '../../support/silent-log'

let database: TestDatabase
let centreId: string
const clock = fixedClock(NOW)
const run = () => runDueJobs({ store: database.store, clock, log: silentLog })

beforeEach(async () => {
  clock.set(NOW)
  database = await testDatabase()
  centreId = await aCentre(database.store)
})
afterEach(() => database.drop())

const THURSDAYS: Rule = {
  frequency: 'weekly',
  weekdays: [4],
  startsOn: '2026-11-01',
  time: '15:00',
  durationMinutes: 90,
  onRestDays: 'drop',
}
const SEATS: Seating = {
  per: 'occurrence',
  capacity: 60,
  opensDaysBefore: 21,
  opensAt: '09:00',
  closesMinutesBefore: 30,
  cancelHoursBefore: 2,
}

function endless(rule: Rule, seating: Seating | null): Promise<string> {
  return anActivity(database.store, centreId, {
    rule: JSON.stringify(rule),
    seating: seating && JSON.stringify(seating),
  })
}

function occurrencesOf(activityId: string) {
  return database.store.db
    .selectFrom('changlai.occurrence as o')
    .leftJoin('changlai.pool as p', 'p.pool_id', 'o.pool_id')
    .select(['o.day', 'o.starts_at', 'o.pool_id', 'o.original_starts_at', 'p.capacity'])
    .select(['p.opens_at', 'p.closes_at', 'p.cancel_until'])
    .where('o.activity_id', '=', activityId)
    .orderBy('o.starts_at')
    .execute()
}

test('An activity without end has its occurrences and pools for 120 days to come', async () => {
  const lectures = await endless(THURSDAYS, SEATS)
  const daily = await endless({ ...THURSDAYS, weekdays: [1, 2, 3, 4, 5, 6, 7] }, null)
  await run()
  const occurrences = await occurrencesOf(lectures)
  const today = dateOf(NOW)
  expect(occurrences[0]!.day).toBe('2026-11-26')
  expect(occurrences[occurrences.length - 1]!.day >= addDays(today, 113)).toBe(true)
  expect(occurrences.every(({ capacity }) => capacity === 60)).toBe(true)
  expect(new Set(occurrences.map(({ pool_id }) => pool_id)).size).toBe(occurrences.length)
  const start = occurrences[0]!.starts_at
  expect(occurrences[0]).toMatchObject({
    opens_at: Date.parse('2026-11-05T09:00:00+08:00'),
    closes_at: start - 30 * 60_000,
    cancel_until: start - 2 * HOUR,
  })
  const days = (await occurrencesOf(daily)).map(({ day }) => day)
  for (let ahead = 0; ahead <= 120; ahead += 1) {
    const day = addDays(today, ahead)
    // 元旦 and 春节 are no days for lectures.
    if (!/^2027-(01-01|02-(0[5-9]|1\d|2[0-2]))$/.test(day)) expect(days).toContain(day)
  }
})

test('A second pass, and two hosts at once, add nothing twice', async () => {
  const activityId = await endless(THURSDAYS, SEATS)
  const [one, other] = await Promise.all([run(), run()])
  const count = (await occurrencesOf(activityId)).length
  expect(one.occurrencesAdded + other.occurrencesAdded).toBe(count)
  expect((await run()).occurrencesAdded).toBe(0)
  const pools = await database.store.db.selectFrom('changlai.pool').select('pool_id').execute()
  expect(pools).toHaveLength(count)
})

test('Weeks later the programme goes on where it ended, and what was changed stays changed', async () => {
  const activityId = await endless(THURSDAYS, SEATS)
  await run()
  const before = await occurrencesOf(activityId)
  const moved = before[3]!
  await database.store.db
    .updateTable('changlai.occurrence')
    .set({ state: 'rescheduled', starts_at: new Date(moved.starts_at + HOUR) })
    .where('pool_id', '=', moved.pool_id)
    .execute()
  clock.set(NOW + 60 * DAY)
  await run()
  const after = await occurrencesOf(activityId)
  expect(after.length).toBeGreaterThan(before.length)
  expect(new Set(after.map((one) => one.original_starts_at)).size).toBe(after.length)
  expect(after.find(({ pool_id }) => pool_id === moved.pool_id)!.starts_at).toBe(
    moved.starts_at + HOUR,
  )
  const last = after[after.length - 1]!
  expect(last.starts_at).toBeGreaterThan(NOW + (60 + 113) * DAY)
})

test('Rules with an end, and activities that are not published, are left alone', async () => {
  await endless({ ...THURSDAYS, count: 4 }, SEATS)
  await endless({ ...THURSDAYS, until: '2027-01-31' }, SEATS)
  await anActivity(database.store, centreId, { published: false })
  expect((await run()).occurrencesAdded).toBe(0)
})

test('An afternoon that is cut into slots has one seat in each', async () => {
  const rule: Rule = { ...THURSDAYS, time: '14:00', durationMinutes: 180 }
  const activityId = await endless(rule, { ...SEATS, capacity: 1, slotMinutes: 30 })
  await run()
  const first = (await occurrencesOf(activityId)).filter(({ day }) => day === '2026-11-26')
  expect(
    first.map(({ starts_at }) => new Date(starts_at + 8 * HOUR).toISOString().slice(11, 16)),
  ).toEqual(['14:00', '14:30', '15:00', '15:30', '16:00', '16:30'])
  expect(new Set(first.map(({ pool_id }) => pool_id)).size).toBe(6)
  expect(first.every(({ capacity }) => capacity === 1)).toBe(true)
})

test('A long local key leaves room for the day', async () => {
  const activityId = `${centreId}.${'x'.repeat(39)}`
  await anActivity(database.store, centreId, {
    activity_id: activityId,
    rule: JSON.stringify(THURSDAYS),
    seating: JSON.stringify({ ...SEATS, slotMinutes: 30 }),
  })
  expect((await run()).occurrencesAdded).toBeGreaterThan(30)
})

test('Answers are kept for 48 hours and then forgotten', async () => {
  const me = callerOf(createDispatch({ store: database.store, clock, log: silentLog }), 'forgetful')
  const poolId = await aPool(database.store, centreId)
  const requestId = newRequestId()
  const booked = await me('seats.book', { poolId }, requestId)
  valueOf(booked)
  clock.set(NOW + 48 * HOUR)
  expect((await run()).requestsForgotten).toBe(0)
  expect(await me('seats.book', { poolId }, requestId)).toEqual(booked)
  clock.set(NOW + 48 * HOUR + 1)
  expect((await run()).requestsForgotten).toBe(1)
  expect((await run()).requestsForgotten).toBe(0)
})

test('An activity whose rule nobody can read is passed over, and said, and stops no other', async () => {
  const unreadable = await endless({ ...THURSDAYS, weekdays: [8] }, null)
  const readable = await endless(THURSDAYS, SEATS)
  const warned: object[] = []
  const log = { ...silentLog, warn: (facts: object) => void warned.push(facts) }
  await runDueJobs({ store: database.store, clock, log })
  expect(await occurrencesOf(unreadable)).toEqual([])
  expect((await occurrencesOf(readable)).length).toBeGreaterThan(10)
  expect(warned).toEqual([{ activityId: unreadable, path: 'weekdays.0', reason: 'RANGE' }])
})
