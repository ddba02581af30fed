import * as v from 'valibot'
import { fixedClock } from '../../../src/cloud/clock'
import { createDispatch } from '../../../src/cloud/dispatch'
import { createReceive } from '../../../src/cloud/files/receive'
import { inputHash } from '../../../src/cloud/requests'
import type { Sealing } from '../../../src/cloud/sealing/sealing'
import { contract, type Output } from '../../../src/contract'
import { DAY, HOUR, MINUTE, toInstantText } from '../../../src/domain/time/instant'
import { callerOf, newRequestId, refusalOf, valueOf } from '../../support/builders/caller'
import {
  aPersona,
  aProfessional,
  aSlot,
  anIntake,
  testSealing,
} from '../../support/builders/consultation'
import { NOW, aCentre, aPool, anActivity, seatsOf } from '../../support/builders/programme'
import { type TestDatabase, testDatabase } from '../../support/database'
import { pictureOfAPhone } from '../../support/files/pictures'
import { scannedPdf } from '../../support/files/pdfs'
import { silentLog } from '../../support/silent-log'

let database: TestDatabase
let sealing: Sealing
let centreId: string
let lawyerId: string
const clock = fixedClock(NOW)

const named = (subject: string) => {
  const dispatch = createDispatch({ store: database.store, clock, log: silentLog, sealing })
  return callerOf(dispatch, subject)
}
const someone = () => named(`someone-${newRequestId()}`)

beforeAll(async () => {
  database = await testDatabase()
  sealing = testSealing(database.store)
})
afterAll(() => database.drop())
beforeEach(async () => {
  clock.set(NOW)
  centreId = await aCentre(database.store)
  lawyerId = await aProfessional(database.store, centreId, 'lawyer')
})

async function sent(subject: string, name: string, content: Buffer): Promise<string> {
  const receive = createReceive(database.store, clock)
  const identity = { provider: 'local', subject } as const
  const received = await receive({ identity, name, content })
  return (received as { fileId: string }).fileId
}

test('A free half hour is taken with the request, and is the resident’s booking', async () => {
  const poolId = await aSlot(database.store, centreId, lawyerId)
  const me = someone()
  const { slots } = valueOf(await me('consultation.slots', { centreId, service: 'legal' }))
  expect(slots).toMatchObject([{ poolId, channels: ['in-person', 'phone'] }])
  const asked = valueOf(await me('consultation.request', { ...anIntake(), poolId }))
  expect(asked).toMatchObject({ state: 'assigned', startsAt: toInstantText(NOW + 2 * DAY) })
  expect(asked.dueAt).toBe('2026-11-24T18:00:00+08:00')
  expect(await seatsOf(database.store, poolId)).toEqual({ taken: 1, booked: 1, people: 1 })
  expect(valueOf(await me('consultation.slots', { centreId, service: 'legal' })).slots).toEqual([])
  const got = valueOf(await me('consultation.get', { consultationId: asked.consultationId }))
  expect(got).toMatchObject({
    meeting: { poolId, startsAt: toInstantText(NOW + 2 * DAY), place: '一楼讲座室' },
    content: { matter: { text: '示例经过', building: '示例楼院' }, contact: { name: '示例甲' } },
    openings: [],
    mayRate: false,
  })
})

test('Without a time a request waits for the centre', async () => {
  const me = someone()
  const asked = valueOf(await me('consultation.request', { ...anIntake(), centreId }))
  expect(asked).toMatchObject({ state: 'received', startsAt: null })
  expect(asked.dueAt).toBe('2026-11-25T18:00:00+08:00')
})

test('The same request gives the same answer and nothing twice', async () => {
  const poolId = await aSlot(database.store, centreId, lawyerId)
  const me = someone()
  const requestId = newRequestId()
  const first = await me('consultation.request', { ...anIntake(), poolId }, requestId)
  expect(await me('consultation.request', { ...anIntake(), poolId }, requestId)).toEqual(first)
  const other = await me(
    'consultation.request',
    { ...anIntake({ text: '别的' }), poolId },
    requestId,
  )
  expect(refusalOf(other).code).toBe('REQUEST_ID_REUSED')
  expect(valueOf(await me('consultation.mine', {})).consultations).toHaveLength(1)
})

