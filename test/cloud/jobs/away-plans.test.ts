import { fixedClock } from '../../../src/cloud/clock'
import { eraseAway } from '../../../src/cloud/jobs/erase-away'
import { markAway } from '../../../src/cloud/jobs/mark-away'
import { openStore } from '../../../src/cloud/store'
import { accountsLeaving } from '../../../src/cloud/store/queries/away/marks'
import { noteVisits } from '../../../src/cloud/store/queries/away/visits'
import { SIGNS } from '../../../src/cloud/store/queries/away/standing'
import { PERSONAL_TABLES } from '../../../src/domain/retention/personal-data'
import { DAY } from '../../../src/domain/time/instant'
import { GROWING, layOutGrownCity } from '../../support/builders/grown-city'
import { NOW } from '../../support/builders/programme'
import { type TestDatabase, asOwner, testDatabase } from '../../support/database'
import { watchPlans } from '../../support/plans'
import { silentLog } from '../../support/silent-log'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase({ plansAsInService: true })
  await layOutGrownCity(database.ownerUrl)
  // A fifth of the city has not been here for long, some of them are leaving, and work there no more.
  await asOwner(
    database,
    `delete from changlai.role_grant where person_id in (
       select person_id from changlai.person_identity where subject like '%7');
     update changlai.person_identity set here_in = '2019-01-01' where subject like '%7';
     update changlai.person_identity set here_in = '2019-01-01', leaving = true,
       look_on = '2026-11-01' where subject like '%77';
     update changlai.person_identity set here_in = '2019-01-01', look_on = '2026-11-01'
     where subject like '%3';
     insert into changlai.desk_session
       (session_id, person_id, token_hash, browser, system, began_at, seen_at)
     select person_id::text, person_id, sha256(person_id::text::bytea), 'edge', 'windows',
       '2019-01-01', '2019-01-01'
     from changlai.person_identity;
     analyze changlai.person_identity, changlai.desk_session, changlai.role_grant`,
  )
}, 120_000)
afterAll(() => database.drop())

/** What the clock does about those who are away, and which of its own statements read a table whole. */
async function wholeReads() {
  const store = await openStore({ databaseUrl: database.appUrl, log: silentLog, poolSize: 2 })
  const found = watchPlans(store.pool, GROWING)
  const host = { store, clock: fixedClock(NOW + 100 * DAY), log: silentLog }
  await markAway(host)
  await eraseAway(host)
  const { rows } = await store.pool.query<{ id: string }>({
    name: 'test.somebody',
    text: `select person_id as id from changlai.person_identity
      where provider = 'local' and subject = 'p27'`,
  })
  await noteVisits(store.pool, [rows[0]!.id])
  await accountsLeaving(store.pool)
  await store.close()
  const own = found.filter(({ statement }) => statement.startsWith('away.'))
  return { own: [...new Set(own.map(({ table, statement }) => `${statement}: ${table}`))].sort() }
}

test('Nothing that is asked about those who are away reads a table whole', async () => {
  const { own } = await wholeReads()
  expect(own).toEqual([])
})

// The last: it takes indexes away.
test('It would be seen: without its index accounts are read whole', async () => {
  await asOwner(
    database,
    `drop index changlai.person_identity_here_in; drop index changlai.person_identity_look_on`,
  )
  const { own } = await wholeReads()
  expect(own).toContain('away.to-look-at: person_identity')
  expect(own).toContain('away.to-erase: person_identity')
})

test('Every sign of life is a column of what is personal', () => {
  for (const [table, person, at] of SIGNS) {
    const { persons, about } = PERSONAL_TABLES[table]!
    expect(Object.keys(persons)).toContain(person)
    expect(about).toContain(at)
  }
})
