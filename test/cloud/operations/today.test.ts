import { createDispatch } from '../../../src/cloud/dispatch'
import { fixedClock } from '../../../src/cloud/clock'
import type { Role } from '../../../src/domain/access/role'
import { HOUR, toInstantText } from '../../../src/domain/time/instant'
import { aLesson, someStrikes } from '../../support/builders/attendance'
import { aDrawnPool } from '../../support/builders/ballot'
import { type Caller, callerOf, refusalOf, valueOf } from '../../support/builders/caller'
import { NOW, aCentre, aPool } from '../../support/builders/programme'
import { aStation, aTask } from '../../support/builders/station'
import { type TestDatabase, testDatabase } from '../../support/database'
import { silentLog } from '../../support/silent-log'

let database: TestDatabase
let centreId: string
let elsewhere: string
beforeAll(async () => {
  database = await testDatabase()
  centreId = await aCentre(database.store)
  elsewhere = await aCentre(database.store)
})
afterAll(() => database.drop())

const as = (subject: string | null, at = NOW): Caller =>
  callerOf(
    createDispatch({ store: database.store, clock: fixedClock(at), log: silentLog }),
    subject,
  )

async function employed(role: Role, at = centreId): Promise<Caller> {
  const subject = `${role}-${at}`
  valueOf(await as(subject)('me.get', {}))
  await database.store.pool.query(
    `insert into changlai.role_grant (centre_id, person_id, role)
     select $1, person_id, $2 from changlai.person_identity where subject = $3
     on conflict do nothing`,
    [at, role, subject],
  )
  return as(subject)
}

test('Each role sees the parts of today that it works with, and nothing of another centre', async () => {
  const parts = async (role: Role) => {
    const { day: _, ...all } = valueOf(await (await employed(role))('staff.today', { centreId }))
    return Object.keys(all).filter((part) => all[part as keyof typeof all] !== null)
  }
  expect(await parts('volunteer')).toEqual(['lessons'])
  expect(await parts('doctor')).toEqual(['clinics'])
  expect(await parts('lawyer')).toEqual(['cases'])
  expect(await parts('mediator')).toEqual(['cases'])
  expect(await parts('staff')).toEqual(['lessons', 'clinics', 'opening', 'waiting'])
  const abroad = await employed('staff', elsewhere)
  expect(refusalOf(await abroad('staff.today', { centreId })).code).toBe('FORBIDDEN')
})

test('Today says who is expected, what is full and empty, what opens, and what waits', async () => {
  const staff = await employed('staff')
  const { store } = database
  const full = await aLesson(store, centreId, { capacity: 1, activity: { title: '满的' } })
  valueOf(await as('comes')('seats.book', { poolId: full.poolId }))
  await aLesson(store, centreId, { activity: { title: '没人的' } })
  const over = { startsAt: NOW - 3 * HOUR, endsAt: NOW - HOUR }
  await aLesson(store, centreId, { lessons: [over], activity: { title: '上完的' } })
  const tomorrow = { startsAt: NOW + 24 * HOUR, endsAt: NOW + 25 * HOUR }
  await aLesson(store, centreId, { lessons: [tomorrow], activity: { title: '明天的' } })
  const opens = { opensAt: NOW + HOUR, activity: { title: '今天开放的' } }
  const opening = await aPool(store, centreId, opens)
  const clinic = await aPool(store, centreId, {
    lessons: [{ startsAt: NOW + HOUR, endsAt: NOW + 3 * HOUR }],
    columns: { numbered: true },
    activity: { title: '坐诊' },
  })
  valueOf(await as('patient')('seats.book', { poolId: clinic, evenIfClashes: true }))

  const today = valueOf(await staff('staff.today', { centreId }))
  expect(today.lessons).toMatchObject({ lessons: 3, expected: 1, there: 0, full: 1, empty: 2 })
  const next = today.lessons!.next.map(({ title, expected, left }) => [title, expected, left])
  expect(next.sort()).toEqual([
    ['没人的', 0, 10],
    ['满的', 1, 0],
  ])
  expect(today.opening).toEqual([
    expect.objectContaining({ poolId: opening, title: '今天开放的', capacity: 10 }),
  ])
  expect(today.opening![0]!.opensAt).toBe(toInstantText(NOW + HOUR))
  expect(today.clinics).toEqual([
    expect.objectContaining({ poolId: clinic, title: '坐诊', called: null, waiting: 1 }),
  ])
})

test('Today counts what waits as the lists behind it do', async () => {
  const here = await aCentre(database.store)
  const staff = await employed('staff', here)
  const { store } = database
  const waiting = async () => valueOf(await staff('staff.today', { centreId: here })).waiting
  const none = {
    ...{ unassigned: 0, overdue: 0, feedback: 0, stations: 0, contested: 0 },
    ...{ offers: 0, roomAndWaiting: 0, toAnnounce: 0, toDraw: 0 },
  }
  expect(await waiting()).toEqual(none)

  await aTask(store, here)
  await aStation(store, here)
  await as('speaks')('consultation.sendFeedback', {
    centreId: here,
    kind: 'suggestion',
    text: '灯坏了',
  })
  valueOf(await as('absent')('me.get', {}))
  const [strikeId] = await someStrikes(store, { centreId: here, subject: 'absent', count: 1 })
  valueOf(await as('absent')('attendance.contest', { strikeId: strikeId! }))
  await aDrawnPool(store, here)
  const poolId = await aPool(store, here, { capacity: 1 })
  const { bookingId } = valueOf(await as('holds')('seats.book', { poolId, evenIfClashes: true }))
  valueOf(await as('waits')('waitlist.join', { poolId, evenIfClashes: true }))
  valueOf(await as('holds')('seats.cancel', { bookingId }))

  const counted = { ...none, stations: 1, feedback: 1, contested: 1, toAnnounce: 1, offers: 1 }
  expect(await waiting()).toEqual(counted)
  const lists = await Promise.all([
    staff('stations.tasks', { centreId: here }),
    staff('casework.feedback', { centreId: here }),
    staff('attendance.contested', { centreId: here }),
    staff('ballot.pools', { centreId: here }),
  ])
  expect(
    lists.map((answer) => (Object.values(valueOf<object>(answer as never))[0] as unknown[]).length),
  ).toEqual([1, 1, 1, 1])
})

test('Today of a centre that does not exist is not found by those who may look everywhere', async () => {
  const district = await employed('district', '*')
  const answer = await district('staff.today', { centreId: 'nowhere' })
  expect(refusalOf(answer)).toEqual({ code: 'NOT_FOUND', facts: { what: 'centre' } })
})