test('Sent five times at once, it is one consultation', async () => {
  const poolId = await aSlot(database.store, centreId, lawyerId)
  const me = someone()
  const requestId = newRequestId()
  valueOf(await me('me.get', {}))
  const answers = await Promise.all(
    Array.from({ length: 5 }, () =>
      me('consultation.request', { ...anIntake(), poolId }, requestId),
    ),
  )
  for (const answer of answers) expect(answer).toEqual(answers[0])
  expect(answers[0]!.ok).toBe(true)
  expect(valueOf(await me('consultation.mine', {})).consultations).toHaveLength(1)
  expect(await seatsOf(database.store, poolId)).toEqual({ taken: 1, booked: 1, people: 1 })
})

test('What was taken, is over, or is no slot of the service is refused', async () => {
  const [taken, closed, mediation] = [
    await aSlot(database.store, centreId, lawyerId),
    await aSlot(database.store, centreId, lawyerId, { closesAt: NOW }),
    await aSlot(database.store, centreId, lawyerId, { service: 'mediation' }),
  ]
  const plain = await aPool(database.store, centreId)
  valueOf(await someone()('consultation.request', { ...anIntake(), poolId: taken }))
  const ask = async (poolId: string) =>
    refusalOf(await someone()('consultation.request', { ...anIntake(), poolId }))
  expect(await ask(taken)).toEqual({ code: 'SLOT_TAKEN', facts: { poolId: taken } })
  expect(await ask(closed)).toEqual({
    code: 'CLOSED',
    facts: { closesAt: toInstantText(NOW) },
  })
  const noPool = { code: 'NOT_FOUND', facts: { what: 'pool' } }
  for (const one of [mediation, plain, `${centreId}.nothing`])
    expect(await ask(one)).toEqual(noPool)
  const nowhere = { ...anIntake(), centreId: 'nowhere' }
  expect(refusalOf(await someone()('consultation.request', nowhere))).toEqual({
    code: 'NOT_FOUND',
    facts: { what: 'centre' },
  })
})

test('A slot is not booked past its form', async () => {
  const poolId = await aSlot(database.store, centreId, lawyerId)
  expect(refusalOf(await someone()('seats.book', { poolId })).code).toBe('NOT_ELIGIBLE')
})

test('Another consent, a channel that is not offered, and a time held already are told of', async () => {
  const startsAt = NOW + 2 * DAY
  const poolId = await aSlot(database.store, centreId, lawyerId, { startsAt })
  const lesson = { startsAt: startsAt + 10 * MINUTE, endsAt: startsAt + HOUR }
  const me = someone()
  const booking = valueOf(
    await me('seats.book', {
      poolId: await aPool(database.store, centreId, { lessons: [lesson] }),
    }),
  )
  const old = { ...anIntake(), poolId, consent: { rulesVersion: '2020-01' } }
  expect(refusalOf(await me('consultation.request', old)).code).toBe('CONSENT_NEEDED')
  const byWeChat = { ...anIntake({ channel: 'wechat' }), poolId }
  expect(refusalOf(await me('consultation.request', byWeChat))).toEqual({
    code: 'INVALID_INPUT',
    facts: { path: 'contact.channel', reason: 'NOT_ONE_OF' },
  })
  const clash = refusalOf(await me('consultation.request', { ...anIntake(), poolId }))
  expect(clash).toMatchObject({ code: 'CLASHES', facts: { bookingId: booking.bookingId } })
  valueOf(await me('consultation.request', { ...anIntake(), poolId, evenIfClashes: true }))
})

test('Three may be under way, and the fourth comes when one is over', async () => {
  const me = someone()
  const ask = () => me('consultation.request', { ...anIntake(), centreId })
  const first = valueOf(await ask())
  valueOf(await ask())
  valueOf(await ask())
  expect(refusalOf(await ask())).toEqual({ code: 'TOO_MANY_OPEN', facts: { open: 3 } })
  valueOf(await me('consultation.withdraw', { consultationId: first.consultationId }))
  valueOf(await ask())
})

