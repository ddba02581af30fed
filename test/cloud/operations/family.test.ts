import { createDispatch } from '../../../src/cloud/dispatch'
import { fixedClock } from '../../../src/cloud/clock'
import { runDueJobs } from '../../../src/cloud/jobs'
import { CHILDREN_RULES_VERSION } from '../../../src/domain/family/consent'
import { DAY, MINUTE, toInstantText } from '../../../src/domain/time/instant'
import { callerOf, newRequestId, refusalOf, valueOf } from '../../support/builders/caller'
import { CONSENT, aChild, aLinkedElder } from '../../support/builders/family'
import { NOW, aCentre, aPool } from '../../support/builders/programme'
import { type TestDatabase, testDatabase } from '../../support/database'
import { silentLog } from '../../support/silent-log'

let database: TestDatabase
let centreId: string
const clock = fixedClock(NOW)
const as = (subject: string) => {
  const { store } = database
  return callerOf(createDispatch({ store, clock, log: silentLog }), subject)
}
const someone = () => as(`someone-${newRequestId()}`)
const CHILD = { kind: 'child', name: '示例孩子', birthDate: '2018-05-01' } as const

beforeAll(async () => {
  database = await testDatabase()
  centreId = await aCentre(database.store)
})
afterAll(() => database.drop())
beforeEach(() => clock.set(NOW))

const rows = async (table: string) =>
  (await database.store.pool.query<{ n: number }>(`select count(*) as n from changlai.${table}`))
    .rows[0]!.n

describe('a child', () => {
  test('is not written down before the guardian consents to the rules text as it is now', async () => {
    const me = someone()
    const before = [await rows('family_member'), await rows('person')]
    const needed = { code: 'CONSENT_NEEDED', facts: { rulesVersion: CHILDREN_RULES_VERSION } }
    valueOf(await me('family.list', {}))
    expect(refusalOf(await me('family.save', CHILD))).toEqual(needed)
    const old = { ...CHILD, consent: { rulesVersion: '2020-01' } }
    expect(refusalOf(await me('family.save', old))).toEqual(needed)
    expect([await rows('family_member'), await rows('person')]).toEqual([before[0], before[1]! + 1])
  })

  test('is kept with the version and the instant of the consent', async () => {
    const me = someone()
    const memberId = await aChild(me)
    const { members, ...rest } = valueOf(await me('family.list', {}))
    expect(members).toEqual([
      {
        ...{ memberId, ...CHILD, linked: false },
        consent: { rulesVersion: CHILDREN_RULES_VERSION, at: toInstantText(NOW) },
      },
    ])
    expect(rest).toEqual({
      most: 6,
      childrenRulesVersion: CHILDREN_RULES_VERSION,
      relatives: [],
    })
  })

  test('can be renamed on the consent that was given, until the text has another version', async () => {
    const me = someone()
    const memberId = await aChild(me)
    const renamed = { ...CHILD, memberId, name: '示例小朋友' }
    valueOf(await me('family.save', renamed))
    await database.store.pool.query(
      `update changlai.guardian_consent set rules_version = '2020-01' where member_id = $1`,
      [memberId],
    )
    expect(refusalOf(await me('family.save', renamed)).code).toBe('CONSENT_NEEDED')
    clock.set(NOW + DAY)
    valueOf(await me('family.save', { ...renamed, consent: CONSENT }))
    const { rows: consents } = await database.store.pool.query(
      `select rules_version, consented_at from changlai.guardian_consent
       where member_id = $1 order by consented_at`,
      [memberId],
    )
    expect(consents).toEqual([
      { rules_version: '2020-01', consented_at: NOW },
      { rules_version: CHILDREN_RULES_VERSION, consented_at: NOW + DAY },
    ])
  })

  test('of fourteen needs no consent on the birthday, and needed one the day before', async () => {
    const me = someone()
    const teenager = { ...CHILD, birthDate: '2012-11-23' }
    expect(refusalOf(await me('family.save', teenager)).code).toBe('CONSENT_NEEDED')
    clock.set(NOW + DAY)
    valueOf(await me('family.save', teenager))
  })

  test('that is removed has no name and no birth date anywhere, and bookings still count', async () => {
    const me = someone()
    const memberId = await aChild(me, '示例要忘掉')
    const poolId = await aPool(database.store, centreId)
    const { bookingId } = valueOf(await me('seats.book', { poolId, attendeeIds: [memberId] }))
    valueOf(await me('family.remove', { memberId }))
    expect(valueOf(await me('family.list', {})).members).toEqual([])
    const { bookings } = valueOf(await me('seats.mine', {}))
    expect(bookings).toMatchObject([
      { bookingId, attendees: [{ attendeeId: memberId, name: null, status: 'booked' }] },
    ])
    for (const table of ['family_member', 'guardian_consent', 'person', 'answered_request']) {
      const { rows: found } = await database.store.pool.query(
        `select from changlai.${table} as t where to_jsonb(t)::text like '%示例要忘掉%'`,
      )
      expect({ table, found: found.length }).toEqual({ table, found: 0 })
    }
    const { rows: member } = await database.store.pool.query(
      'select name, birth_date, removed_at from changlai.family_member where member_id = $1',
      [memberId],
    )
    expect(member).toEqual([{ name: null, birth_date: null, removed_at: NOW }])
    expect(refusalOf(await me('family.remove', { memberId })).code).toBe('NOT_FOUND')
    expect(refusalOf(await me('family.save', { ...CHILD, memberId })).code).toBe('NOT_FOUND')
  })
})

