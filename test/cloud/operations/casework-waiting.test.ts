import { createDispatch } from '../../../src/cloud/dispatch'
import { fixedClock } from '../../../src/cloud/clock'
import type { Sealing } from '../../../src/cloud/sealing/sealing'
import { DAY, HOUR, MINUTE } from '../../../src/domain/time/instant'
import { callerOf, newRequestId, refusalOf, valueOf } from '../../support/builders/caller'
import {
  aConsultation,
  aPersona,
  aProfessional,
  testSealing,
} from '../../support/builders/consultation'
import { NOW, aCentre } from '../../support/builders/programme'
import { type TestDatabase, testDatabase } from '../../support/database'
import { silentLog } from '../../support/silent-log'

let database: TestDatabase
let sealing: Sealing
let centreId: string
const clock = fixedClock(NOW)
const staff = () =>
  callerOf(createDispatch({ store: database.store, clock, log: silentLog, sealing }), 'staff')

beforeAll(async () => {
  database = await testDatabase()
  sealing = testSealing(database.store)
  const personId = await aPersona(database.store, 'staff')
  await database.store.pool.query(
    `insert into changlai.role_grant (centre_id, person_id, role) values ('*', $1, 'district')`,
    [personId],
  )
})
beforeEach(async () => {
  clock.set(NOW)
  centreId = await aCentre(database.store)
})
afterAll(() => database.drop())

type More = Parameters<typeof aConsultation>[4] & { urgent?: boolean }

async function aCase({ urgent = false, ...more }: More = {}): Promise<string> {
  const personId = await aPersona(database.store, `resident-${newRequestId()}`)
  const consultationId = await aConsultation(database.store, sealing, centreId, personId, more)
  await database.store.pool.query(
    'update changlai.consultation set urgent = $2 where consultation_id = $1',
    [consultationId, urgent],
  )
  return consultationId
}

async function waiting() {
  const all = []
  let after: string | undefined
  do {
    const page = valueOf(await staff()('casework.waiting', { centreId, ...(after && { after }) }))
    expect(page.consultations.length).toBeLessThanOrEqual(20)
    all.push(...page.consultations)
    after = page.after ?? undefined
  } while (after)
  return all
}

test('Staff see what waits and what is overdue: overdue first, then urgent, then oldest', async () => {
  const lawyer = await aProfessional(database.store, centreId, 'lawyer')
  const old = { createdAt: NOW - 9 * DAY }
  const calm = await aCase({ createdAt: NOW - HOUR })
  const urgent = await aCase({ createdAt: NOW - MINUTE, urgent: true })
  const overdue = await aCase({ ...old, professionalId: lawyer, dueAt: NOW - DAY })
  const urgentAndOverdue = await aCase({ createdAt: NOW - DAY, urgent: true, dueAt: NOW - HOUR })
  await aCase({ ...old, professionalId: lawyer, dueAt: NOW + DAY })
  const list = await waiting()
  expect(list.map(({ consultationId }) => consultationId)).toEqual([
    ...[urgentAndOverdue, overdue, urgent, calm],
  ])
  expect(list.map(({ overdue, assigned }) => [overdue, assigned])).toEqual([
    ...[
      [true, false],
      [true, true],
      [false, false],
      [false, false],
    ],
  ])
  expect(Object.keys(list[0]!).sort()).toEqual(
    [
      ...['assigned', 'awaiting', 'consultationId', 'createdAt', 'dueAt', 'meeting', 'overdue'],
      ...['service', 'state', 'urgent'],
    ].sort(),
  )
})

test('Every one is on exactly one page, also when something becomes overdue between two pages', async () => {
  const expected = []
  for (let index = 0; index < 45; index += 1) {
    const createdAt = NOW - Math.floor(index / 3) * MINUTE
    const dueAt = NOW + (index % 2 ? -1 : 1) * HOUR
    expected.push(await aCase({ createdAt, dueAt, urgent: index % 5 === 0 }))
  }
  const first = valueOf(await staff()('casework.waiting', { centreId }))
  clock.set(NOW + 2 * HOUR)
  const rest = []
  let after = first.after
  while (after) {
    const page = valueOf(await staff()('casework.waiting', { centreId, after }))
    rest.push(...page.consultations)
    after = page.after
  }
  const all = [...first.consultations, ...rest].map(({ consultationId }) => consultationId)
  expect(all).toHaveLength(45)
  expect([...all].sort()).toEqual([...expected].sort())
})

test('A centre that is not there has nothing waiting, and a cursor that nobody gave is refused', async () => {
  expect(await waiting()).toEqual([])
  expect(refusalOf(await staff()('casework.waiting', { centreId: 'nowhere' }))).toEqual({
    code: 'NOT_FOUND',
    facts: { what: 'centre' },
  })
  const wrong = await staff()('casework.waiting', { centreId, after: 'nonsense' })
  expect(refusalOf(wrong).code).toBe('INVALID_INPUT')
})
