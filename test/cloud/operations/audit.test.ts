import { FACTS } from '../../../src/cloud/audit/facts'
import { fixedClock } from '../../../src/cloud/clock'
import { createDispatch } from '../../../src/cloud/dispatch'
import { runDueJobs } from '../../../src/cloud/jobs'
import { PERMISSIONS } from '../../../src/cloud/permissions'
import { type Input, type OperationName, contract } from '../../../src/contract'
import { DAY, MINUTE, SECOND } from '../../../src/domain/time/instant'
import { type Caller, callerOf, newRequestId, valueOf } from '../../support/builders/caller'
import { NOW, aCentre } from '../../support/builders/programme'
import { aStation, aTask } from '../../support/builders/station'
import { type TestDatabase, asOwner, testDatabase } from '../../support/database'
import { silentLog } from '../../support/silent-log'

let database: TestDatabase
let centreId: string
let other: string

beforeAll(async () => {
  database = await testDatabase()
  const { store } = database
  centreId = await aCentre(store)
  other = await aCentre(store)
  for (const [subject, role, place] of [
    ['director', 'director', centreId],
    ['staff', 'staff', centreId],
    ['staff', 'staff', other],
    ['district', 'district', '*'],
  ]) {
    valueOf(await as(subject!)('me.update', { nickname: `示例 ${subject}` }))
    await store.pool.query(
      `insert into changlai.role_grant (centre_id, person_id, role)
       select $1, person_id, $2 from changlai.person_identity where subject = $3`,
      [place, role, subject],
    )
  }
  await aStation(store, centreId)
})
afterAll(() => database.drop())

function as(subject: string, at = NOW): Caller {
  const { store } = database
  return callerOf(createDispatch({ store, clock: fixedClock(at), log: silentLog }), subject)
}

const found = async (wish: Partial<Input<'audit.search'>> = {}) =>
  valueOf(await as('district')('audit.search', { centreId, ...wish })).entries

const DENIED = { code: '42501' }

test('A command is written down once with what came of it, whatever is sent again', async () => {
  const taskId = await aTask(database.store, centreId)
  const requestId = newRequestId()
  const settle = () =>
    as('staff')('stations.settle', { taskId, settlement: 'fixed' as const }, requestId)
  const [first, again] = [await settle(), await settle()]
  expect(again).toEqual(first)
  await as('staff', NOW + SECOND)('stations.settle', { taskId, settlement: 'gone' })
  const entries = await found({ target: taskId })
  expect(entries).toMatchObject([
    { outcome: 'refused', refused: 'ALREADY_SETTLED', facts: { settlement: 'gone' } },
    { outcome: 'done', refused: null, facts: { settlement: 'fixed' } },
  ])
  expect(entries[1]).toMatchObject({
    ...{ nickname: '示例 staff', role: 'staff', operation: 'stations.settle' },
    at: '2026-11-22T09:00:00+08:00',
  })
})

test('What broke off is there as not finished', async () => {
  const { store } = database
  const connect = () => Promise.reject(new Error('示例故障'))
  const pool = new Proxy(store.pool, {
    get(target, property) {
      if (property === 'connect') return connect
      const own: unknown = Reflect.get(target, property, target)
      return typeof own === 'function' ? (own.bind(target) as unknown) : own
    },
  })
  const broken = { ...store, pool }
  const dispatch = createDispatch({ store: broken, clock: fixedClock(NOW), log: silentLog })
  const request = { operation: 'attendance.makePoster', input: { centreId }, client: '1.0.0' }
  const identity = { provider: 'local', subject: 'staff' } as const
  const sent = { ...request, requestId: newRequestId() }
  expect((await dispatch({ request: sent, identity })).status).toBe(500)
  expect(await found({ what: 'attendance.makePoster' })).toMatchObject([{ outcome: 'unfinished' }])
  expect((await dispatch({ request: sent, identity })).status).toBe(500)
  const working = createDispatch({ store, clock: fixedClock(NOW), log: silentLog })
  expect((await working({ request: sent, identity })).answer).toMatchObject({ ok: true })
  expect(await found({ what: 'attendance.makePoster' })).toMatchObject([{ outcome: 'done' }])
})

