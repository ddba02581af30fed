import { createDispatch } from '../../../src/cloud/dispatch'
import { fixedClock } from '../../../src/cloud/clock'
import { callerOf, newRequestId, refusalOf, valueOf } from '../../support/builders/caller'
import { NOW, aCentre } from '../../support/builders/programme'
import { type TestDatabase, testDatabase } from '../../support/database'
import { silentLog } from '../../support/silent-log'

let database: TestDatabase
let centreId: string

beforeAll(async () => {
  database = await testDatabase({ poolSize: 20 })
  centreId = await aCentre(database.store)
})
afterAll(() => database.drop())

const as = (subject: string) =>
  callerOf(
    createDispatch({ store: database.store, clock: fixedClock(NOW), log: silentLog }),
    subject,
  )

test('Somebody new is known at first sight, as one person, however many requests come at once', async () => {
  const subject = 'newcomer'
  // Each on a dispatch of its own: nothing is remembered between them.
  const answers = await Promise.all(Array.from({ length: 20 }, () => as(subject)('me.get', {})))
  for (const answer of answers) {
    expect(valueOf(answer)).toEqual({ nickname: null, homeCentreId: null, roles: [] })
  }
  const { rows } = await database.store.pool.query<{ count: number }>(
    `select count(*) from changlai.person_identity where subject = $1`,
    [subject],
  )
  expect(rows).toEqual([{ count: 1 }])
})

test('A name of one platform is not the same name of another', async () => {
  const dispatch = createDispatch({
    store: database.store,
    clock: fixedClock(NOW),
    log: silentLog,
  })
  const request = { operation: 'me.update', input: { nickname: '本地' }, requestId: newRequestId() }
  await dispatch({ request, identity: { provider: 'local', subject: 'same' } })
  const { answer } = await dispatch({
    request: { operation: 'me.get' },
    identity: { provider: 'wechat', subject: 'same' },
  })
  expect(answer).toMatchObject({ ok: true, value: { nickname: null } })
})

test('What is given changes, null clears, and what is left out stays', async () => {
  const me = as('changer')
  const update = async (input: Parameters<typeof me<'me.update'>>[1]) => {
    const value = valueOf(await me('me.update', input))
    expect(valueOf(await me('me.get', {}))).toEqual(value)
    return value
  }
  expect(await update({ nickname: '  小禾  ', homeCentreId: centreId })).toMatchObject({
    nickname: '小禾',
    homeCentreId: centreId,
  })
  expect(await update({ nickname: '大禾' })).toMatchObject({ homeCentreId: centreId })
  expect(await update({ homeCentreId: null })).toMatchObject({
    nickname: '大禾',
    homeCentreId: null,
  })
  expect(await update({ nickname: null })).toMatchObject({ nickname: null })
  expect(await update({})).toMatchObject({ nickname: null, homeCentreId: null })
})

test('A home centre must exist', async () => {
  const me = as('homeless')
  expect(refusalOf(await me('me.update', { nickname: '甲', homeCentreId: 'nowhere' }))).toEqual({
    code: 'NOT_FOUND',
    facts: { what: 'centre' },
  })
  expect(valueOf(await me('me.get', {})).nickname).toBeNull()
})

test('A nickname is one to twenty characters on one line', async () => {
  const me = as('namer')
  for (const nickname of ['', '   ', '字'.repeat(21), '两\n行', '制\u0007表']) {
    expect(refusalOf(await me('me.update', { nickname }))).toMatchObject({
      code: 'INVALID_INPUT',
      facts: { path: 'nickname' },
    })
  }
  valueOf(await me('me.update', { nickname: '字'.repeat(20) }))
})

test('The same change sent many times at once is made once and answered alike', async () => {
  const me = as('hasty')
  valueOf(await me('me.get', {}))
  const requestId = newRequestId()
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => as('hasty')('me.update', { nickname: '急' }, requestId)),
  )
  expect(new Set(answers.map((answer) => JSON.stringify(valueOf(answer)))).size).toBe(1)
  valueOf(await me('me.update', { nickname: '缓' }))
  valueOf(await me('me.update', { nickname: '急' }, requestId))
  expect(valueOf(await me('me.get', {})).nickname).toBe('缓')
})

test('Roles are told with their centre, null for all', async () => {
  const me = as('official')
  valueOf(await me('me.get', {}))
  await database.store.pool.query(
    `insert into changlai.role_grant (centre_id, person_id, role)
     select centre, person_id, role
     from changlai.person_identity,
       (values ($1, 'staff'), ('*', 'district')) as given (centre, role)
     where subject = 'official'`,
    [centreId],
  )
  expect(valueOf(await me('me.get', {})).roles).toEqual([
    { role: 'district', centreId: null },
    { role: 'staff', centreId },
  ])
})
