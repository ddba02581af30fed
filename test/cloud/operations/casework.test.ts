import { createDispatch } from '../../../src/cloud/dispatch'
import { fixedClock } from '../../../src/cloud/clock'
import type { Sealing } from '../../../src/cloud/sealing/sealing'
import { READABLE_DAYS } from '../../../src/domain/consultation/reach'
import { DAY, HOUR, MINUTE, parseInstant, toInstantText } from '../../../src/domain/time/instant'
import { callerOf, newRequestId, refusalOf, valueOf } from '../../support/builders/caller'
import {
  aConsultation,
  aPersona,
  aProfessional,
  aSlot,
  anIntake,
  testSealing,
} from '../../support/builders/consultation'
import { NOW, aCentre, seatsOf } from '../../support/builders/programme'
import { type TestDatabase, asOwner, testDatabase } from '../../support/database'
import { silentLog } from '../../support/silent-log'

let database: TestDatabase
let sealing: Sealing
let centreId: string
const clock = fixedClock(NOW)
const as = (subject: string | null) =>
  callerOf(createDispatch({ store: database.store, clock, log: silentLog, sealing }), subject)
const staff = () => as('staff')
const notFound = { code: 'NOT_FOUND', facts: { what: 'consultation' } }

beforeAll(async () => {
  database = await testDatabase()
  sealing = testSealing(database.store)
  const personId = await aPersona(database.store, 'staff')
  await database.store.pool.query(
    `insert into changlai.role_grant (centre_id, person_id, role) values ('*', $1, 'district')`,
    [personId],
  )
})
beforeEach(async () => {
  clock.set(NOW)
  centreId = await aCentre(database.store)
})
afterAll(() => database.drop())

type Professional = { subject: string; personId: string }

async function professional(role: 'lawyer' | 'mediator' = 'lawyer'): Promise<Professional> {
  const subject = `${role}-${newRequestId()}`
  return { subject, personId: await aProfessional(database.store, centreId, role, subject) }
}

/** Somebody who asked for a time of a lawyer; gives both, and what they asked. */
async function asked(more: Parameters<typeof anIntake>[0] = {}) {
  const resident = `resident-${newRequestId()}`
  const lawyer = await professional()
  const poolId = await aSlot(database.store, centreId, lawyer.personId)
  const input = { ...anIntake(more), poolId }
  const { consultationId } = valueOf(await as(resident)('consultation.request', input))
  return { resident, lawyer, poolId, consultationId }
}

/** Somebody whose request waits for the centre to find somebody. */
async function waiting(more: Parameters<typeof aConsultation>[4] = {}) {
  const resident = `resident-${newRequestId()}`
  const personId = await aPersona(database.store, resident)
  const consultationId = await aConsultation(database.store, sealing, centreId, personId, more)
  return { resident, consultationId }
}

const own = async (resident: string, consultationId: string) =>
  valueOf(await as(resident)('consultation.get', { consultationId }))

test('What its professional opens is written down before, and its resident sees it', async () => {
  const { resident, lawyer, poolId, consultationId } = await asked({ text: '示例欠款' })
  const before = await own(resident, consultationId)
  expect(before.openings).toEqual([])
  clock.set(NOW + MINUTE)
  const opened = valueOf(await as(lawyer.subject)('casework.open', { consultationId }))
  expect(opened).toMatchObject({
    ...{ consultationId, service: 'legal', state: 'assigned', mayRate: false },
    content: { matter: { text: '示例欠款' }, contact: { name: '示例甲', reach: '示例电话' } },
    meeting: { poolId },
    openings: [{ at: toInstantText(NOW + MINUTE), role: 'lawyer', what: 'consultation' }],
  })
  clock.set(NOW + HOUR)
  valueOf(await as(lawyer.subject)('casework.referral', { consultationId }))
  expect((await own(resident, consultationId)).openings).toEqual([
    { at: toInstantText(NOW + HOUR), role: 'lawyer', what: 'referral' },
    { at: toInstantText(NOW + MINUTE), role: 'lawyer', what: 'consultation' },
  ])
})

test('Where an opening cannot be written down nothing is given', async () => {
  const { lawyer, consultationId } = await asked({ text: '示例秘密' })
  const openings = 'insert on changlai.consultation_opening'
  await asOwner(database, `revoke ${openings} from changlai_app`)
  const dispatch = createDispatch({ store: database.store, clock, log: silentLog, sealing })
  for (const operation of ['casework.open', 'casework.referral']) {
    const { answer, status } = await dispatch({
      request: { operation, input: { consultationId } },
      identity: { provider: 'local', subject: lawyer.subject },
    })
    expect(status).toBe(500)
    expect(JSON.stringify(answer)).not.toContain('示例')
  }
  await asOwner(database, `grant ${openings} to changlai_app`)
  valueOf(await as(lawyer.subject)('casework.open', { consultationId }))
})

