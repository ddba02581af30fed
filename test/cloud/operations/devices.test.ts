import { createDispatch } from '../../../src/cloud/dispatch'
import { fixedClock } from '../../../src/cloud/clock'
import { runDueJobs } from '../../../src/cloud/jobs'
import { PERMISSIONS } from '../../../src/cloud/permissions'
import type { OperationName } from '../../../src/contract'
import { DAY, HOUR, MINUTE, SECOND } from '../../../src/domain/time/instant'
import { callerOf, newRequestId, refusalOf, valueOf } from '../../support/builders/caller'
import {
  OFFICE_PC,
  aDeskOf,
  atDesk,
  beginAt,
  claimAt,
  deskIdentity,
} from '../../support/builders/desk'
import { NOW } from '../../support/builders/programme'
import { type TestDatabase, asOwner, testDatabase } from '../../support/database'
import { silentLog } from '../../support/silent-log'

let database: TestDatabase
const clock = fixedClock(NOW)

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())
beforeEach(() => clock.set(NOW))

const host = () =>
  createDispatch({ store: database.store, clock, log: silentLog, desks: true as const })
const someone = () => `someone-${newRequestId()}`
const phoneOf = (subject: string) => callerOf(host(), subject)
const rowsOf = (table: string) =>
  asOwner<{ n: string }>(database, `select count(*) n from ${table}`)

/** A desk whose code a phone has looked at. */
async function seenBy(subject: string) {
  const begun = await beginAt(host())
  const seen = valueOf(await phoneOf(subject)('devices.look', { code: begun.code }))
  return { begun, seen, ofCode: { code: begun.code, check: begun.check } }
}

