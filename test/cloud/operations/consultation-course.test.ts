import { fixedClock } from '../../../src/cloud/clock'
import { sealLine } from '../../../src/cloud/consultations/content'
import { createDispatch } from '../../../src/cloud/dispatch'
import { createReceive } from '../../../src/cloud/files/receive'
import type { Sealing } from '../../../src/cloud/sealing/sealing'
import { inTransaction } from '../../../src/cloud/store/in-transaction'
import { type Step, takeStep } from '../../../src/cloud/store/queries/consultations/course'
import { holdConsultation } from '../../../src/cloud/store/queries/consultations/row'
import type { Action } from '../../../src/domain/consultation/course'
import { DAY, HOUR } from '../../../src/domain/time/instant'
import { callerOf, newRequestId, refusalOf, valueOf } from '../../support/builders/caller'
import { aProfessional, aSlot, anIntake, testSealing } from '../../support/builders/consultation'
import { NOW, aCentre, seatsOf } from '../../support/builders/programme'
import { type TestDatabase, testDatabase } from '../../support/database'
import { pictureOfAPhone } from '../../support/files/pictures'
import { silentLog } from '../../support/silent-log'

let database: TestDatabase
let sealing: Sealing
let centreId: string
let lawyerId: string
const clock = fixedClock(NOW)

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

function someone() {
  const subject = `someone-${newRequestId()}`
  const dispatch = createDispatch({ store: database.store, clock, log: silentLog, sealing })
  return Object.assign(callerOf(dispatch, subject), { subject })
}
type Someone = ReturnType<typeof someone>

async function asked(me: Someone, poolId?: string, more: Parameters<typeof anIntake>[0] = {}) {
  const where = poolId === undefined ? { centreId } : { poolId }
  return valueOf(await me('consultation.request', { ...anIntake(more), ...where })).consultationId
}

/** What the professional's side does, as its operations write it down. */
async function step(consultationId: string, action: Action, change: Step, question?: string) {
  const standing = await inTransaction(database.store.pool, async (client) => {
    const row = (await holdConsultation(client, 'staff', consultationId))!
    const key = await sealing.keyOf(consultationId, row.wrapped!)
    const sealed = question === undefined ? null : sealLine(key, row.lines + 1, question)
    const line = sealed && ({ kind: 'question', author: 'professional', sealed } as const)
    return takeStep(client, row, action, change, clock.now(), line ?? undefined)
  })
  expect(standing).not.toBeNull()
}

async function sent(me: Someone): Promise<string> {
  const receive = createReceive(database.store, clock)
  const identity = { provider: 'local', subject: me.subject } as const
  const content = await pictureOfAPhone('png')
  return ((await receive({ identity, name: '图.png', content })) as { fileId: string }).fileId
}

async function metBy(personId: string): Promise<number> {
  const { rows } = await database.store.pool.query<{ count: number }>(
    'select count(*) as count from changlai.professional_met where person_id = $1',
    [personId],
  )
  return rows[0]!.count
}