test('A lawyer accepts, asks, proposes and closes; the resident reads each line', async () => {
  const { resident, lawyer, poolId, consultationId } = await asked()
  const desk = as(lawyer.subject)
  expect(valueOf(await desk('casework.accept', { consultationId }))).toEqual({
    ...{ consultationId, state: 'accepted' },
  })
  expect(refusalOf(await desk('casework.accept', { consultationId }))).toEqual({
    code: 'WRONG_STATE',
    facts: { state: 'accepted' },
  })
  // The outcome is due three working days after they meet: Tuesday and three are Friday.
  const meeting = NOW + 2 * DAY
  expect((await own(resident, consultationId)).dueAt).toBe('2026-11-27T18:00:00+08:00')
  valueOf(await desk('casework.ask', { consultationId, question: '有合同吗？' }))
  expect(await own(resident, consultationId)).toMatchObject({ awaiting: 'resident' })
  valueOf(await as(resident)('consultation.amend', { consultationId, reply: '有' }))
  const other = await aSlot(database.store, centreId, lawyer.personId, {
    startsAt: NOW + 5 * DAY,
  })
  const proposal = { consultationId, poolId: other, text: '那天临时开庭' }
  expect(valueOf(await desk('casework.propose', proposal)).state).toBe('accepted')
  expect(await own(resident, consultationId)).toMatchObject({
    proposal: { poolId: other, startsAt: toInstantText(NOW + 5 * DAY) },
    awaiting: 'resident',
  })
  valueOf(await as(resident)('consultation.reschedule', { consultationId, poolId: other }))
  expect(await seatsOf(database.store, poolId)).toMatchObject({ taken: 0, booked: 0 })
  clock.set(NOW + 6 * DAY)
  const closing = { consultationId, outcome: 'advised', text: '可以起诉' } as const
  const closed = valueOf(await desk('casework.close', closing))
  const deletedAt = toInstantText(NOW + 186 * DAY)
  expect(closed).toEqual({ consultationId, state: 'closed', deletedAt })
  const whole = await own(resident, consultationId)
  expect(whole).toMatchObject({ state: 'closed', outcome: 'advised', deletedAt, mayRate: true })
  expect(whole.entries.map(({ kind, author, text }) => [kind, author, text])).toEqual([
    ['question', 'professional', '有合同吗？'],
    ['reply', 'resident', '有'],
    ['proposal', 'professional', '那天临时开庭'],
    ['outcome', 'professional', '可以起诉'],
  ])
  // The time that they met in stays with the resident.
  expect(whole.meeting).toMatchObject({ poolId: other })
  expect(meeting).toBeLessThan(clock.now().getTime())
  const { rows } = await database.store.pool.query(
    'select month, service, kind, outcome, closed from changlai.consultation_tally where centre_id = $1',
    [centreId],
  )
  expect(rows).toEqual([
    { month: '2026-11', service: 'legal', kind: 'neighbours', outcome: 'advised', closed: 1 },
  ])
})

test('Closing before the time frees it, and the same request closes once', async () => {
  const { resident, lawyer, poolId, consultationId } = await asked()
  const requestId = newRequestId()
  const input = { consultationId, outcome: 'other' } as const
  const first = await as(lawyer.subject)('casework.close', input, requestId)
  valueOf(first)
  expect(await as(lawyer.subject)('casework.close', input, requestId)).toEqual(first)
  expect(await seatsOf(database.store, poolId)).toEqual({ taken: 0, booked: 0, people: 0 })
  expect((await own(resident, consultationId)).meeting).toBeNull()
  const { rows } = await database.store.pool.query<{ closed: number }>(
    'select closed from changlai.consultation_tally where centre_id = $1',
    [centreId],
  )
  expect(rows).toEqual([{ closed: 1 }])
})

