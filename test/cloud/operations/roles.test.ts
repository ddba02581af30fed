import { fixedClock } from '../../../src/cloud/clock'
import { createDispatch } from '../../../src/cloud/dispatch'
import { MOST_OPEN_INVITATIONS } from '../../../src/domain/access/invitation'
import type { Sealing } from '../../../src/cloud/sealing/sealing'
import type { Role } from '../../../src/domain/access/role'
import { DAY, MINUTE } from '../../../src/domain/time/instant'
import {
  type Caller,
  callerOf,
  newRequestId,
  refusalOf,
  valueOf,
} from '../../support/builders/caller'
import { testSealing } from '../../support/builders/consultation'
import { NOW, aCentre } from '../../support/builders/programme'
import { type TestDatabase, testDatabase } from '../../support/database'
import { silentLog } from '../../support/silent-log'

let database: TestDatabase
let sealing: Sealing
let centreId: string
let other: string

beforeAll(async () => {
  database = await testDatabase()
  sealing = testSealing(database.store)
  centreId = await aCentre(database.store)
  other = await aCentre(database.store)
  await grant('director', 'director', centreId)
  await grant('second', 'director', centreId)
  await grant('director-of-other', 'director', other)
  await grant('district', 'district', '*')
})
afterAll(() => database.drop())

function as(subject: string, at = NOW, sealed = true): Caller {
  const { store } = database
  const dispatch = createDispatch({
    ...{ store, clock: fixedClock(at), log: silentLog },
    ...(sealed && { sealing }),
  })
  return callerOf(dispatch, subject)
}

async function grant(subject: string, role: Role, place: string): Promise<void> {
  valueOf(await as(subject)('me.update', { nickname: `示例 ${subject}`.slice(0, 20) }))
  await database.store.pool.query(
    `insert into changlai.role_grant (centre_id, person_id, role)
     select $1, person_id, $2 from changlai.person_identity where subject = $3`,
    [place, role, subject],
  )
}

const invite = async (role: Role, place = centreId, by = 'director') =>
  valueOf(await as(by)('roles.invite', { centreId: place, role, note: '示例阿姨' }))

const grantsOf = async (place = centreId) =>
  valueOf(await as('district')('roles.list', { centreId: place })).grants

const opens = async (subject: string) => (await as(subject)('stations.tasks', { centreId })).ok

test('Whoever is invited sees what for, takes it up once, and may at once what the role may', async () => {
  const { code, expiresAt } = await invite('staff')
  const newcomer = as('newcomer')
  expect(await opens('newcomer')).toBe(false)
  const typed = code!.toLowerCase()
  expect(valueOf(await newcomer('roles.invitation', { code: typed }))).toEqual({
    ...{ centreId, role: 'staff', by: '示例 director', expiresAt, alreadyHeld: false },
  })
  const requestId = newRequestId()
  const taken = await newcomer('roles.accept', { code: typed }, requestId)
  expect(valueOf(taken)).toEqual({ centreId, role: 'staff' })
  expect(await newcomer('roles.accept', { code: typed }, requestId)).toEqual(taken)
  expect(await opens('newcomer')).toBe(true)
  const late = await as('another')('roles.accept', { code: code! })
  expect(refusalOf(late)).toEqual({ code: 'INVITATION_OVER', facts: { why: 'accepted' } })
  const given = (await grantsOf()).find(({ role }) => role === 'staff')
  expect(given).toMatchObject({ by: '示例 director', since: '2026-11-22T09:00:00+08:00' })
})

test('A role that is taken away is gone with the next call of a host that runs on', async () => {
  const { code } = await invite('staff')
  const person = as('comes-and-goes')
  valueOf(await person('roles.accept', { code: code! }))
  const ask = async () => (await person('stations.tasks', { centreId })).ok
  expect(await ask()).toBe(true)
  const mine = await mineOf('comes-and-goes', 'staff')
  const stranger = await as('director-of-other')('roles.remove', { grantId: mine })
  expect(stranger).toMatchObject({ code: 'FORBIDDEN' })
  expect(await ask()).toBe(true)
  expect(valueOf(await as('director')('roles.remove', { grantId: mine }))).toEqual({
    ...{ grantId: mine, role: 'staff' },
  })
  expect(await ask()).toBe(false)
  const again = await as('director')('roles.remove', { grantId: mine })
  expect(refusalOf(again)).toEqual({ code: 'NOT_FOUND', facts: { what: 'grant' } })
})

test('The last director stays, whoever asks, and so does the last of the district', async () => {
  const remove = async (by: string, grantId: string) => as(by)('roles.remove', { grantId })
  const [first, second] = [await mineOf('director', 'director'), await mineOf('second', 'director')]
  valueOf(await remove('director', second))
  const refused = { code: 'LAST_DIRECTOR', facts: { role: 'director' } }
  expect(refusalOf(await remove('director', first))).toEqual(refused)
  expect(refusalOf(await remove('district', first))).toEqual(refused)
  const { code } = await invite('director')
  valueOf(await as('second')('roles.accept', { code: code! }))
  const [district] = await grantsOf('*')
  const last = await remove('district', district!.grantId)
  expect(refusalOf(last)).toEqual({ code: 'LAST_DIRECTOR', facts: { role: 'district' } })
})