describe('a sign-in at a desk', () => {
  test('goes from waiting over seen to approved, and lets the desk in once', async () => {
    const me = someone()
    const begun = await beginAt(host())
    expect(begun).toMatchObject({
      code: expect.stringMatching(/^[2-9A-HJKMNP-Z]{6}$/) as string,
      scene: `s=${begun.code}`,
      picture: null,
      pollAfterMs: 2_000,
    })
    expect(await claimAt(host(), begun)).toMatchObject({ state: 'waiting', token: null })
    const small = { code: begun.code.toLowerCase() }
    const seen = valueOf(await phoneOf(me)('devices.look', small))
    expect(seen).toMatchObject({ ...OFFICE_PC, askedAt: begun.now, expiresAt: begun.expiresAt })
    expect(new Set([...seen.choices, begun.check]).size).toBe(3)
    clock.set(NOW + 2 * SECOND)
    expect(await claimAt(host(), begun)).toMatchObject({ state: 'seen', token: null })
    valueOf(await phoneOf(me)('devices.approve', { ...small, check: begun.check }))
    clock.set(NOW + 4 * SECOND)
    const claimed = await claimAt(host(), begun)
    expect(claimed).toMatchObject({ state: 'approved', pollAfterMs: 2_000 })
    expect(claimed.token).toMatch(/^[\w-]{43}$/)
    clock.set(NOW + 6 * SECOND)
    expect(await claimAt(host(), begun)).toMatchObject({ state: 'claimed', token: null })
    const { answer } = await atDesk(host(), deskIdentity(claimed.token!), 'me.get')
    expect(answer).toMatchObject({ ok: true, value: valueOf(await phoneOf(me)('me.get', {})) })
  })

  test('ends by a wrong number, however often the right one follows', async () => {
    const me = someone()
    const { begun, seen, ofCode } = await seenBy(me)
    const check = seen.choices.find((one) => one !== begun.check)!
    const wrong = await phoneOf(me)('devices.approve', { ...ofCode, check })
    expect(refusalOf(wrong)).toEqual({ code: 'WRONG_CHECK', facts: {} })
    expect(refusalOf(await phoneOf(me)('devices.approve', ofCode)).code).toBe('GONE')
    expect(await claimAt(host(), begun)).toMatchObject({ state: 'refused', token: null })
  })

  test('ends where the phone says that it was not me', async () => {
    const me = someone()
    const { begun, ofCode } = await seenBy(me)
    valueOf(await phoneOf(me)('devices.refuse', { code: begun.code }))
    expect(refusalOf(await phoneOf(me)('devices.approve', ofCode)).code).toBe('GONE')
    expect(await claimAt(host(), begun)).toMatchObject({ state: 'refused', token: null })
  })

  test('is approved once: again with the same requestId is the same answer, with another is none', async () => {
    const me = someone()
    const { begun, ofCode } = await seenBy(me)
    const requestId = newRequestId()
    const first = await phoneOf(me)('devices.approve', ofCode, requestId)
    expect(await phoneOf(me)('devices.approve', ofCode, requestId)).toEqual(first)
    expect(refusalOf(await phoneOf(me)('devices.approve', ofCode)).code).toBe('GONE')
    expect((await claimAt(host(), begun)).token).not.toBeNull()
    expect(await phoneOf(me)('devices.approve', ofCode, requestId)).toEqual(first)
    clock.set(NOW + 2 * SECOND)
    expect(await claimAt(host(), begun)).toMatchObject({ state: 'claimed', token: null })
  })

  test('is for whoever looked first to decide, and for nobody who did not look', async () => {
    const [me, other] = [someone(), someone()]
    const begun = await beginAt(host())
    const ofCode = { code: begun.code, check: begun.check }
    expect(refusalOf(await phoneOf(me)('devices.approve', ofCode)).code).toBe('GONE')
    valueOf(await phoneOf(me)('devices.look', { code: begun.code }))
    const late = await phoneOf(other)('devices.look', { code: begun.code })
    expect(refusalOf(late)).toEqual({ code: 'WRONG_CODE', facts: { left: 4 } })
    expect(refusalOf(await phoneOf(other)('devices.approve', ofCode)).code).toBe('GONE')
    valueOf(await phoneOf(me)('devices.approve', ofCode))
  })

  test('is over after three minutes, looked at, approved or not', async () => {
    const me = someone()
    const { begun, ofCode } = await seenBy(me)
    const another = await seenBy(me)
    valueOf(await phoneOf(me)('devices.approve', another.ofCode))
    clock.set(NOW + 3 * MINUTE)
    expect(refusalOf(await phoneOf(me)('devices.approve', ofCode)).code).toBe('GONE')
    for (const one of [begun, another.begun]) {
      expect(await claimAt(host(), one)).toMatchObject({ state: 'expired', token: null })
    }
  })

  test('is claimed by its own secret and browser alone', async () => {
    const me = someone()
    const { begun, ofCode } = await seenBy(me)
    valueOf(await phoneOf(me)('devices.approve', ofCode))
    const { secret } = await beginAt(host())
    const elsewhere = { ...OFFICE_PC, browser: 'chrome' } as const
    expect(await claimAt(host(), { ...begun, secret })).toMatchObject({ state: 'expired' })
    expect(await claimAt(host(), begun, elsewhere)).toMatchObject({ state: 'expired' })
    expect((await claimAt(host(), begun)).token).not.toBeNull()
  })

  test('is asked about more slowly by who asks too often', async () => {
    const begun = await beginAt(host())
    const after = async () => (await claimAt(host(), begun)).pollAfterMs
    expect(await after()).toBe(2_000)
    expect([await after(), await after()]).toEqual([7_000, 12_000])
    clock.set(NOW + 12 * SECOND)
    expect(await after()).toBe(12_000)
  })

  test('cannot be looked for by guessing', async () => {
    const me = someone()
    const guess = () => phoneOf(me)('devices.look', { code: 'AAAAAA' })
    const left = []
    for (let tries = 0; tries < 5; tries += 1) left.push(refusalOf(await guess()).facts)
    expect(left).toEqual([4, 3, 2, 1, 0].map((one) => ({ left: one })))
    expect(refusalOf(await guess()).code).toBe('TOO_MANY_TRIES')
    const { code } = await beginAt(host())
    expect(refusalOf(await phoneOf(me)('devices.look', { code })).code).toBe('TOO_MANY_TRIES')
  })

  test('is begun on a host alone that speaks to browsers', async () => {
    const plain = createDispatch({ store: database.store, clock, log: silentLog })
    const request = { operation: 'devices.begin', input: {} }
    const { answer } = await plain({ request, identity: null })
    expect(answer).toMatchObject({ ok: false, code: 'NOT_OFFERED' })
  })

  test('fills no table: the oldest that nobody looked at make room, and what is over goes', async () => {
    const me = someone()
    const { begun, ofCode } = await seenBy(me)
    const first = await beginAt(host())
    for (let count = 1; count <= 120; count += 1) {
      clock.set(NOW + count)
      await beginAt(host())
    }
    const waiting = async () => {
      const [row] = await asOwner<{ n: string }>(
        database,
        `select count(*) n from changlai.desk_sign_in where state = 'waiting'`,
      )
      return Number(row!.n)
    }
    expect(await waiting()).toBe(100)
    expect(await claimAt(host(), first)).toMatchObject({ state: 'expired' })
    valueOf(await phoneOf(me)('devices.approve', ofCode))
    expect(await claimAt(host(), begun)).toMatchObject({ state: 'approved' })
    clock.set(NOW + 4 * MINUTE)
    await beginAt(host(), { browser: 'firefox', system: 'linux' })
    expect(await waiting()).toBe(1)
  })
})