test('The same query is written down once a minute, and what is refused by permit never', async () => {
  const ask = (at: number) => as('staff', at)('waitlist.pools', { centreId })
  for (const at of [NOW, NOW + 1_000, NOW + MINUTE, NOW + MINUTE + 1_000]) valueOf(await ask(at))
  await as('director')('waitlist.pools', { centreId: other })
  const entries = await found({ what: 'waitlist' })
  expect(entries.map(({ at, outcome }) => [at.slice(11, 19), outcome])).toEqual([
    ['09:01:00', 'read'],
    ['09:00:00', 'read'],
  ])
})

test('A role that was given and taken away is there with whom it was about', async () => {
  const director = as('director')
  const note = '只有负责人看的字'
  const wish = { centreId, role: 'volunteer', note } as const
  const { code } = valueOf(await director('roles.invite', wish))
  const invited = as('invited')
  valueOf(await invited('me.update', { nickname: '示例新人' }))
  valueOf(await invited('roles.accept', { code: code! }))
  const { grants } = valueOf(await director('roles.list', { centreId }))
  const { grantId, workerKey } = grants.find(({ role }) => role === 'volunteer')!
  valueOf(await director('roles.remove', { grantId }))
  const entries = await found({ what: 'roles' })
  expect(entries.map(({ operation, outcome }) => `${operation} ${outcome}`).sort()).toEqual(
    ['roles.accept done', 'roles.invite done', 'roles.list read', 'roles.remove done'].sort(),
  )
  expect(entries.find(({ operation }) => operation === 'roles.remove')).toMatchObject({
    ...{ nickname: '示例 director', about: { nickname: '示例新人', role: 'volunteer' } },
  })
  expect(await found({ workerKey })).toMatchObject([{ operation: 'roles.accept' }])
  const all = await asOwner<{ text: string }>(
    database,
    'select row_to_json(one)::text as text from changlai.audit_entry as one',
  )
  expect(all.filter(({ text }) => text.includes(note) || text.includes('示例新人'))).toEqual([])
})

test('Days, kinds, people and pages are told apart, and another centre sees nothing of it', async () => {
  for (let day = 1; day <= 60; day += 1) {
    valueOf(await as('staff', NOW + day * DAY)('ballot.list', { centreId }))
  }
  const first = valueOf(await as('director')('audit.search', { centreId, what: 'ballot.list' }))
  expect(first.entries).toHaveLength(50)
  const second = valueOf(
    await as('director')('audit.search', { centreId, what: 'ballot.list', after: first.after! }),
  )
  expect(second).toMatchObject({ after: null, entries: { length: 10 } })
  const days = { from: '2026-12-01', to: '2026-12-03' }
  expect((await found({ what: 'ballot', ...days })).map(({ at }) => at.slice(0, 10))).toEqual([
    ...['2026-12-03', '2026-12-02', '2026-12-01'],
  ])
  const elsewhere = valueOf(await as('district')('audit.search', { centreId: other }))
  expect(elsewhere.entries.filter(({ operation }) => operation !== 'audit.search')).toEqual([])
  const wrong = await as('district')('audit.search', {
    centreId,
    from: '2026-12-02',
    to: '2026-12-01',
  })
  expect(wrong).toMatchObject({ code: 'INVALID_INPUT', facts: { path: 'to' } })
})

test('What the district does for all centres at once is read by the district alone', async () => {
  const months = { from: '2026-10', to: '2026-11' }
  valueOf(await as('district')('figures.district', months))
  const all = { centreId: '*', what: 'figures' }
  const { entries } = valueOf(await as('district')('audit.search', all))
  expect(entries).toMatchObject([
    {
      operation: 'figures.district',
      target: '*',
      role: 'district',
      facts: months,
      outcome: 'read',
    },
  ])
  const { workerKey } = entries[0]!
  expect(valueOf(await as('district')('audit.search', { ...all, workerKey })).entries).toHaveLength(
    1,
  )
  expect(await as('director')('audit.search', all)).toMatchObject({ code: 'FORBIDDEN' })
})

