import { createDispatch } from '../../../src/cloud/dispatch'
import { fixedClock } from '../../../src/cloud/clock'
import type { Input } from '../../../src/contract'
import { HOUR, MINUTE, parseInstant } from '../../../src/domain/time/instant'
import { callerOf, newRequestId, refusalOf, valueOf } from '../../support/builders/caller'
import { aPersona, aProfessional, anIntake, testSealing } from '../../support/builders/consultation'
import { NOW, aCentre, seatsOf } from '../../support/builders/programme'
import { takeSlot } from '../../support/builders/slot'
import { type TestDatabase, testDatabase } from '../../support/database'
import { silentLog } from '../../support/silent-log'

type Hours = Input<'casework.publishHours'>['hours']

let database: TestDatabase
let centreId: string
const clock = fixedClock(NOW)
const as = (subject: string | null) =>
  callerOf(
    createDispatch({
      store: database.store,
      clock,
      log: silentLog,
      sealing: testSealing(database.store),
    }),
    subject,
  )

beforeAll(async () => {
  database = await testDatabase()
})
beforeEach(async () => {
  clock.set(NOW)
  centreId = await aCentre(database.store)
})
afterAll(() => database.drop())

/** A lawyer of the centre; gives the name that they sign in by. */
async function aLawyer(role: 'lawyer' | 'mediator' = 'lawyer'): Promise<string> {
  const subject = `${role}-${newRequestId()}`
  await aProfessional(database.store, centreId, role, subject)
  return subject
}

/** Thursday afternoons in halves of an hour, 14:00 to 15:30. */
const thursdays = (more: Partial<Hours> = {}): Hours => ({
  weekly: [{ weekday: 4, spans: [{ opens: '14:00', closes: '15:30' }] }],
  blocked: [],
  slotMinutes: 30,
  place: '一楼接待室',
  channels: ['in-person', 'phone'],
  ...more,
})
const DECEMBER = { service: 'legal', month: '2026-12' } as const
const publish = async (subject: string, hours: Hours, month = '2026-12') =>
  valueOf(await as(subject)('casework.publishHours', { centreId, ...DECEMBER, month, hours }))
const monthOf = async (subject: string, month = '2026-12') =>
  valueOf(await as(subject)('casework.officeHours', { centreId, ...DECEMBER, month }))
const startsOf = async (subject: string) =>
  (await monthOf(subject)).slots.map(({ startsAt }) => startsAt.slice(8, 16))

it('are for a centre that is there, also for who works in all of them', async () => {
  const subject = `everywhere-${newRequestId()}`
  const add = `insert into changlai.role_grant (centre_id, person_id, role) values ('*', $1, 'lawyer')`
  await database.store.pool.query(add, [await aPersona(database.store, subject)])
  const input = { ...DECEMBER, centreId: 'nowhere', hours: thursdays() }
  expect(refusalOf(await as(subject)('casework.publishHours', input))).toEqual({
    ...{ code: 'NOT_FOUND', facts: { what: 'centre' } },
  })
})

async function slotAt(subject: string, startsAt: string): Promise<string> {
  const { slots } = await monthOf(subject)
  return slots.find((slot) => slot.startsAt.startsWith(startsAt))!.poolId
}

async function poolRow(poolId: string) {
  return database.store.db
    .selectFrom('changlai.pool')
    .selectAll()
    .where('pool_id', '=', poolId)
    .executeTakeFirst()
}