describe('a session at a desk', () => {
  const meAt = async (token: string) => {
    const { answer, atDesk: cookie } = await atDesk(host(), deskIdentity(token), 'me.get')
    return { ok: (answer as { ok: boolean }).ok, cookie }
  }
  const LET_IN = { ok: true, cookie: undefined }
  const SENT_AWAY = { ok: false, cookie: null }

  test('lasts half an hour without a call, and ten hours in any case', async () => {
    const idle = await aDeskOf(host(), someone())
    clock.set(NOW + 30 * MINUTE - 1)
    expect(await meAt(idle)).toEqual(LET_IN)
    clock.set(NOW + 60 * MINUTE - 1)
    expect(await meAt(idle)).toEqual(SENT_AWAY)
    clock.set(NOW)
    const busy = await aDeskOf(host(), someone())
    for (let at = 20 * MINUTE; at < 10 * HOUR; at += 20 * MINUTE) {
      clock.set(NOW + at)
      expect(await meAt(busy)).toEqual(LET_IN)
    }
    clock.set(NOW + 10 * HOUR)
    expect(await meAt(busy)).toEqual(SENT_AWAY)
  })

  test('opens nothing in another browser', async () => {
    const token = await aDeskOf(host(), someone())
    const elsewhere = deskIdentity(token, { ...OFFICE_PC, system: 'mac' })
    const { answer } = await atDesk(host(), elsewhere, 'me.get')
    expect(answer).toMatchObject({ ok: false, code: 'UNAUTHENTICATED' })
    expect(await meAt(token)).toEqual(LET_IN)
  })

  test('stands under 我的设备 until it is ended there, and is nobody else’s to end', async () => {
    const me = someone()
    const tokens = [await aDeskOf(host(), me), await aDeskOf(host(), me)]
    const { answer } = await atDesk(host(), deskIdentity(tokens[0]!), 'devices.mine')
    const { sessions } = (answer as { value: { sessions: { sessionId: string; here: boolean }[] } })
      .value
    expect(sessions.map(({ here }) => here).sort()).toEqual([false, true])
    const { sessionId } = sessions.find(({ here }) => here)!
    const stranger = await phoneOf(someone())('devices.revoke', { sessionId })
    expect(refusalOf(stranger).code).toBe('NOT_FOUND')
    expect(await meAt(tokens[0]!)).toEqual(LET_IN)
    valueOf(await phoneOf(me)('devices.revoke', { sessionId }))
    expect(await meAt(tokens[0]!)).toEqual(SENT_AWAY)
    expect(await meAt(tokens[1]!)).toEqual(LET_IN)
    expect(refusalOf(await phoneOf(me)('devices.revoke', { sessionId })).code).toBe('NOT_FOUND')
    expect(valueOf(await phoneOf(me)('devices.revokeAll', {}))).toEqual({ ended: 1 })
    expect(await meAt(tokens[1]!)).toEqual(SENT_AWAY)
    expect(valueOf(await phoneOf(me)('devices.mine', {}))).toEqual({ sessions: [] })
  })

  test('ends at the desk itself; on a phone there is nothing to end', async () => {
    const me = someone()
    const [token, other] = [await aDeskOf(host(), me), await aDeskOf(host(), me)]
    valueOf(await phoneOf(me)('devices.signOut', {}))
    const left = await atDesk(host(), deskIdentity(token), 'devices.signOut')
    expect(left).toEqual({ answer: { ok: true, value: {} }, status: 200, atDesk: null })
    expect(await meAt(token)).toEqual(SENT_AWAY)
    expect(await meAt(other)).toEqual(LET_IN)
  })

  test('takes the place of the oldest where somebody has ten', async () => {
    const me = someone()
    const tokens: string[] = []
    for (let count = 0; count <= 10; count += 1) {
      clock.set(NOW + count * SECOND)
      tokens.push(await aDeskOf(host(), me))
    }
    expect(await meAt(tokens[0]!)).toEqual(SENT_AWAY)
    expect(await meAt(tokens[1]!)).toEqual(LET_IN)
    expect(valueOf(await phoneOf(me)('devices.mine', {})).sessions).toHaveLength(10)
  })

  test('may do what its person may, but lets no other desk in and is shown nothing sealed', async () => {
    const phoneOnly = (Object.keys(PERMISSIONS) as OperationName[]).filter(
      (operation) => PERMISSIONS[operation].onPhone,
    )
    expect(phoneOnly.sort()).toEqual([
      'alerts.accept',
      'casework.attachment',
      'casework.open',
      'consultation.attachment',
      'consultation.get',
      'devices.approve',
      'devices.look',
      'devices.refuse',
      'me.erase',
      'me.export',
    ])
    const token = await aDeskOf(host(), someone())
    const { code } = await beginAt(host())
    const { answer } = await atDesk(host(), deskIdentity(token), 'devices.look', { code })
    expect(answer).toMatchObject({ code: 'FORBIDDEN', facts: { only: 'phone' } })
    const nickname = { nickname: '示例' }
    const changed = await atDesk(host(), deskIdentity(token), 'me.update', nickname)
    expect(changed.answer).toMatchObject({ ok: true })
  })

  test('stands in the tables as a hash alone, and is forgotten a week after its end', async () => {
    const token = await aDeskOf(host(), someone())
    const { secret } = await beginAt(host())
    for (const table of ['desk_session', 'desk_sign_in', 'answered_request']) {
      const rows = await asOwner(database, `select * from changlai.${table}`)
      expect(rows.length).toBeGreaterThan(0)
      for (const text of [token, secret]) expect(JSON.stringify(rows)).not.toContain(text)
    }
    const run = () => runDueJobs({ store: database.store, clock, log: silentLog })
    clock.set(NOW + 7 * DAY)
    await run()
    expect(Number((await rowsOf('changlai.desk_session'))[0]!.n)).toBeGreaterThan(0)
    clock.set(NOW + 7 * DAY + 11 * HOUR)
    expect((await run()).desksForgotten).toBeGreaterThan(0)
    for (const table of ['desk_session', 'desk_sign_in']) {
      expect(Number((await rowsOf(`changlai.${table}`))[0]!.n)).toBe(0)
    }
  })
})