test.each([
  [{ kind: 'child', name: '示例' }, 'birthDate', 'REQUIRED'],
  [{ kind: 'child', name: '示例', birthDate: '1990-01-01' }, 'birthDate', 'NOT_A_CHILD'],
  [{ kind: 'child', name: '示例', birthDate: '2026-11-23' }, 'birthDate', 'FUTURE'],
  [{ kind: 'elder', name: '示例', birthDate: '2018-01-01' }, 'birthDate', 'NOT_AN_ELDER'],
  [{ kind: 'elder', name: '示例', birthDate: '1899-01-01' }, 'birthDate', 'DATE'],
  [{ kind: 'elder', name: ' ' }, 'name', 'TOO_SHORT'],
  [{ kind: 'elder', name: '示'.repeat(21) }, 'name', 'TOO_LONG'],
  [{ kind: 'cousin', name: '示例' }, 'kind', 'NOT_ONE_OF'],
] as const)('%j is refused at %s: %s', async (input, path, reason) => {
  expect(refusalOf(await someone()('family.save', input as never))).toEqual({
    code: 'INVALID_INPUT',
    facts: { path, reason },
  })
})

test('A family holds six, also when twelve are added at once', async () => {
  const me = someone()
  const added = await Promise.all(
    Array.from({ length: 12 }, (_, n) =>
      me('family.save', { kind: 'elder', name: `示例长辈 ${n}` }),
    ),
  )
  expect(added.filter(({ ok }) => ok)).toHaveLength(6)
  const full = { code: 'FAMILY_FULL', facts: { most: 6 } }
  expect(added.filter(({ ok }) => !ok).map(refusalOf)).toEqual(Array(6).fill(full))
  const { members } = valueOf(await me('family.list', {}))
  expect(members).toHaveLength(6)
  valueOf(await me('family.remove', { memberId: members[0]!.memberId }))
  valueOf(await me('family.save', { kind: 'elder', name: '示例长辈' }))
})

test('One request that is sent many times at once adds one', async () => {
  const me = someone()
  const requestId = newRequestId()
  const added = await Promise.all(
    Array.from({ length: 8 }, () =>
      me('family.save', { kind: 'elder', name: '示例长辈' }, requestId),
    ),
  )
  expect(new Set(added.map((answer) => valueOf(answer).memberId)).size).toBe(1)
  expect(valueOf(await me('family.list', {})).members).toHaveLength(1)
})