test('A month is published at once: pools of one seat, for the form alone, in the calendar', async () => {
  const lawyer = await aLawyer()
  expect(await monthOf(lawyer)).toMatchObject({ published: false, hours: null, slots: [] })
  const hours = thursdays({ blocked: ['2026-12-03', '2026-12-10'] })
  expect(await publish(lawyer, hours)).toEqual({ added: 9, withdrawn: 0, kept: 0 })
  const month = await monthOf(lawyer)
  expect(month).toMatchObject({ published: true, hours })
  expect(month.slots.map(({ startsAt }) => startsAt.slice(0, 16))).toEqual(
    ['17', '24', '31'].flatMap((day) =>
      ['14:00', '14:30', '15:00'].map((time) => `2026-12-${day}T${time}`),
    ),
  )
  const startsAt = parseInstant('2026-12-17T14:00:00+08:00')
  expect(await poolRow(month.slots[0]!.poolId)).toMatchObject({
    ...{ capacity: 1, taken: 0, intake: 'legal', mode: 'open' },
    ...{ opens_at: NOW, closes_at: startsAt, cancel_until: startsAt - 2 * HOUR },
  })
  const span = { from: '2026-12-17', to: '2026-12-17' }
  const { occurrences } = valueOf(await as(null)('calendar.list', { centreId, ...span }))
  // One line for the afternoon: which of its half hours are free is for the form to say.
  expect(occurrences).toHaveLength(1)
  expect(occurrences[0]).toMatchObject({
    ...{ title: '免费法律咨询', category: 'legal', place: '一楼接待室', poolId: null },
  })
  const { activities } = valueOf(await as(null)('activities.list', { centreId }))
  expect(activities).toHaveLength(1)
  const resident = `resident-${newRequestId()}`
  const booked = await as(resident)('seats.book', { poolId: month.slots[0]!.poolId })
  expect(refusalOf(booked)).toMatchObject({ code: 'NOT_ELIGIBLE', facts: { rule: 'INTAKE' } })
})

test('Publishing the same again changes nothing, and the same request gets the same answer', async () => {
  const lawyer = await aLawyer()
  const requestId = newRequestId()
  const input = { centreId, ...DECEMBER, hours: thursdays() }
  const first = await as(lawyer)('casework.publishHours', input, requestId)
  expect(valueOf(first)).toEqual({ added: 15, withdrawn: 0, kept: 0 })
  const before = await monthOf(lawyer)
  expect(await publish(lawyer, thursdays())).toEqual({ added: 0, withdrawn: 0, kept: 0 })
  expect(await as(lawyer)('casework.publishHours', input, requestId)).toEqual(first)
  expect(await monthOf(lawyer)).toEqual(before)
})

test('Other hours withdraw what is free and keep what is taken; nothing overlaps it', async () => {
  const lawyer = await aLawyer()
  await publish(lawyer, thursdays())
  const taken = await slotAt(lawyer, '2026-12-17T14:30')
  await takeSlot(
    database.store,
    await aPersona(database.store, `r-${newRequestId()}`),
    taken,
    clock,
  )
  const weekly = [{ weekday: 4, spans: [{ opens: '14:00', closes: '16:00' }] }]
  const blocked = ['2026-12-03', '2026-12-10', '2026-12-24', '2026-12-31']
  const answer = await publish(lawyer, thursdays({ weekly, slotMinutes: 60, blocked }))
  expect(answer).toEqual({ added: 1, withdrawn: 14, kept: 1 })
  expect(await startsOf(lawyer)).toEqual(['17T14:30', '17T15:00'])
  expect(await seatsOf(database.store, taken)).toEqual({ taken: 1, booked: 1, people: 1 })
  expect(await publish(lawyer, thursdays({ weekly: [] }))).toEqual({
    ...{ added: 0, withdrawn: 1, kept: 1 },
  })
  expect(await publish(lawyer, thursdays())).toEqual({ added: 14, withdrawn: 0, kept: 0 })
})