describe('amending', () => {
  it('replaces the matter, answers a question, changes files', async () => {
    const me = someone()
    const fileIds = [await sent(me)]
    const consultationId = await asked(me, await aSlot(database.store, centreId, lawyerId), {
      fileIds,
    })
    await step(consultationId, 'ask', { awaiting: 'resident' }, '租约是哪年签的？')
    expect(valueOf(await me('consultation.get', { consultationId })).awaiting).toBe('resident')
    const before = valueOf(await me('consultation.get', { consultationId })).content!
    const { matter } = anIntake({ text: '改过的经过' })
    const addFileIds = [await sent(me)]
    const removeAttachmentIds = before.attachments.map(({ attachmentId }) => attachmentId)
    const change = { consultationId, matter, reply: '2024 年', addFileIds, removeAttachmentIds }
    expect(valueOf(await me('consultation.amend', change))).toEqual({
      consultationId,
      state: 'assigned',
    })
    const after = valueOf(await me('consultation.get', { consultationId }))
    expect(after.content).toMatchObject({ matter, contact: before.contact })
    expect(after.content!.attachments).toHaveLength(1)
    expect(after.content!.attachments[0]!.attachmentId).not.toBe(removeAttachmentIds[0])
    expect(after.entries.map(({ kind, text }) => [kind, text])).toEqual([
      ['question', '租约是哪年签的？'],
      ['reply', '2024 年'],
    ])
    expect(after.awaiting).toBe('professional')
  })

  it('is all or nothing', async () => {
    const me = someone()
    const consultationId = await asked(me)
    const fileId = await sent(me)
    const { matter } = anIntake({ text: '不会留下的' })
    const change = { consultationId, matter, reply: '不会留下的', addFileIds: [fileId] }
    const nothing = { ...change, removeAttachmentIds: [`${centreId}.nothing`] }
    expect(refusalOf(await me('consultation.amend', nothing))).toEqual({
      code: 'NOT_FOUND',
      facts: { what: 'attachment' },
    })
    const got = valueOf(await me('consultation.get', { consultationId }))
    expect(got).toMatchObject({ entries: [], content: { matter: { text: '示例经过' } } })
    valueOf(await me('consultation.amend', change))
  })

  it('takes six files and not seven', async () => {
    const me = someone()
    const six = await Promise.all(Array.from({ length: 6 }, () => sent(me)))
    const consultationId = await asked(me, undefined, { fileIds: six })
    const addFileIds = [await sent(me)]
    expect(refusalOf(await me('consultation.amend', { consultationId, addFileIds }))).toEqual({
      code: 'TOO_MANY_FILES',
      facts: { most: 6 },
    })
  })

  it('lets a resident write thirty lines', async () => {
    const me = someone()
    const consultationId = await asked(me)
    for (let at = 0; at < 30; at += 1) {
      valueOf(await me('consultation.amend', { consultationId, reply: `第 ${at} 句` }))
    }
    expect(refusalOf(await me('consultation.amend', { consultationId, reply: '再一句' }))).toEqual({
      code: 'INVALID_INPUT',
      facts: { path: 'reply', reason: 'TOO_MANY' },
    })
  })

  it('loses a professional who has met whom it names now, and frees the time', async () => {
    const [one, me] = [someone(), someone()]
    await asked(one, await aSlot(database.store, centreId, lawyerId), { name: '示例乙' })
    const poolId = await aSlot(database.store, centreId, lawyerId, { startsAt: NOW + 3 * DAY })
    const consultationId = await asked(me, poolId, { otherParties: ['示例丙'] })
    const { matter } = anIntake({ otherParties: ['示例乙女士'] })
    expect(valueOf(await me('consultation.amend', { consultationId, matter })).state).toBe(
      'received',
    )
    const got = valueOf(await me('consultation.get', { consultationId }))
    expect(got).toMatchObject({ state: 'received', meeting: null })
    expect(await seatsOf(database.store, poolId)).toEqual({ taken: 0, booked: 0, people: 0 })
  })

  it('changes how the two meet only to what the time offers, while it is to come', async () => {
    const me = someone()
    const channels = ['in-person', 'phone'] as const
    const poolId = await aSlot(database.store, centreId, lawyerId, { channels: [...channels] })
    const consultationId = await asked(me, poolId, { fileIds: [await sent(me)] })
    const { contact } = anIntake()
    const change = (channel: 'in-person' | 'phone' | 'wechat', reply?: string) =>
      me('consultation.amend', { consultationId, contact: { ...contact, channel }, reply })
    expect(refusalOf(await change('wechat', '不会留下的'))).toEqual({
      code: 'INVALID_INPUT',
      facts: { path: 'contact.channel', reason: 'NOT_ONE_OF' },
    })
    const got = valueOf(await me('consultation.get', { consultationId }))
    expect(got).toMatchObject({ entries: [], content: { contact: { channel: 'phone' } } })
    valueOf(await change('in-person'))
    // What is published anew binds only who changes it.
    await database.store.pool.query(
      `update changlai.consultation_slot set channels = '{wechat}' where pool_id = $1`,
      [poolId],
    )
    valueOf(await change('in-person'))
    expect(refusalOf(await change('phone')).code).toBe('INVALID_INPUT')
    clock.set(NOW + 3 * DAY)
    valueOf(await change('phone'))
  })

  it('is over once it is closed', async () => {
    const me = someone()
    const consultationId = await asked(me, await aSlot(database.store, centreId, lawyerId))
    await step(consultationId, 'close', { state: 'closed', outcome: 'advised' })
    expect(refusalOf(await me('consultation.amend', { consultationId, reply: '还有' }))).toEqual({
      code: 'WRONG_STATE',
      facts: { state: 'closed' },
    })
  })
})

