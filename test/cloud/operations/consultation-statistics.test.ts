import { createDispatch } from '../../../src/cloud/dispatch'
import { fixedClock } from '../../../src/cloud/clock'
import { callerOf, refusalOf, valueOf } from '../../support/builders/caller'
import { NOW, aCentre } from '../../support/builders/programme'
import { type TestDatabase, testDatabase } from '../../support/database'
import { silentLog } from '../../support/silent-log'

let database: TestDatabase
let centreId: string
const clock = fixedClock(NOW)
const ask = async (fromMonth: string, toMonth: string, centre = centreId) =>
  callerOf(createDispatch({ store: database.store, clock, log: silentLog }), null)(
    'consultation.statistics',
    { centreId: centre, fromMonth, toMonth },
  )

beforeAll(async () => {
  database = await testDatabase()
})
beforeEach(async () => {
  clock.set(NOW)
  centreId = await aCentre(database.store)
})
afterAll(() => database.drop())

type Tally = {
  service?: 'legal' | 'mediation'
  kind?: string
  outcome?: string
  closed: number
  rated?: number
  sum?: number
}

async function closedIn(month: string, ...tallies: Tally[]) {
  for (const { service = 'legal', kind = 'debt', outcome = 'advised', ...counts } of tallies) {
    await database.store.pool.query(
      `insert into changlai.consultation_tally values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [centreId, month, service, kind, outcome, counts.closed, counts.rated ?? 0, counts.sum ?? 0],
    )
  }
}

test('A visitor reads how many were helped and how many disputes settled, without the few', async () => {
  await closedIn(
    '2026-08',
    { closed: 20, rated: 6, sum: 27 },
    { closed: 10, kind: 'labour' },
    { closed: 3, kind: 'housing' },
    { closed: 4, kind: 'other', outcome: 'no-show' },
    { service: 'mediation', closed: 12, kind: 'neighbours', outcome: 'settled' },
    { service: 'mediation', closed: 1, kind: 'housing', outcome: 'no-show' },
  )
  const value = valueOf(await ask('2026-01', '2026-12'))
  expect(value.services).toEqual([
    { service: 'legal', closed: 33, settled: null },
    { service: 'mediation', closed: 12, settled: 12 },
  ])
  const kinds = Object.fromEntries(value.kinds.map(({ kind, closed }) => [kind, closed]))
  expect(kinds).toMatchObject({
    debt: 20,
    neighbours: 12,
    labour: null,
    housing: null,
    other: null,
  })
  expect(value.satisfaction).toBe(4.5)
})

test('The month that is under way is told when it is over', async () => {
  await closedIn('2026-11', { closed: 30 })
  const services = async () => valueOf(await ask('2026-11', '2026-12')).services[0]
  expect(await services()).toMatchObject({ closed: null })
  clock.set(Date.parse('2026-12-01T00:00:00+08:00'))
  expect(await services()).toMatchObject({ closed: 30 })
})

test('A month of a few is never told by itself, whatever is subtracted from what', async () => {
  await closedIn('2026-06', { closed: 9 })
  await closedIn('2026-07', { closed: 2 })
  await closedIn('2026-08', { closed: 8 })
  const closed = async (from: string, to: string) =>
    valueOf(await ask(from, to)).services[0]!.closed
  expect(await closed('2026-06', '2026-08')).toBe(19)
  expect(await closed('2026-06', '2026-07')).toBe(9)
  expect(await closed('2026-07', '2026-08')).toBe(10)
  expect(await closed('2026-07', '2026-07')).toBeNull()
  expect(await closed('2026-08', '2026-08')).toBeNull()
  expect(await closed('2026-08', '2026-06')).toBeNull()
})

test('A centre without any is told apart from one that does not exist', async () => {
  const value = valueOf(await ask('2026-01', '2026-12'))
  expect(value.services.map(({ closed }) => closed)).toEqual([null, null])
  expect(value.kinds.every(({ closed }) => closed === null)).toBe(true)
  expect(value.satisfaction).toBeNull()
  expect(refusalOf(await ask('2026-01', '2026-12', 'nowhere'))).toEqual({
    code: 'NOT_FOUND',
    facts: { what: 'centre' },
  })
})