test('Four at once are three', async () => {
  const me = someone()
  valueOf(await me('me.get', {}))
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => me('consultation.request', { ...anIntake(), centreId })),
  )
  expect(answers.filter(({ ok }) => ok)).toHaveLength(3)
  expect(valueOf(await me('consultation.mine', {})).consultations).toHaveLength(3)
})

describe('attachments', () => {
  const subject = () => `sender-${newRequestId()}`

  it('are cleaned, sealed, and given back in pieces', async () => {
    const me = subject()
    const picture = await sent(me, '租约第一页.jpg', await pictureOfAPhone('jpeg'))
    const pdf = await sent(me, '判决.pdf', Buffer.from(await (await scannedPdf()).save()))
    const { consultationId } = valueOf(
      await named(me)('consultation.request', {
        ...anIntake({ fileIds: [picture, pdf, picture] }),
        centreId,
      }),
    )
    const { content } = valueOf(await named(me)('consultation.get', { consultationId }))
    const files = content!.attachments
    expect(files.map(({ name, kind }) => [name, kind]).sort()).toEqual([
      ['判决.pdf', 'pdf'],
      ['租约第一页.jpg', 'jpeg'],
    ])
    const first = files.find(({ kind }) => kind === 'jpeg')!
    const piece = valueOf(
      await named(me)('consultation.attachment', { attachmentId: first.attachmentId }),
    )
    const bytes = Buffer.from(piece.content, 'base64')
    expect(bytes).toHaveLength(first.bytes)
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]))
    expect(bytes.includes('Sample Phone')).toBe(false)
    const after = { attachmentId: first.attachmentId, piece: piece.pieces }
    expect(refusalOf(await named(me)('consultation.attachment', after)).code).toBe('NOT_FOUND')
    const left = await database.store.pool.query('select from changlai.uploaded_file')
    expect(left.rowCount).toBe(0)
  })

  it('are named in the copy of all that is kept, each at its consultation', async () => {
    const me = subject()
    const names = ['第一件.jpg', '第二件.jpg']
    for (const name of names) {
      const fileIds = [await sent(me, name, await pictureOfAPhone('jpeg'))]
      const text = `关于${name}`
      const intake = { ...anIntake({ text, fileIds }), centreId }
      valueOf(await named(me)('consultation.request', intake))
    }
    const found: [string, string][] = []
    for (let after: string | null | undefined; after !== null;) {
      const page: Output<'me.export'> = valueOf(
        await named(me)('me.export', after ? { after } : {}),
      )
      for (const { item, attachmentId, name, bytes } of page.attachments ?? []) {
        const said = page.items[item]!.find(([fact]) => fact === '写的事')![1]
        const { content } = valueOf(await named(me)('consultation.attachment', { attachmentId }))
        expect(Buffer.from(content, 'base64')).toHaveLength(bytes)
        found.push([said, name])
      }
      after = page.after
    }
    expect(found.sort()).toEqual(names.map((name) => [`关于${name}`, name]))
    const first = valueOf(await named(me)('me.export', {}))
    expect(first.attachments).toBeUndefined()
  })

  it('that are no picture, locked, or somebody else’s are refused, and stay', async () => {
    const me = subject()
    const csv = await sent(me, '名单.csv', Buffer.from('示例,名单\n'))
    const broken = await sent(me, '坏.png', Buffer.from('\x89PNG\r\n\x1a\nno', 'latin1'))
    const ask = async (fileId: string) =>
      refusalOf(
        await named(me)('consultation.request', { ...anIntake({ fileIds: [fileId] }), centreId }),
      )
    expect(await ask(csv)).toMatchObject({ code: 'FILE_REFUSED', facts: { reason: 'KIND' } })
    expect(await ask(broken)).toMatchObject({
      code: 'FILE_REFUSED',
      facts: { fileId: broken, reason: 'UNREADABLE' },
    })
    const strangers = await sent(subject(), '图.png', await pictureOfAPhone('png'))
    expect(await ask(strangers)).toEqual({ code: 'NOT_FOUND', facts: { what: 'file' } })
    const left = await database.store.pool.query('select from changlai.uploaded_file')
    expect(left.rowCount).toBe(3)
  })
})