test('Who declines says why and has nothing to do with it any more; the time is free', async () => {
  const { resident, lawyer, poolId, consultationId } = await asked()
  const reason = '我和其中一家物业有合同'
  const desk = as(lawyer.subject)
  expect(valueOf(await desk('casework.decline', { consultationId, reason })).state).toBe('received')
  expect(await seatsOf(database.store, poolId)).toEqual({ taken: 0, booked: 0, people: 0 })
  expect(await own(resident, consultationId)).toMatchObject({
    ...{ state: 'received', meeting: null, awaiting: null },
    entries: [{ kind: 'declined', author: 'professional', text: reason }],
  })
  expect(refusalOf(await desk('casework.open', { consultationId }))).toEqual(notFound)
  expect(refusalOf(await desk('casework.decline', { consultationId, reason }))).toEqual(notFound)
  expect(valueOf(await staff()('casework.waiting', { centreId })).consultations).toMatchObject([
    { consultationId, state: 'received', assigned: false, meeting: null },
  ])
})

test('Only a free time of one’s own can be proposed', async () => {
  const { lawyer, poolId, consultationId } = await asked()
  const other = await professional()
  const noPool = { code: 'NOT_FOUND', facts: { what: 'pool' } }
  const propose = async (pool: string) =>
    refusalOf(await as(lawyer.subject)('casework.propose', { consultationId, poolId: pool }))
  expect(await propose(await aSlot(database.store, centreId, other.personId))).toEqual(noPool)
  expect(await propose(poolId)).toEqual(noPool)
  expect(await propose(`${centreId}.nothing`)).toEqual(noPool)
  const mediation = await aSlot(database.store, centreId, lawyer.personId, { service: 'mediation' })
  expect(await propose(mediation)).toEqual(noPool)
  const past = await aSlot(database.store, centreId, lawyer.personId, { startsAt: NOW - HOUR })
  expect(await propose(past)).toEqual(noPool)
})

test('A lawyer hands over, a mediator gets the same record, and the lawyer loses it', async () => {
  const { resident, lawyer, poolId, consultationId } = await asked({ text: '示例争执' })
  const mediator = await professional('mediator')
  const handing = { consultationId, residentAgreed: true, text: '两边都愿意谈' } as const
  valueOf(await as(lawyer.subject)('casework.open', { consultationId }))
  const handed = valueOf(await as(lawyer.subject)('casework.handOver', handing))
  expect(handed).toEqual({ consultationId, state: 'received' })
  expect(await seatsOf(database.store, poolId)).toMatchObject({ taken: 0 })
  expect(refusalOf(await as(lawyer.subject)('casework.open', { consultationId }))).toEqual(notFound)
  expect(refusalOf(await as(mediator.subject)('casework.open', { consultationId }))).toEqual(
    notFound,
  )
  expect(await own(resident, consultationId)).toMatchObject({
    ...{ service: 'mediation', state: 'received', meeting: null },
    // Sunday and three working days.
    dueAt: '2026-11-25T18:00:00+08:00',
  })
  const { professionals } = valueOf(await staff()('casework.candidates', { consultationId }))
  expect(professionals.map(({ personId }) => personId)).toEqual([mediator.personId])
  clock.set(NOW + HOUR)
  const assigned = { consultationId, personId: mediator.personId }
  expect(valueOf(await staff()('casework.assign', assigned)).state).toBe('assigned')
  const opened = valueOf(await as(mediator.subject)('casework.open', { consultationId }))
  expect(opened.content!.matter.text).toBe('示例争执')
  expect(opened.entries).toMatchObject([{ kind: 'handed-over', text: '两边都愿意谈' }])
  expect(opened.openings.map(({ role }) => role)).toEqual(['mediator', 'lawyer'])
  // A mediator has nobody to hand over to.
  const again = await as(mediator.subject)('casework.handOver', handing)
  expect(refusalOf(again).code).toBe('FORBIDDEN')
})

test('Staff assign what waits, and anew only what is left lying; the one before loses it', async () => {
  const { consultationId } = await waiting()
  const [one, other] = [await professional(), await professional()]
  const assign = (personId: string) => staff()('casework.assign', { consultationId, personId })
  expect(valueOf(await assign(one.personId))).toEqual({ consultationId, state: 'assigned' })
  expect(refusalOf(await assign(other.personId))).toEqual({
    code: 'WRONG_STATE',
    facts: { state: 'assigned' },
  })
  valueOf(await as(one.subject)('casework.open', { consultationId }))
  clock.set(NOW + 4 * DAY)
  expect(valueOf(await staff()('casework.waiting', { centreId })).consultations).toMatchObject([
    { consultationId, overdue: true, assigned: true },
  ])
  expect(refusalOf(await assign(one.personId))).toEqual({
    code: 'NOT_FOUND',
    facts: { what: 'professional' },
  })
  expect(valueOf(await assign(other.personId)).state).toBe('assigned')
  expect(refusalOf(await as(one.subject)('casework.open', { consultationId }))).toEqual(notFound)
  valueOf(await as(other.subject)('casework.open', { consultationId }))
  // It begins anew with whoever has it now.
  expect(valueOf(await staff()('casework.waiting', { centreId })).consultations).toEqual([])
})

