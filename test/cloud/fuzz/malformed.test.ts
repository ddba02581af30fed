import fc from 'fast-check'
import { createDispatch, type Dispatch } from '../../../src/cloud/dispatch'
import { fixedClock } from '../../../src/cloud/clock'
import type { Log } from '../../../src/cloud/log'
import { type OperationName, contract } from '../../../src/contract'
import { HOUR } from '../../../src/domain/time/instant'
import { callerOf, expectAnswerOfContract, valueOf } from '../../support/builders/caller'
import { changedRequest } from '../../support/builders/malformed'
import { testSealing } from '../../support/builders/consultation'
import { NOW, aCentre, aPool } from '../../support/builders/programme'
import { aStation, aTask } from '../../support/builders/station'
import { type TestDatabase, testDatabase } from '../../support/database'

const REQUESTS_PER_OPERATION = 1_000

let database: TestDatabase
let dispatch: Dispatch
const failures: unknown[] = []

beforeAll(async () => {
  database = await testDatabase()
  const { store } = database
  await aPool(store, await aCentre(store, { centre_id: 'here' }), {
    columns: { pool_id: 'here.pool', numbered: true },
    lessons: [{ startsAt: NOW + HOUR, endsAt: NOW + 3 * HOUR }],
  })
  await aStation(store, 'here', { station_id: 'here.station' })
  await aTask(store, 'here')
  const fail = (facts: unknown, message: string) => void failures.push({ facts, message })
  const log: Log = { debug() {}, info() {}, warn: fail, error: fail }
  const sealing = testSealing(store)
  const publicUrl = 'https://calendar.example.cn'
  dispatch = createDispatch({ store, clock: fixedClock(NOW), log, sealing, publicUrl, desks: true })
  valueOf(await callerOf(dispatch, 'fuzz')('me.get', {}))
  // What only staff or a professional may do is tried too.
  await store.pool.query(
    `insert into changlai.role_grant (centre_id, person_id, role)
     select '*', person_id, unnest(array['district', 'lawyer', 'mediator'])
     from changlai.person_identity where subject = 'fuzz'`,
  )
})
afterAll(() => database.drop())

async function rowCounts() {
  const tables = [
    'person',
    'person_identity',
    'booking',
    'booking_attendee',
    'family_member',
    'guardian_consent',
    'spoken_code',
    'spoken_code_try',
    'calendar_address',
    'desk_sign_in',
    'desk_session',
    'waitlist_entry',
    'waitlist_move',
    'attendance',
    'strike',
    'check_in_poster',
    'lesson_change',
    'notice',
    'class_message',
    'centre',
    'answered_request',
    'activity',
    'activity_change',
    'activity_cover',
    'pool',
    'station_report',
    'station_task',
    'station_list',
    'consultation',
    'consultation_entry',
    'consultation_attachment',
    'professional_met',
    'role_grant',
    'ended_role',
    'role_invitation',
    'audit_entry',
    'audit_outcome',
  ]
  const { rows } = await database.store.pool.query(
    `select ${tables.map((table) => `(select count(*) from changlai.${table}) as ${table}`).join()}`,
  )
  return rows[0] as Record<string, number>
}

test.each(Object.keys(contract) as OperationName[])(
  'A thousand changed requests for %s get a typed answer',
  async (operation) => {
    let malformed = 0
    await fc.assert(
      fc.asyncProperty(changedRequest(operation, contract[operation].input), async (request) => {
        const { answer, status } = await dispatch({
          request,
          identity: { provider: 'local', subject: 'fuzz' },
        })
        // A hundred thousand times: what is dear is asked only where something is wrong.
        if (status !== 200) expect(status).toBe(200)
        const named = (request as { operation?: unknown } | null)?.operation
        expectAnswerOfContract(typeof named === 'string' ? named : operation, answer)
        const { ok, code, facts } = answer as { ok: boolean; code?: string; facts?: object }
        if (ok || code !== 'INVALID_INPUT') return
        malformed += 1
        const { path, reason } = facts as { path?: unknown; reason?: unknown }
        if (typeof path === 'string' && typeof reason === 'string') return
        expect(facts).toMatchObject({ path: expect.any(String), reason: expect.any(String) })
      }),
      { numRuns: REQUESTS_PER_OPERATION },
    )
    expect(failures).toEqual([])
    expect(malformed).toBeGreaterThan(REQUESTS_PER_OPERATION / 2)
  },
  120_000,
)

test('What is malformed writes nothing and does not even make its sender known', async () => {
  const before = await rowCounts()
  let malformed = 0
  const operations = Object.keys(contract) as OperationName[]
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        ...operations.map((operation) => changedRequest(operation, contract[operation].input)),
      ),
      async (request) => {
        // Only requests that are certainly malformed: they carry a field that nobody knows.
        const isObject = typeof request === 'object' && request !== null && !Array.isArray(request)
        const strange = isObject ? { ...request, nobodyKnowsThis: 1 } : request
        const { answer } = await dispatch({
          request: strange,
          identity: { provider: 'local', subject: 'never-seen' },
        })
        expect(answer).toMatchObject({ ok: false, code: 'INVALID_INPUT' })
        malformed += 1
      },
    ),
    { numRuns: 1_000 },
  )
  expect(malformed).toBe(1_000)
  expect(await rowCounts()).toEqual(before)
})