test('A slot that somebody gave back is withdrawn for their past and published again as it was', async () => {
  const lawyer = await aLawyer()
  await publish(lawyer, thursdays())
  const poolId = await slotAt(lawyer, '2026-12-17T14:30')
  const resident = `resident-${newRequestId()}`
  const personId = await aPersona(database.store, resident)
  const asked = await as(resident)('consultation.request', { ...anIntake(), poolId })
  valueOf(
    await as(resident)('consultation.withdraw', { consultationId: valueOf(asked).consultationId }),
  )
  expect(await publish(lawyer, thursdays({ weekly: [] }))).toMatchObject({ withdrawn: 15 })
  expect((await monthOf(lawyer)).slots).toEqual([])
  const [gone] = valueOf(await as(resident)('seats.mine', {})).bookings
  expect(gone).toMatchObject({ poolId, status: 'cancelled' })
  await expect(takeSlot(database.store, personId, poolId, clock)).rejects.toThrow('nothing taken')
  const longer = { weekly: [{ weekday: 4, spans: [{ opens: '14:30', closes: '15:30' }] }] }
  expect(await publish(lawyer, thursdays({ ...longer, slotMinutes: 60 }))).toMatchObject({
    added: 5,
  })
  const again = await slotAt(lawyer, '2026-12-17T14:30')
  expect(again).toBe(poolId)
  const row = await poolRow(poolId)
  expect(row!.ends_at - row!.starts_at).toBe(60 * MINUTE)
  await takeSlot(database.store, personId, poolId, clock)
})

test('A place that changes changes for what is free; what was agreed stays', async () => {
  const lawyer = await aLawyer()
  await publish(lawyer, thursdays())
  const taken = await slotAt(lawyer, '2026-12-17T14:30')
  await takeSlot(
    database.store,
    await aPersona(database.store, `r-${newRequestId()}`),
    taken,
    clock,
  )
  expect(await publish(lawyer, thursdays({ place: '二楼会议室', channels: ['wechat'] }))).toEqual({
    ...{ added: 0, withdrawn: 0, kept: 0 },
  })
  const { rows: occurrences } = await database.store.pool.query<{ place: string }>(
    `select place from changlai.occurrence
     where centre_id = $1 and day = '2026-12-17' and state <> 'cancelled' order by starts_at`,
    [centreId],
  )
  expect(occurrences.map(({ place }) => place)).toEqual(['二楼会议室', '一楼接待室', '二楼会议室'])
  const { rows } = await database.store.pool.query<{ channels: string[] }>(
    'select channels from changlai.consultation_slot where pool_id = $1',
    [taken],
  )
  expect(rows[0]!.channels).toEqual(['in-person', 'phone'])
})

test('Of a month that has begun only what is to come changes', async () => {
  const lawyer = await aLawyer()
  await publish(lawyer, thursdays())
  clock.set(parseInstant('2026-12-17T14:10:00+08:00'))
  const weekly = [{ weekday: 4, spans: [{ opens: '14:15', closes: '15:15' }] }]
  expect(await publish(lawyer, thursdays({ weekly }))).toEqual({
    // 14:15 would overlap the half hour that has begun.
    ...{ added: 5, withdrawn: 8, kept: 0 },
  })
  expect(await startsOf(lawyer)).toContain('10T15:00')
  expect(await startsOf(lawyer)).toContain('17T14:00')
  expect(await startsOf(lawyer)).not.toContain('17T14:15')
})

test('Two lawyers sit at the same time, and one never in two places at once', async () => {
  const [one, other] = [await aLawyer(), await aLawyer()]
  expect((await publish(one, thursdays())).added).toBe(15)
  expect((await publish(other, thursdays())).added).toBe(15)
  const span = { from: '2026-12-17', to: '2026-12-17' }
  const { occurrences } = valueOf(await as(null)('calendar.list', { centreId, ...span }))
  expect(occurrences.map(({ title }) => title)).toEqual(['免费法律咨询', '免费法律咨询'])
  const elsewhere = await aCentre(database.store)
  await aProfessional(database.store, elsewhere, 'lawyer', one)
  const weekly = [{ weekday: 4, spans: [{ opens: '14:00', closes: '17:00' }] }]
  const there = await as(one)('casework.publishHours', {
    ...{ centreId: elsewhere, ...DECEMBER, hours: thursdays({ weekly }) },
  })
  expect(valueOf(there).added).toBe(15)
  const { slots } = valueOf(
    await as(one)('casework.officeHours', { centreId: elsewhere, ...DECEMBER }),
  )
  expect(slots.every(({ startsAt }) => startsAt.slice(11, 16) >= '15:30')).toBe(true)
})