test('What is overdue after a yes goes to somebody else, with its time and its questions', async () => {
  const { resident, lawyer, poolId, consultationId } = await asked()
  const desk = as(lawyer.subject)
  valueOf(await desk('casework.accept', { consultationId }))
  valueOf(await desk('casework.ask', { consultationId, question: '示例合同在吗？' }))
  const later = { startsAt: NOW + 20 * DAY }
  const proposed = await aSlot(database.store, centreId, lawyer.personId, later)
  valueOf(await desk('casework.propose', { consultationId, poolId: proposed, text: '示例出差' }))
  const other = await professional()
  const reassign = { consultationId, personId: other.personId }
  // They are to meet, and the outcome has its days: nobody takes it away.
  expect(refusalOf(await staff()('casework.assign', reassign))).toEqual({
    code: 'WRONG_STATE',
    facts: { state: 'accepted' },
  })
  clock.set(parseInstant((await own(resident, consultationId)).dueAt!) + 1)
  expect(valueOf(await staff()('casework.waiting', { centreId })).consultations).toMatchObject([
    { consultationId, overdue: true, assigned: true, state: 'accepted', awaiting: 'resident' },
  ])
  const { professionals } = valueOf(await staff()('casework.candidates', { consultationId }))
  expect(professionals.map(({ personId }) => personId)).toEqual([other.personId])
  expect(valueOf(await staff()('casework.assign', reassign)).state).toBe('assigned')
  for (const late of [
    await desk('casework.open', { consultationId }),
    await desk('casework.referral', { consultationId }),
    await desk('casework.close', { consultationId, outcome: 'advised' }),
  ]) {
    expect(refusalOf(late)).toEqual(notFound)
  }
  const told = await own(resident, consultationId)
  expect(told).toMatchObject({ state: 'assigned', awaiting: null, proposal: null, meeting: null })
  expect(told.entries.at(-1)).toMatchObject({ kind: 'reassigned', author: 'staff', text: null })
  // The time that was is left as it was kept.
  expect(await seatsOf(database.store, poolId)).toMatchObject({ taken: 1 })
  const opened = valueOf(await as(other.subject)('casework.open', { consultationId }))
  expect(opened.content!.matter.text).toBe('示例经过')
})

test('A time still to come is freed when what is overdue goes to somebody else', async () => {
  const { resident, poolId, consultationId } = await asked()
  const other = await professional()
  await database.store.pool.query(
    `update changlai.consultation set due_at = $2 where consultation_id = $1`,
    [consultationId, new Date(NOW - MINUTE)],
  )
  valueOf(await staff()('casework.assign', { consultationId, personId: other.personId }))
  expect(await seatsOf(database.store, poolId)).toEqual({ taken: 0, booked: 0, people: 0 })
  expect(await own(resident, consultationId)).toMatchObject({ meeting: null, state: 'assigned' })
})

test('Accepted without a time it is due too, and staff find somebody else', async () => {
  const { resident, consultationId } = await waiting()
  const [one, other] = [await professional(), await professional()]
  valueOf(await staff()('casework.assign', { consultationId, personId: one.personId }))
  valueOf(await as(one.subject)('casework.accept', { consultationId }))
  // Ten working days after a Sunday.
  expect((await own(resident, consultationId)).dueAt).toBe('2026-12-04T18:00:00+08:00')
  clock.set(NOW + 20 * DAY)
  valueOf(await staff()('casework.assign', { consultationId, personId: other.personId }))
  expect(refusalOf(await as(one.subject)('casework.open', { consultationId }))).toEqual(notFound)
})

test('Nobody is offered who met the other side, by whatever spelling, nor the resident', async () => {
  const lawyer = await professional()
  const meets = await waiting({ name: '示例王五', otherParties: ['示例赵六'] })
  const assign = (consultationId: string) =>
    staff()('casework.assign', { consultationId, personId: lawyer.personId })
  valueOf(await assign(meets.consultationId))
  const offered = async (consultationId: string) =>
    valueOf(await staff()('casework.candidates', { consultationId })).professionals.map(
      ({ personId }) => personId,
    )
  const against = await waiting({ name: '示例赵六 先生', otherParties: ['示例王五女士'] })
  expect(await offered(against.consultationId)).toEqual([])
  expect(refusalOf(await assign(against.consultationId))).toEqual({
    code: 'NOT_FOUND',
    facts: { what: 'professional' },
  })
  const again = await waiting({ name: '示例王五', otherParties: ['示例孙七'] })
  expect(await offered(again.consultationId)).toEqual([lawyer.personId])
  const own = await aConsultation(database.store, sealing, centreId, lawyer.personId)
  expect(await offered(own)).toEqual([])
  const nobody = { consultationId: again.consultationId, personId: await aPersona(database.store, 'staff') } // prettier-ignore
  expect(refusalOf(await staff()('casework.assign', nobody)).code).toBe('NOT_FOUND')
})

