/**
 * Every question of the frozen clients, asked where nothing is there: no centre, no activity, no seat.
 * Whoever works in every centre gets past `permit` and to the database, which must be able to say no.
 */
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { fixedClock } from '../../../src/cloud/clock'
import { createDispatch } from '../../../src/cloud/dispatch'
import { ROLES } from '../../../src/domain/access/role'
import { newRequestId } from '../../support/builders/caller'
import { aPersona, testSealing } from '../../support/builders/consultation'
import { NOW } from '../../support/builders/programme'
import { type TestDatabase, testDatabase } from '../../support/database'
import { silentLog } from '../../support/silent-log'

interface Question {
  operation: string
  input: object
}

const FOLDER = 'test/contract/frozen'
const questions = readdirSync(FOLDER).flatMap((version) =>
  readdirSync(path.join(FOLDER, version))
    .filter((file) => file !== 'boundary.json')
    .flatMap((file) => {
      const text = readFileSync(path.join(FOLDER, version, file), 'utf8')
      return (JSON.parse(text) as { requests: Question[] }).requests
    }),
)

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

test('What is asked of a place that is not there is refused, and breaks nothing', async () => {
  const { store } = database
  const dispatch = createDispatch({
    ...{ store, clock: fixedClock(NOW), log: silentLog, sealing: testSealing(store) },
    publicUrl: 'https://calendar.example.cn',
  })
  const add = `insert into changlai.role_grant (centre_id, person_id, role)
    select '*', $1, role from unnest($2::text[]) as role`
  const broken: string[] = []
  for (const { operation, input } of questions) {
    // Whoever erased themselves would be nobody in the next question.
    const subject = `everywhere-${newRequestId()}`
    await store.pool.query(add, [await aPersona(store, subject), ROLES])
    const { status } = await dispatch({
      request: { operation, input, requestId: newRequestId(), client: '1.0.0' },
      identity: { provider: 'local', subject },
    })
    if (status !== 200) broken.push(operation)
  }
  expect([...new Set(broken)]).toEqual([])
  expect(questions.length).toBeGreaterThan(300)
}, 60_000)