describe('a code that is read out', () => {
  test('links an elder to a relative, once, in small letters too', async () => {
    const [relative, elder, other] = [someone(), someone(), someone()]
    valueOf(await relative('me.update', { nickname: '示例女儿' }))
    const { code, expiresAt } = valueOf(await elder('family.code', {}))
    expect(expiresAt).toBe(toInstantText(NOW + 10 * MINUTE))
    const link = { code: code.toLowerCase(), name: '示例外婆' }
    const { memberId } = valueOf(await relative('family.link', link))
    expect(valueOf(await relative('family.list', {})).members).toEqual([
      {
        ...{ memberId, kind: 'elder', name: '示例外婆', birthDate: null },
        ...{ linked: true, consent: null },
      },
    ])
    expect(valueOf(await elder('family.list', {})).relatives).toEqual([
      { memberId, nickname: '示例女儿', since: toInstantText(NOW) },
    ])
    expect(refusalOf(await other('family.link', link))).toEqual({
      code: 'WRONG_CODE',
      facts: { left: 4 },
    })
  })

  test('is good for ten minutes, and a new one replaces it', async () => {
    const [relative, elder] = [someone(), someone()]
    const first = valueOf(await elder('family.code', {}))
    const second = valueOf(await elder('family.code', {}))
    const link = (code: string) => relative('family.link', { code, name: '示例外婆' })
    expect(refusalOf(await link(first.code)).code).toBe('WRONG_CODE')
    clock.set(NOW + 10 * MINUTE)
    expect(refusalOf(await link(second.code)).code).toBe('WRONG_CODE')
    clock.set(NOW + 10 * MINUTE - 1)
    valueOf(await link(second.code))
  })

  test('can be guessed at five times in ten minutes, counted one by one', async () => {
    const [relative, elder] = [someone(), someone()]
    const { code } = valueOf(await elder('family.code', {}))
    const wrong = code === '222222' ? '333333' : '222222'
    const guesses = await Promise.all(
      Array.from({ length: 9 }, () => relative('family.link', { code: wrong, name: '示例外婆' })),
    )
    const refused = guesses.map(refusalOf)
    const left = refused.flatMap(({ code: why, facts }) =>
      why === 'WRONG_CODE' ? [(facts as { left: number }).left] : [],
    )
    expect(left.sort()).toEqual([0, 1, 2, 3, 4])
    expect(refused.filter(({ code: why }) => why === 'TOO_MANY_TRIES')).toHaveLength(4)
    expect(refusalOf(await relative('family.link', { code, name: '示例外婆' }))).toEqual({
      code: 'TOO_MANY_TRIES',
      facts: { until: toInstantText(NOW + 10 * MINUTE) },
    })
    clock.set(NOW + 10 * MINUTE)
    const again = valueOf(await elder('family.code', {}))
    valueOf(await relative('family.link', { code: again.code, name: '示例外婆' }))
  })

  test('is not for oneself, and nobody is linked twice', async () => {
    const [relative, elder] = [someone(), someone()]
    const { code } = valueOf(await elder('family.code', {}))
    const own = await elder('family.link', { code, name: '示例自己' })
    expect(refusalOf(own)).toEqual({ code: 'OWN_CODE', facts: {} })
    const { memberId } = valueOf(await relative('family.link', { code, name: '示例外婆' }))
    const again = valueOf(await elder('family.code', {}))
    const twice = await relative('family.link', { code: again.code, name: '示例姥姥' })
    expect(refusalOf(twice)).toEqual({ code: 'ALREADY_LINKED', facts: { memberId } })
  })

  test('is asked for again with the same request, and is the same', async () => {
    const elder = someone()
    const requestId = newRequestId()
    const first = valueOf(await elder('family.code', {}, requestId))
    expect(valueOf(await elder('family.code', {}, requestId))).toEqual(first)
  })

  test('is forgotten by a job when nobody uses it', async () => {
    const [relative, elder] = [someone(), someone()]
    const { code } = valueOf(await elder('family.code', {}))
    await relative('family.link', { code: code === '222222' ? '333333' : '222222', name: '示例' })
    clock.set(NOW + DAY)
    const { store } = database
    expect((await runDueJobs({ store, clock, log: silentLog })).codesForgotten).toBe(0)
    clock.set(NOW + DAY + 10 * MINUTE + 1)
    await runDueJobs({ store, clock, log: silentLog })
    expect([await rows('spoken_code'), await rows('spoken_code_try')]).toEqual([0, 0])
  })
})

test('A linked elder ends the link: the relative can book for them no more', async () => {
  const [relative, elder, stranger] = [someone(), someone(), someone()]
  const memberId = await aLinkedElder(relative, elder)
  expect(refusalOf(await stranger('family.remove', { memberId })).code).toBe('NOT_FOUND')
  valueOf(await elder('family.remove', { memberId }))
  expect(valueOf(await elder('family.list', {})).relatives).toEqual([])
  expect(valueOf(await relative('family.list', {})).members).toEqual([])
  const poolId = await aPool(database.store, centreId)
  const booked = await relative('seats.book', { poolId, attendeeIds: [memberId] })
  expect(refusalOf(booked)).toEqual({
    code: 'NOT_FOUND',
    facts: { what: 'attendee', attendeeId: memberId },
  })
})

test('Of a linked elder a relative writes down a name and no birth date', async () => {
  const [relative, elder] = [someone(), someone()]
  const memberId = await aLinkedElder(relative, elder)
  const member = { memberId, kind: 'elder', name: '示例姥姥' } as const
  valueOf(await relative('family.save', member))
  const dated = await relative('family.save', { ...member, birthDate: '1948-05-01' })
  expect(refusalOf(dated)).toEqual({
    code: 'INVALID_INPUT',
    facts: { path: 'birthDate', reason: 'LINKED' },
  })
  const young = { memberId, kind: 'child', name: '示例', birthDate: '2010-01-01' } as const
  expect(refusalOf(await relative('family.save', young))).toEqual({
    code: 'INVALID_INPUT',
    facts: { path: 'kind', reason: 'CHANGED' },
  })
})