test('A closed one is readable for thirty days, then only by its resident', async () => {
  const { resident, lawyer, consultationId } = await asked()
  const desk = as(lawyer.subject)
  valueOf(await desk('casework.close', { consultationId, outcome: 'advised' }))
  clock.set(NOW + READABLE_DAYS * DAY - 1)
  valueOf(await desk('casework.open', { consultationId }))
  const closed = () => desk('casework.list', { centreId, which: 'closed' })
  expect(valueOf(await closed()).consultations).toMatchObject([{ consultationId }])
  expect(refusalOf(await desk('casework.ask', { consultationId, question: '？' }))).toEqual({
    code: 'WRONG_STATE',
    facts: { state: 'closed' },
  })
  clock.set(NOW + READABLE_DAYS * DAY)
  expect(refusalOf(await desk('casework.open', { consultationId }))).toEqual(notFound)
  expect(refusalOf(await desk('casework.referral', { consultationId }))).toEqual(notFound)
  expect(valueOf(await closed()).consultations).toEqual([])
  expect((await own(resident, consultationId)).content).not.toBeNull()
})

test('Who is no lawyer of the centre any more opens nothing, also not as its mediator', async () => {
  const { lawyer, consultationId } = await asked()
  const { pool } = database.store
  await pool.query('update changlai.role_grant set role = $2 where person_id = $1', [
    lawyer.personId,
    'mediator',
  ])
  const desk = as(lawyer.subject)
  expect(refusalOf(await desk('casework.open', { consultationId }))).toEqual(notFound)
  expect(refusalOf(await desk('casework.accept', { consultationId }))).toEqual(notFound)
  expect(valueOf(await desk('casework.list', { centreId })).consultations).toEqual([])
  await pool.query('delete from changlai.role_grant where person_id = $1', [lawyer.personId])
  expect(refusalOf(await desk('casework.open', { consultationId })).code).toBe('FORBIDDEN')
})

test('A referral holds what the other office needs and no word of the matter', async () => {
  const { lawyer, consultationId } = await asked({ text: '示例秘密', otherParties: ['示例对方'] })
  const referral = valueOf(await as(lawyer.subject)('casework.referral', { consultationId }))
  expect(referral).toEqual({
    ...{ consultationId, centreName: '示例社区党群服务中心', centrePhone: '0371-00000000' },
    ...{ name: '示例甲', reach: '示例电话', kind: 'neighbours', urgent: false },
    receivedAt: toInstantText(NOW),
  })
})

test('Every case is on exactly one page: overdue first, then by the time', async () => {
  const lawyer = await professional()
  const expected: string[] = []
  for (let index = 0; index < 45; index += 1) {
    const dueAt = NOW + (Math.floor(index / 3) - 5) * HOUR
    expected.push((await waiting({ professionalId: lawyer.personId, dueAt })).consultationId)
  }
  await waiting()
  await waiting({ professionalId: (await professional()).personId })
  const pages = async (which: 'open' | 'closed') => {
    const all = []
    let after: string | undefined
    do {
      const input = { centreId, which, ...(after && { after }) }
      const page = valueOf(await as(lawyer.subject)('casework.list', input))
      expect(page.consultations.length).toBeLessThanOrEqual(20)
      all.push(...page.consultations)
      after = page.after ?? undefined
    } while (after)
    return all
  }
  const open = await pages('open')
  expect(open.map(({ consultationId }) => consultationId).sort()).toEqual([...expected].sort())
  const due = open.map(({ dueAt }) => parseInstant(dueAt!))
  expect(due).toEqual([...due].sort((a, b) => a - b))
  expect(open.filter(({ overdue }) => overdue)).toHaveLength(15)
  for (const consultationId of expected.slice(0, 25)) {
    const close = { consultationId, outcome: 'advised' } as const
    valueOf(await as(lawyer.subject)('casework.close', close))
  }
  expect(await pages('closed')).toHaveLength(25)
  expect(await pages('open')).toHaveLength(20)
})
