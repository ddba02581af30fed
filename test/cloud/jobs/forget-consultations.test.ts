import { fixedClock } from '../../../src/cloud/clock'
import { forgetConsultations } from '../../../src/cloud/jobs/forget-consultations'
import { DAY } from '../../../src/domain/time/instant'
import { createDispatch } from '../../../src/cloud/dispatch'
import { callerOf, valueOf } from '../../support/builders/caller'
import {
  aConsultation,
  aPersona,
  aProfessional,
  testSealing,
} from '../../support/builders/consultation'
import { NOW, aCentre } from '../../support/builders/programme'
import { builtProgram } from '../../support/built-programs'
import { type TestDatabase, WAITING, testDatabase } from '../../support/database'
import { eventually } from '../../support/eventually'
import { startNode } from '../../support/host-process'
import { silentLog } from '../../support/silent-log'

jest.setTimeout(120_000)

let database: TestDatabase
const clock = fixedClock(NOW)
const forget = () => forgetConsultations({ store: database.store, clock, log: silentLog })

beforeEach(async () => {
  clock.set(NOW)
  database = await testDatabase()
})
afterEach(() => database.drop())

/** So many closed consultations with a line and an attachment each, to be forgotten at an instant. */
async function closed(many: number, deletedAt: number) {
  const { store } = database
  const sealing = testSealing(store)
  const centreId = await aCentre(store)
  const personId = await aPersona(store, 'resident')
  for (let at = 0; at < many; at += 1) {
    await aConsultation(store, sealing, centreId, personId)
  }
  await store.pool.query(
    `update changlai.consultation
     set state = 'closed', outcome = 'advised', closed_at = created_at, deleted_at = $2
     where centre_id = $1`,
    [centreId, new Date(deletedAt)],
  )
  await store.pool.query(
    `insert into changlai.consultation_entry
       (centre_id, consultation_id, position, kind, author, at, sealed)
     select centre_id, consultation_id, 1, 'outcome', 'professional', now(), sealed
     from changlai.consultation where centre_id = $1`,
    [centreId],
  )
  await store.pool.query(
    `insert into changlai.consultation_attachment
       (centre_id, attachment_id, consultation_id, kind, bytes, sealed_name, sealed, added_at)
     select centre_id, consultation_id || '-a', consultation_id, 'png', 1, sealed, sealed, now()
     from changlai.consultation where centre_id = $1`,
    [centreId],
  )
  return { centreId, sealing }
}

/** What is left of each consultation: 'whole', 'forgotten', or what must not be. */
async function standing(): Promise<Record<string, number>> {
  const { rows } = await database.store.pool.query<{ what: string; count: number }>(
    `select what, count(*) as count from (
       select case concat_ws(' ', c.wrapped_key is null, c.sealed is null, c.key_version is null,
           e.sealed is null, a.sealed is null)
         when 't t t t t' then 'forgotten' when 'f f f f f' then 'whole' else 'half' end as what
       from changlai.consultation c
       join changlai.consultation_entry e using (centre_id, consultation_id)
       left join changlai.consultation_attachment a using (centre_id, consultation_id)
     ) as all_of_them group by what`,
  )
  return Object.fromEntries(rows.map(({ what, count }) => [what, count]))
}

test('On its day a consultation is forgotten, and not a moment before', async () => {
  const { sealing } = await closed(1, NOW + DAY)
  clock.set(NOW + DAY - 1)
  expect(await forget()).toBe(0)
  expect(await standing()).toEqual({ whole: 1 })
  clock.set(NOW + DAY)
  expect(await forget()).toBe(1)
  expect(await standing()).toEqual({ forgotten: 1 })
  expect(await forget()).toBe(0)
  const dispatch = createDispatch({ store: database.store, clock, log: silentLog, sealing })
  const me = callerOf(dispatch, 'resident')
  const { consultations } = valueOf(await me('consultation.mine', {}))
  const { consultationId } = consultations[0]!
  const got = valueOf(await me('consultation.get', { consultationId }))
  expect(got).toMatchObject({ content: null, state: 'closed', entries: [{ text: null }] })
})

test('One that is under way is never forgotten, and feedback is as all others', async () => {
  const { centreId } = await closed(1, NOW)
  await database.store.pool.query(
    `update changlai.consultation set state = 'received', outcome = null, closed_at = null,
       deleted_at = null`,
  )
  await database.store.pool.query(
    `insert into changlai.consultation
       (centre_id, consultation_id, person_id, service, state, created_at, state_since, closed_at,
         deleted_at, plain)
     select centre_id, $1 || '.word', person_id, 'feedback', 'closed', now(), now(), now(), $2, '{}'
     from changlai.consultation`,
    [centreId, new Date(NOW)],
  )
  expect(await forget()).toBe(1)
  expect(await standing()).toEqual({ whole: 1 })
})

test('Twice at once, each is forgotten once', async () => {
  await closed(120, NOW)
  const counts = await Promise.all([forget(), forget(), forget()])
  expect(counts.reduce((sum, count) => sum + count)).toBe(120)
  expect(await standing()).toEqual({ forgotten: 120 })
})

/** One after another, so that it is known how many are forgotten before any of them. */
const IN_AN_ORDER = `
with ordered as (
  select consultation_id, row_number() over (order by consultation_id) as place
  from changlai.consultation)
update changlai.consultation as one
set deleted_at = deleted_at - (601 - place) * interval '1 second'
from ordered where ordered.consultation_id = one.consultation_id
returning one.consultation_id as "consultationId"`

test('Killed midway, nothing is half forgotten, and the next run ends it', async () => {
  await closed(600, NOW)
  const { pool } = database.store
  const waiting = async () => (await pool.query(WAITING)).rowCount
  const { rows } = await pool.query<{ consultationId: string }>(IN_AN_ORDER)
  const ids = rows.map(({ consultationId }) => consultationId).sort()
  const program = builtProgram('forget-consultations')
  const environment = { DATABASE_URL: database.appUrl, NOW: String(NOW) }
  // In the midst of a batch, at the end of one, at the beginning of one, and with the last of all.
  for (const before of [7, 99, 350, 599]) {
    const holder = await pool.connect()
    await holder.query('begin')
    await holder.query('select from changlai.consultation where consultation_id = $1 for update', [
      ids[before],
    ])
    const run = startNode(program, environment)
    await eventually(waiting, (many) => many === 1)
    await run.end('SIGKILL')
    expect(await standing()).toEqual({ forgotten: before, whole: 600 - before })
    await holder.query('rollback')
    holder.release()
    // What the database was asked for before the process died it does; whole, or not.
    await eventually(waiting, (many) => many === 0)
    expect((await standing())['half']).toBeUndefined()
  }
  await forget()
  expect(await standing()).toEqual({ forgotten: 600 })
})

test('Whom a professional met is forgotten after two years', async () => {
  const { store } = database
  const centreId = await aCentre(store)
  const lawyerId = await aProfessional(store, centreId, 'lawyer')
  await store.pool.query(
    `insert into changlai.professional_met
       (centre_id, person_id, side, name_hash, consultation_id, met_at)
     select $1, $2, 'own', sha256(at::text::bytea), $1 || '.case' || at,
       $3::timestamptz + (at - 2) * interval '1 millisecond'
     from generate_series(1, 3) as at`,
    [centreId, lawyerId, new Date(NOW - 730 * DAY)],
  )
  await forget()
  const { rows } = await store.pool.query<{ count: number }>(
    'select count(*) as count from changlai.professional_met',
  )
  expect(rows[0]!.count).toBe(2)
})