describe('withdrawing', () => {
  it('frees the time and forgets whom the lawyer would have met', async () => {
    const me = someone()
    const poolId = await aSlot(database.store, centreId, lawyerId)
    const consultationId = await asked(me, poolId, { otherParties: ['示例丁'] })
    expect(await metBy(lawyerId)).toBe(2)
    // However late: a seat is given back until its instant, a private hour at any time.
    clock.set(NOW + 2 * DAY - 1)
    expect(valueOf(await me('consultation.withdraw', { consultationId })).state).toBe('withdrawn')
    expect(await seatsOf(database.store, poolId)).toEqual({ taken: 0, booked: 0, people: 0 })
    expect(await metBy(lawyerId)).toBe(0)
    const got = valueOf(await me('consultation.get', { consultationId }))
    expect(got.deletedAt).toBe('2027-05-23T08:59:59+08:00')
    expect(got.content?.matter.text).toBe('示例经过')
    expect(refusalOf(await me('consultation.withdraw', { consultationId }))).toEqual({
      code: 'WRONG_STATE',
      facts: { state: 'withdrawn' },
    })
  })

  it('does not make a lawyer who has read it forget', async () => {
    const me = someone()
    const consultationId = await asked(me, await aSlot(database.store, centreId, lawyerId))
    await database.store.pool.query(
      `insert into changlai.consultation_opening
         (centre_id, consultation_id, opening_id, person_id, role, what, at)
       values ($1, $2, gen_random_uuid(), $3, 'lawyer', 'consultation', now())`,
      [centreId, consultationId, lawyerId],
    )
    valueOf(await me('consultation.withdraw', { consultationId }))
    expect(await metBy(lawyerId)).toBe(1)
  })

  it('is not done by giving the seat back', async () => {
    const me = someone()
    const poolId = await aSlot(database.store, centreId, lawyerId)
    const consultationId = await asked(me, poolId)
    const { bookings } = valueOf(await me('seats.mine', {}))
    const cancelled = await me('seats.cancel', { bookingId: bookings[0]!.bookingId })
    expect(refusalOf(cancelled)).toEqual({
      code: 'THROUGH_CONSULTATION',
      facts: { consultationId },
    })
    expect(await seatsOf(database.store, poolId)).toMatchObject({ taken: 1 })
  })
})