test('The application adds to the audit and can neither change nor delete of it', async () => {
  const { pool } = database.store
  for (const table of ['audit_entry', 'audit_outcome', 'ended_role']) {
    await expect(pool.query(`update changlai.${table} set centre_id = ''`)).rejects.toMatchObject(
      DENIED,
    )
    await expect(pool.query(`delete from changlai.${table}`)).rejects.toMatchObject(DENIED)
    await expect(pool.query(`truncate changlai.${table}`)).rejects.toMatchObject(DENIED)
  }
  const off = 'alter table changlai.answered_request disable trigger audit_outcome'
  await expect(pool.query(off)).rejects.toMatchObject(DENIED)
})

test('After three years by the server’s own clock it is forgotten, and not a day before', async () => {
  await asOwner(
    database,
    `insert into changlai.audit_entry
       (centre_id, entry_id, at, person_id, role, operation, target, request_id, facts)
     select 'old', repeat(letter, 16), now() - interval '3 years' + offset_, person_id, 'staff',
       'example', 'old', 'r-' || letter, '{}'
     from (values ('a', interval '-1 hour'), ('b', interval '1 hour')) as one (letter, offset_),
       (select person_id from changlai.person limit 1) as somebody`,
  )
  await asOwner(
    database,
    `insert into changlai.audit_outcome (centre_id, entry_id, at) values ('old', repeat('a', 16), now())`,
  )
  const { store } = database
  // However late a host believes it is.
  const done = await runDueJobs({ store, clock: fixedClock(NOW + 9_000 * DAY), log: silentLog })
  expect(done.auditForgotten).toBe(1)
  const left = await asOwner(
    database,
    `select entry_id from changlai.audit_entry where centre_id = 'old'`,
  )
  expect(left).toEqual([{ entry_id: 'b'.repeat(16) }])
})

test('Every command that needs a role has its outcome written down', async () => {
  const [trigger] = await asOwner<{ text: string }>(
    database,
    `select pg_get_triggerdef(oid) as text from pg_trigger where tgname = 'audit_outcome'`,
  )
  const left = [...trigger!.text.matchAll(/'([a-z]+\.[A-Za-z]+)'/g)].map(([, name]) => name!)
  expect(left).toContain('seats.book')
  const needed = Object.entries(PERMISSIONS).filter(([, { role }]) => role !== null)
  expect(needed.map(([operation]) => operation).filter((one) => left.includes(one))).toEqual([])
  expect(left.filter((one) => !Object.hasOwn(contract, one))).toEqual([])
})

test('What the audit keeps of an input is a choice, a number, a day or a key, never what was written', () => {
  interface Parts {
    type: string
    wrapped?: Parts
    pipe?: readonly { type: string }[]
  }
  for (const [operation, fields] of Object.entries(FACTS)) {
    const { role } = PERMISSIONS[operation as OperationName]
    expect(role).not.toBeNull()
    const { entries } = contract[operation as OperationName].input as unknown as {
      entries: Record<string, Parts>
    }
    for (const field of fields) {
      let parts = entries[field]!
      while (parts.wrapped) parts = parts.wrapped
      const checks = (parts.pipe ?? []).map(({ type }) => type)
      const bound =
        ['picklist', 'number', 'boolean'].includes(parts.type) ||
        // A text of a fixed form, and no trimmed line of somebody's own.
        (parts.type === 'string' &&
          !checks.includes('trim') &&
          checks.some((check) => ['regex', 'check'].includes(check)))
      expect({ operation, field, bound }).toEqual({ operation, field, bound: true })
    }
  }
})