test('Only the district gives its own role, and each role is one of its place', async () => {
  const director = as('director')
  const wish = { role: 'district', note: '示例' } as const
  const away = await director('roles.invite', { centreId: '*', ...wish })
  expect(away).toMatchObject({ code: 'FORBIDDEN' })
  const here = await director('roles.invite', { centreId, ...wish })
  expect(refusalOf(here).facts).toEqual({ path: 'role', reason: 'OTHER_PLACE' })
  await grant('everywhere', 'director', '*')
  const master = await as('everywhere')('roles.invite', { centreId: '*', ...wish })
  expect(refusalOf(master)).toEqual({ code: 'NOT_YOURS_TO_GIVE', facts: { role: 'district' } })
  const { code } = await invite('district', '*', 'district')
  valueOf(await as('second-of-district')('roles.accept', { code: code! }))
  expect((await grantsOf('*')).map(({ role }) => role)).toEqual([
    'district',
    'district',
    'director',
  ])
})

test('An invitation ends by time, by hand, and with the role of who made it', async () => {
  const why = async (code: string | null, at = NOW) =>
    refusalOf(await as('late', at)('roles.accept', { code: code! })).facts
  const expired = await invite('teacher')
  expect(await why(expired.code, NOW + 3 * DAY)).toEqual({ why: 'expired' })
  const { invitationId, code } = await invite('teacher')
  valueOf(await as('director')('roles.revokeInvitation', { invitationId }))
  expect(await why(code)).toEqual({ why: 'revoked' })
  const accomplice = await invite('director', centreId, 'second')
  const { grantId } = { grantId: await mineOf('second', 'director') }
  valueOf(await as('director')('roles.remove', { grantId }))
  expect(await why(accomplice.code)).toEqual({ why: 'revoked' })
  const open = valueOf(await as('director')('roles.invitations', { centreId })).invitations
  expect(open.map((one) => one.invitationId)).toEqual([expired.invitationId])
})

test('Wrong codes are counted, in asking as in taking up, and then have to wait', async () => {
  const code = 'A'.repeat(12)
  const guess = (at = NOW) => as('guesses', at)
  for (const left of [4, 3]) {
    const refused = refusalOf(await guess()('roles.invitation', { code }))
    expect(refused).toEqual({ code: 'WRONG_CODE', facts: { left } })
  }
  for (const left of [2, 1, 0]) {
    expect(refusalOf(await guess()('roles.accept', { code })).facts).toEqual({ left })
  }
  const right = await invite('teacher')
  expect(refusalOf(await guess()('roles.accept', { code: right.code! }))).toMatchObject({
    ...{ code: 'TOO_MANY_TRIES', facts: { until: '2026-11-22T09:10:00+08:00' } },
  })
  valueOf(await guess(NOW + 10 * MINUTE)('roles.accept', { code: right.code! }))
})

test('A retry tells the code again where the deployment has a secret, and no table ever holds it', async () => {
  const wish = { centreId, role: 'volunteer', note: '示例阿姨' } as const
  const [kept, bare] = [newRequestId(), newRequestId()]
  const first = valueOf(await as('director')('roles.invite', wish, kept))
  expect(valueOf(await as('director')('roles.invite', wish, kept))).toEqual(first)
  const once = valueOf(await as('director', NOW, false)('roles.invite', wish, bare))
  expect(once.code).toMatch(/^[2-9A-HJKMNP-Z]{12}$/)
  const again = valueOf(await as('director', NOW, false)('roles.invite', wish, bare))
  expect(again).toEqual({ ...once, code: null })
  for (const table of ['role_invitation', 'answered_request', 'audit_entry']) {
    const { rows } = await database.store.pool.query<{ text: string }>(
      `select row_to_json(one)::text as text from changlai.${table} as one`,
    )
    expect(rows.length).toBeGreaterThan(0)
    for (const code of [first.code!, once.code!]) {
      expect(rows.filter(({ text }) => text.includes(code))).toEqual([])
    }
  }
  valueOf(await as('director')('roles.revokeInvitation', { invitationId: first.invitationId }))
  expect(valueOf(await as('director')('roles.invite', wish, kept)).code).toBeNull()
})

test('So many invitations are open at once, and no more', async () => {
  const answers = await Promise.all(
    Array.from({ length: MOST_OPEN_INVITATIONS + 5 }, () =>
      as('director-of-other')('roles.invite', { centreId: other, role: 'staff', note: '示例' }),
    ),
  )
  expect(answers.filter(({ ok }) => ok)).toHaveLength(MOST_OPEN_INVITATIONS)
})

/** The GrantId of somebody's role here. */
async function mineOf(subject: string, role: Role): Promise<string> {
  const { rows } = await database.store.pool.query<{ hash: string }>(
    `select left(encode(sha256(convert_to($1 || '/' || person_id, 'UTF8')), 'hex'), 20) as hash
     from changlai.person_identity where subject = $2`,
    [centreId, subject],
  )
  return `${centreId}.${rows[0]!.hash}-${role}`
}