describe('another time', () => {
  it('is taken and the old one freed, also where the two overlap', async () => {
    const me = someone()
    const [first, second] = [
      await aSlot(database.store, centreId, lawyerId),
      await aSlot(database.store, centreId, lawyerId, { startsAt: NOW + 2 * DAY + HOUR / 4 }),
    ]
    const consultationId = await asked(me, first)
    await step(consultationId, 'accept', { state: 'accepted' })
    const moved = valueOf(await me('consultation.reschedule', { consultationId, poolId: second }))
    expect(moved).toEqual({
      consultationId,
      state: 'assigned',
      startsAt: '2026-11-24T09:15:00+08:00',
    })
    expect(await seatsOf(database.store, first)).toEqual({ taken: 0, booked: 0, people: 0 })
    expect(await seatsOf(database.store, second)).toEqual({ taken: 1, booked: 1, people: 1 })
  })

  it('that was proposed is agreed', async () => {
    const me = someone()
    const consultationId = await asked(me, await aSlot(database.store, centreId, lawyerId))
    const proposed = await aSlot(database.store, centreId, lawyerId, { startsAt: NOW + 5 * DAY })
    await step(consultationId, 'propose', { proposedPoolId: proposed, awaiting: 'resident' })
    const got = valueOf(await me('consultation.get', { consultationId }))
    expect(got.proposal).toMatchObject({ poolId: proposed })
    const moved = valueOf(await me('consultation.reschedule', { consultationId, poolId: proposed }))
    expect(moved.state).toBe('accepted')
    const after = valueOf(await me('consultation.get', { consultationId }))
    expect(after).toMatchObject({ proposal: null, awaiting: null, state: 'accepted' })
  })

  it('that is taken leaves the old one as it is', async () => {
    const [me, other] = [someone(), someone()]
    const [mine, theirs] = [
      await aSlot(database.store, centreId, lawyerId),
      await aSlot(database.store, centreId, lawyerId, { startsAt: NOW + 3 * DAY }),
    ]
    const consultationId = await asked(me, mine)
    await asked(other, theirs)
    expect(
      refusalOf(await me('consultation.reschedule', { consultationId, poolId: theirs })),
    ).toEqual({ code: 'SLOT_TAKEN', facts: { poolId: theirs } })
    expect(await seatsOf(database.store, mine)).toEqual({ taken: 1, booked: 1, people: 1 })
    const got = valueOf(await me('consultation.get', { consultationId }))
    expect(got).toMatchObject({ state: 'assigned', meeting: { poolId: mine } })
  })

  it('may be another lawyer’s; the one before forgets what was never opened', async () => {
    const me = someone()
    const consultationId = await asked(me, await aSlot(database.store, centreId, lawyerId))
    const another = await aProfessional(database.store, centreId, 'lawyer')
    const poolId = await aSlot(database.store, centreId, another)
    valueOf(await me('consultation.reschedule', { consultationId, poolId }))
    expect([await metBy(lawyerId), await metBy(another)]).toEqual([0, 1])
  })

  it('can be found for a request that waits', async () => {
    const me = someone()
    const consultationId = await asked(me)
    const poolId = await aSlot(database.store, centreId, lawyerId)
    expect(valueOf(await me('consultation.reschedule', { consultationId, poolId })).state).toBe(
      'assigned',
    )
  })
})

describe('satisfaction', () => {
  it('is asked once, after it is closed, and counted without the person', async () => {
    const me = someone()
    const consultationId = await asked(me, await aSlot(database.store, centreId, lawyerId))
    const rate = { consultationId, satisfaction: 4 }
    expect(refusalOf(await me('consultation.rate', rate)).code).toBe('WRONG_STATE')
    await step(consultationId, 'close', { state: 'closed', outcome: 'advised' })
    await database.store.pool.query(
      `insert into changlai.consultation_tally (centre_id, month, service, kind, outcome, closed)
       values ($1, '2026-11', 'legal', 'neighbours', 'advised', 1)`,
      [centreId],
    )
    expect(valueOf(await me('consultation.get', { consultationId })).mayRate).toBe(true)
    valueOf(await me('consultation.rate', rate))
    expect(refusalOf(await me('consultation.rate', rate)).code).toBe('ALREADY_RATED')
    expect(valueOf(await me('consultation.get', { consultationId })).mayRate).toBe(false)
    const { rows } = await database.store.pool.query(
      'select rated, satisfaction_sum from changlai.consultation_tally where centre_id = $1',
      [centreId],
    )
    expect(rows).toEqual([{ rated: 1, satisfaction_sum: 4 }])
  })
})

test('A list of one’s own goes on page by page, newest first', async () => {
  const me = someone()
  const all: string[] = []
  for (let at = 0; at < 23; at += 1) {
    // Two of each millisecond, which the keys tell apart.
    clock.set(NOW + Math.floor(at / 2))
    const consultationId = await asked(me)
    valueOf(await me('consultation.withdraw', { consultationId }))
    all.push(consultationId)
  }
  const first = valueOf(await me('consultation.mine', {}))
  expect(first.consultations).toHaveLength(20)
  const second = valueOf(await me('consultation.mine', { after: first.after! }))
  expect(second.after).toBeNull()
  const seen = [...first.consultations, ...second.consultations]
  expect(seen.map(({ consultationId }) => consultationId).sort()).toEqual(all.sort())
  const times = seen.map(({ createdAt }) => createdAt)
  expect([...times].sort().reverse()).toEqual(times)
})