test('The grid of a month begins with the last one before it, without its blocked days', async () => {
  const lawyer = await aLawyer()
  const hours = thursdays({ blocked: ['2026-12-24'] })
  await publish(lawyer, hours)
  const march = await monthOf(lawyer, '2027-03')
  expect(march).toMatchObject({ published: false, hours: { ...hours, blocked: [] }, slots: [] })
  expect(march.restDays).toEqual([])
  expect((await monthOf(lawyer, '2026-11')).hours).toBeNull()
})

test('Hours that cannot be kept are refused and change nothing', async () => {
  const lawyer = await aLawyer()
  const ask = async (hours: Hours, month = '2026-12') =>
    refusalOf(await as(lawyer)('casework.publishHours', { centreId, ...DECEMBER, month, hours }))
  const wrong = [
    { weekday: 1, spans: [{ opens: '09:00', closes: '10:00' }] },
    {
      weekday: 2,
      spans: [
        { opens: '09:00', closes: '11:00' },
        { opens: '10:30', closes: '12:00' },
      ],
    },
  ]
  expect(await ask(thursdays({ weekly: wrong }))).toEqual({
    code: 'WRONG_HOURS',
    facts: { weekday: 2 },
  })
  const months = { code: 'WRONG_MONTH', facts: { first: '2026-11', last: '2027-05' } }
  expect(await ask(thursdays(), '2026-10')).toEqual(months)
  expect(await ask(thursdays(), '2027-06')).toEqual(months)
  expect(await ask(thursdays({ blocked: ['2026-12-01', '2026-11-30'] }))).toEqual({
    code: 'INVALID_INPUT',
    facts: { path: 'hours.blocked.1', reason: 'OTHER_MONTH' },
  })
  expect(await monthOf(lawyer)).toMatchObject({ published: false, slots: [] })
})

test('A lawyer publishes legal hours alone, a mediator hours of mediation', async () => {
  const [lawyer, mediator] = [await aLawyer(), await aLawyer('mediator')]
  const ask = async (subject: string, service: 'legal' | 'mediation') => {
    const input = { centreId, service, month: '2026-12', hours: thursdays() }
    const answers = [
      await as(subject)('casework.publishHours', input),
      await as(subject)('casework.officeHours', { centreId, service, month: '2026-12' }),
    ]
    return answers.map(({ ok }) => ok)
  }
  expect(await ask(lawyer, 'legal')).toEqual([true, true])
  expect(await ask(lawyer, 'mediation')).toEqual([false, false])
  expect(await ask(mediator, 'mediation')).toEqual([true, true])
  expect(await ask(mediator, 'legal')).toEqual([false, false])
  const span = { from: '2026-12-17', to: '2026-12-17' }
  const { occurrences } = valueOf(await as(null)('calendar.list', { centreId, ...span }))
  expect(new Set(occurrences.map(({ title }) => title))).toEqual(
    new Set(['免费法律咨询', '矛盾调解']),
  )
})

test('What the programme says of an office follows its hours', async () => {
  const lawyer = await aLawyer()
  await publish(lawyer, thursdays({ blocked: ['2026-12-03', '2026-12-10', '2026-12-31'] }))
  const [activity] = valueOf(await as(null)('activities.list', { centreId })).activities
  expect(activity!.ruleInWords).toBe('12月17日、12月24日 14:00–15:30')
  clock.set(parseInstant('2026-12-18T09:00:00+08:00'))
  await publish(lawyer, thursdays({ blocked: ['2026-12-03', '2026-12-10', '2026-12-31'] }))
  const [later] = valueOf(await as(null)('activities.list', { centreId })).activities
  expect(later!.ruleInWords).toBe('12月24日 周四 14:00–15:30')
})