test('Among one’s seats and in a clash it is 预约, and nothing says what for', async () => {
  const { store } = database
  const activity = { title: '公益法律咨询', category: 'legal', bring: '带上合同' } as const
  const activityId = await anActivity(store, centreId, activity)
  const poolId = await aSlot(store, centreId, lawyerId, { activityId })
  const me = someone()
  const { consultationId } = valueOf(await me('consultation.request', { ...anIntake(), poolId }))
  const { bookings } = valueOf(await me('seats.mine', {}))
  expect(bookings).toMatchObject([
    { title: '预约', category: 'lecture', bring: null, consultationId, place: '一楼讲座室' },
  ])
  const lessons = [{ startsAt: NOW + 2 * DAY, endsAt: NOW + 2 * DAY + HOUR }]
  const clashing = await me('seats.book', { poolId: await aPool(store, centreId, { lessons }) })
  expect(refusalOf(clashing)).toMatchObject({ code: 'CLASHES', facts: { title: '预约' } })
  valueOf(await me('consultation.withdraw', { consultationId }))
  const [after] = valueOf(await me('seats.mine', {})).bookings
  expect(after).toMatchObject({ title: '预约', status: 'cancelled', consultationId: null })
})

test('What was sent cannot be guessed by the hash that is kept of it', async () => {
  const me = someone()
  const requestId = newRequestId()
  const input = { ...anIntake(), centreId }
  valueOf(await me('consultation.request', input, requestId))
  const plain = inputHash(v.parse(contract['consultation.request'].input, input))
  const { rows } = await database.store.pool.query<{ input_hash: Buffer; answer: object }>(
    'select input_hash, answer from changlai.answered_request where request_id = $1',
    [requestId],
  )
  expect(rows[0]!.input_hash).toHaveLength(32)
  expect(rows[0]!.input_hash.equals(plain)).toBe(false)
  const other = createDispatch({
    ...{ store: database.store, clock, log: silentLog },
    sealing: { ...sealing, inputHash: async () => plain },
  })
  // With another secret it is another request: the hash is of the secret, too.
  const identity = { provider: 'local', subject: 'keyed' } as const
  const request = { operation: 'consultation.request', input, requestId, client: '1.0.0' }
  valueOf(await named('keyed')('consultation.request', input, requestId))
  const { answer } = await other({ request, identity })
  expect(answer).toMatchObject({ code: 'REQUEST_ID_REUSED' })
})

test('A page of slots leads to the next', async () => {
  for (let at = 0; at < 63; at += 1) {
    await aSlot(database.store, centreId, lawyerId, { startsAt: NOW + DAY + at * 30 * MINUTE })
  }
  const me = someone()
  const first = valueOf(await me('consultation.slots', { centreId, service: 'legal' }))
  expect(first.slots).toHaveLength(60)
  const rest = { centreId, service: 'legal', after: first.after! } as const
  const second = valueOf(await me('consultation.slots', rest))
  expect(second).toMatchObject({ after: null })
  const all = [...first.slots, ...second.slots].map(({ startsAt }) => startsAt)
  expect(new Set(all).size).toBe(63)
  expect([...all].sort()).toEqual(all)
})

test('Slots of somebody who is no lawyer any more are not offered', async () => {
  const poolId = await aSlot(database.store, centreId, lawyerId)
  await database.store.pool.query('delete from changlai.role_grant where person_id = $1', [
    lawyerId,
  ])
  const me = someone()
  expect(valueOf(await me('consultation.slots', { centreId, service: 'legal' })).slots).toEqual([])
  const asked = await me('consultation.request', { ...anIntake(), poolId })
  expect(refusalOf(asked).code).toBe('SLOT_TAKEN')
})

test('A host without a master key refuses privately, and keeps nothing', async () => {
  const dispatch = createDispatch({ store: database.store, clock, log: silentLog })
  const request = {
    operation: 'consultation.request',
    input: { ...anIntake(), centreId },
    requestId: newRequestId(),
    client: '1.0.0',
  }
  const identity = { provider: 'local', subject: 'without-key' } as const
  const { answer, status } = await dispatch({ request, identity })
  expect(status).toBe(503)
  expect(answer).toMatchObject({ ok: false, code: 'UNAVAILABLE', facts: {} })
  await aPersona(database.store, 'without-key')
  expect(valueOf(await named('without-key')('consultation.mine', {})).consultations).toEqual([])
})
