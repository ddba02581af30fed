import { openStore } from '../../../src/cloud/store'
import { createDispatch } from '../../../src/cloud/dispatch'
import { departedOf } from '../../../src/cloud/departed'
import { createGroups } from '../../../src/cloud/group-commit/groups'
import { createMetrics } from '../../../src/cloud/hosts/http/metrics'
import { eraseAway } from '../../../src/cloud/jobs/erase-away'
import { markAway } from '../../../src/cloud/jobs/mark-away'
import { KEPT_FOR_DAYS } from '../../../src/domain/retention/kept-for'
import { dateOf } from '../../../src/domain/time/date'
import { DAY, HOUR } from '../../../src/domain/time/instant'
import { LATER, peopleWhoStayAway } from '../../support/builders/away'
import { callerOf, valueOf } from '../../support/builders/caller'
import { aChild } from '../../support/builders/family'
import { NOW, aCentre, aPool } from '../../support/builders/programme'
import { type TestDatabase, asOwner, testDatabase } from '../../support/database'
import { eventually } from '../../support/eventually'
import { silentLog } from '../../support/silent-log'

let database: TestDatabase
let centreId: string
let people: ReturnType<typeof peopleWhoStayAway>

beforeEach(async () => {
  database = await testDatabase()
  centreId = await aCentre(database.store)
  people = peopleWhoStayAway(database)
})
afterEach(() => database.drop())

test('Who has not been here for three years is marked, and erased thirty days later, as they would do it', async () => {
  const { name, personId, call } = await people.somebody()
  await aChild(call)
  const other = await people.somebody()
  const lessons = [{ startsAt: NOW + DAY, endsAt: NOW + DAY + HOUR }]
  const poolId = await aPool(database.store, centreId, { lessons })
  valueOf(await call('seats.book', { poolId }))
  await people.hereLast(other.personId, '2036-01-01')

  people.clock.set(NOW + (KEPT_FOR_DAYS.accounts - 1) * DAY)
  expect([await markAway(people.host), await eraseAway(people.host)]).toEqual([0, 0])
  people.clock.set(LATER)
  expect(await eraseAway(people.host)).toBe(0)
  expect(await markAway(people.host)).toBe(1)
  expect(await people.accountOf({ name })).toMatchObject({
    ...{ leaving: true, hereIn: '2026-11-01', lookOn: dateOf(LATER + 30 * DAY) },
  })
  // Run twice, and by two clocks, nothing more is done, and nobody's day is moved.
  people.clock.set(LATER + DAY)
  expect(await markAway(people.host)).toBe(0)
  const metrics = createMetrics(database.store)
  expect((await metrics.text()).body).toContain('changlai_accounts_leaving 1')
  people.clock.set(LATER + 29 * DAY)
  expect(await eraseAway(people.host)).toBe(0)

  people.clock.set(LATER + 30 * DAY)
  const both = await Promise.all([eraseAway(people.host), eraseAway(people.host)])
  expect(both[0] + both[1]).toBe(1)
  expect(await people.accountOf({ name })).toBeNull()
  expect(departedOf(database.store).has(personId)).toBe(true)
  const left = await asOwner<{ n: number }>(
    database,
    `select (select count(*) from changlai.person where not nobody)::int
       + (select count(*) from changlai.family_member)::int
       + (select count(*) from changlai.erasure)::int as n`,
  )
  // The other one alone; nobody asked for a receipt.
  expect(left).toEqual([{ n: 1 }])
  // The seat says that somebody came, and not who.
  const { rows } = await people.run(
    `select nobody from changlai.booking join changlai.person using (person_id)`,
  )
  expect(rows).toEqual([{ nobody: true }])
  expect(await eraseAway(people.host)).toBe(0)
  // Whoever comes again is somebody new.
  expect(valueOf(await callerOf(createDispatch(people.host), name)('me.get', {}))).toMatchObject({
    nickname: null,
  })
  expect((await people.accountOf({ name }))!.personId).not.toBe(personId)
})

test('Other hosts hear of it as of any erasing', async () => {
  const { personId } = await people.somebody()
  const far = await testHost()
  people.clock.set(LATER)
  expect(await people.aMonth()).toEqual({ marked: 1, erased: 1 })
  await eventually(() => departedOf(far.store).has(personId), Boolean, 2)
  await far.end()
})

/** A people.host that listens, on a store of its own. */
async function testHost() {
  const store = await openStore({ databaseUrl: database.appUrl, log: silentLog })
  const groups = await createGroups(store, silentLog)
  return {
    ...{ store, groups },
    end: async () => {
      groups.end()
      await store.close()
    },
  }
}

describe.each(['alone', 'together'] as const)('A visit to a people.host that asks %s', (how) => {
  test('takes the mark away, is known by its month, and is written once', async () => {
    const far = how === 'together' ? await testHost() : null
    const visits = (name: string) =>
      callerOf(createDispatch({ ...people.host, ...(far && { groups: far.groups }) }), name)
    const marked = await people.somebody('2020-01-01')
    const due = await people.somebody('2020-01-01')
    await people.run(
      `update changlai.person_identity set leaving = true, look_on = '2020-06-01'
       where person_id = $1`,
      [marked.personId],
    )
    for (const { name } of [marked, due]) {
      valueOf(await visits(name)('me.get', {}))
      await eventually(
        () => people.accountOf({ name }),
        (one) => one!.hereIn > '2026',
      )
      const account = (await people.accountOf({ name }))!
      expect(account).toMatchObject({ leaving: false, lookOn: null })
      expect(account.hereIn).toMatch(/-01$/)
    }
    const written = async () =>
      (await people.run('select xmin::text from changlai.person_identity order by subject')).rows
    const before = await written()
    for (const { name } of [marked, due]) valueOf(await visits(name)('me.get', {}))
    expect(await written()).toEqual(before)
    people.clock.set(LATER)
    await people.hereLast(due.personId, '2036-11-01')
    expect(await markAway(people.host)).toBe(1)
    await far?.end()
  })
})

test('A visit that cannot be written down fails nobody, and is said', async () => {
  const { name } = await people.somebody('2020-01-01')
  await asOwner(database, 'revoke update on changlai.person_identity from changlai_app')
  const warned: string[] = []
  const log = { ...silentLog, warn: (_: object, message: string) => void warned.push(message) }
  const call = callerOf(createDispatch({ ...people.host, log }), name)
  valueOf(await call('me.get', {}))
  expect(warned).toEqual(['that somebody is here could not be written down'])
})

test('One who cannot be erased stops nobody, waits a day, and is erased then', async () => {
  await people.somebody()
  const stuck = await people.somebody()
  await people.somebody()
  people.clock.set(LATER)
  await markAway(people.host)
  people.clock.set(LATER + 30 * DAY)
  // A table of a later release that this one does not empty: nothing of the erasing is done.
  await asOwner(
    database,
    `create table changlai.later (person_id uuid references changlai.person (person_id));
     insert into changlai.later values ('${stuck.personId}')`,
  )
  const warned: object[] = []
  const log = { ...silentLog, warn: (facts: object) => void warned.push(facts) }
  expect(await eraseAway({ ...people.host, log })).toBe(2)
  expect(warned).toHaveLength(1)
  expect(await people.accountOf(stuck)).toMatchObject({
    ...{ personId: stuck.personId, leaving: true, lookOn: dateOf(LATER + 31 * DAY) },
  })
  await asOwner(database, 'drop table changlai.later')
  expect(await eraseAway(people.host)).toBe(0)
  people.clock.set(LATER + 31 * DAY)
  expect(await eraseAway(people.host)).toBe(1)
})

test('More than one pass does are done by the next ones', async () => {
  await people.run(
    `with people as (
       insert into changlai.person (person_id) select gen_random_uuid() from generate_series(1, 250)
       returning person_id)
     insert into changlai.person_identity (provider, subject, person_id, here_in)
     select 'local', person_id::text, person_id, '2026-11-01' from people`,
  )
  people.clock.set(LATER)
  expect([
    await markAway(people.host),
    await markAway(people.host),
    await markAway(people.host),
  ]).toEqual([...[200, 50, 0]])
  people.clock.set(LATER + 30 * DAY)
  const passes = [
    await eraseAway(people.host),
    await eraseAway(people.host),
    await eraseAway(people.host),
  ]
  expect([...passes, await eraseAway(people.host)]).toEqual([100, 100, 50, 0])
})
