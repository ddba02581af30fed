import { createDispatch } from '../../../src/cloud/dispatch'
import { fixedClock } from '../../../src/cloud/clock'
import { DAY, HOUR, MINUTE, parseInstant, toInstantText } from '../../../src/domain/time/instant'
import { callerOf, newRequestId, refusalOf, valueOf } from '../../support/builders/caller'
import { aPersona } from '../../support/builders/consultation'
import { NOW, aCentre } from '../../support/builders/programme'
import { type TestDatabase, testDatabase } from '../../support/database'
import { silentLog } from '../../support/silent-log'

let database: TestDatabase
let centreId: string
const clock = fixedClock(NOW)
const as = (subject: string | null) =>
  callerOf(createDispatch({ store: database.store, clock, log: silentLog }), subject)
const staff = () => as('staff')

beforeAll(async () => {
  database = await testDatabase()
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

const COMPLAINT = { kind: 'complaint', text: '电梯坏了\n没人修' } as const
const somebody = () => `somebody-${newRequestId()}`
const send = async (subject: string) =>
  valueOf(await as(subject)('consultation.sendFeedback', { centreId, ...COMPLAINT }))

test('What somebody says is read by the staff, answered once, and read again', async () => {
  const resident = somebody()
  const sent = await as(resident)('consultation.sendFeedback', {
    ...{ centreId, ...COMPLAINT, reach: '0371-00000000' },
  })
  // Sunday: five working days later is Friday.
  const dueAt = '2026-11-27T18:00:00+08:00'
  const { consultationId } = valueOf(sent)
  expect(valueOf(sent)).toEqual({ consultationId, dueAt })
  const own = () => as(resident)('consultation.getFeedback', { consultationId })
  expect(valueOf(await own())).toMatchObject({
    ...{ service: 'feedback', state: 'received', ...COMPLAINT, reach: '0371-00000000', dueAt },
    ...{ entries: [], meeting: null, outcome: null, closedAt: null, mayRate: false },
  })
  const list = async () => valueOf(await staff()('casework.feedback', { centreId })).feedback
  expect(await list()).toEqual([
    {
      ...{ consultationId, ...COMPLAINT, reach: '0371-00000000', state: 'received', dueAt },
      ...{ createdAt: toInstantText(NOW), overdue: false, answer: null },
    },
  ])
  clock.set(NOW + 6 * DAY)
  expect((await list())[0]!.overdue).toBe(true)
  const answer = { consultationId, text: '已经请人来修' }
  const answered = valueOf(await staff()('casework.answerFeedback', answer))
  expect(answered).toEqual({ consultationId, state: 'closed' })
  expect(refusalOf(await staff()('casework.answerFeedback', answer))).toEqual({
    code: 'WRONG_STATE',
    facts: { state: 'closed' },
  })
  expect((await list())[0]).toMatchObject({ answer: '已经请人来修', dueAt: null, overdue: false })
  const at = toInstantText(NOW + 6 * DAY)
  expect(valueOf(await own())).toMatchObject({
    ...{ state: 'closed', closedAt: at, dueAt: null, mayRate: true },
    entries: [{ kind: 'answer', author: 'staff', at, text: '已经请人来修' }],
  })
})

test('Nobody else reads it, and it is no consultation', async () => {
  const resident = somebody()
  const { consultationId } = await send(resident)
  const notFound = { code: 'NOT_FOUND', facts: { what: 'consultation' } }
  for (const other of [somebody(), 'staff']) {
    const answer = await as(other)('consultation.getFeedback', { consultationId })
    expect(refusalOf(answer)).toEqual(notFound)
  }
  const nothing = { consultationId: `${centreId}.nothing` }
  expect(refusalOf(await as(resident)('consultation.getFeedback', nothing))).toEqual(notFound)
  const none = await staff()('casework.answerFeedback', { ...nothing, text: '好' })
  expect(refusalOf(none)).toEqual(notFound)
  expect(valueOf(await staff()('casework.waiting', { centreId })).consultations).toEqual([])
  expect(refusalOf(await staff()('casework.feedback', { centreId: 'nowhere' }))).toEqual({
    code: 'NOT_FOUND',
    facts: { what: 'centre' },
  })
})

test('One person has five things waiting at most, however fast they send them', async () => {
  const resident = somebody()
  const sent = await Promise.all(
    Array.from({ length: 12 }, () =>
      as(resident)('consultation.sendFeedback', { centreId, ...COMPLAINT }),
    ),
  )
  expect(sent.filter(({ ok }) => ok)).toHaveLength(5)
  const refused = sent.filter(({ ok }) => !ok)
  for (const one of refused) {
    expect(refusalOf(one)).toEqual({ code: 'TOO_MANY_OPEN', facts: { open: 5 } })
  }
  const nowhere = await as(somebody())('consultation.sendFeedback', {
    ...{ centreId: 'nowhere', ...COMPLAINT },
  })
  expect(refusalOf(nowhere)).toEqual({ code: 'NOT_FOUND', facts: { what: 'centre' } })
})

test('Of two who answer at once one does', async () => {
  const { consultationId } = await send(somebody())
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, index) =>
      staff()('casework.answerFeedback', { consultationId, text: `答复 ${index}` }),
    ),
  )
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  const { rows } = await database.store.pool.query(
    'select from changlai.consultation_entry where consultation_id = $1',
    [consultationId],
  )
  expect(rows).toHaveLength(1)
})

test('Every piece is on exactly one page: unanswered first due first, then latest answered', async () => {
  const ids: string[] = []
  for (let index = 0; index < 45; index += 1) {
    clock.set(NOW + index * HOUR)
    ids.push((await send(somebody())).consultationId)
  }
  for (const [index, consultationId] of ids.slice(10, 35).entries()) {
    clock.set(NOW + 3 * DAY + Math.floor(index / 3) * MINUTE)
    valueOf(await staff()('casework.answerFeedback', { consultationId, text: '谢谢' }))
  }
  const all = []
  let after: string | undefined
  do {
    const page = valueOf(await staff()('casework.feedback', { centreId, ...(after && { after }) }))
    expect(page.feedback.length).toBeLessThanOrEqual(20)
    all.push(...page.feedback)
    after = page.after ?? undefined
  } while (after)
  expect(all.map(({ consultationId }) => consultationId).sort()).toEqual([...ids].sort())
  expect(all.map(({ state }) => state)).toEqual([
    ...Array<string>(20).fill('received'),
    ...Array<string>(25).fill('closed'),
  ])
  const due = all.slice(0, 20).map(({ dueAt }) => parseInstant(dueAt!))
  expect(due).toEqual([...due].sort((a, b) => a - b))
  const wrong = await staff()('casework.feedback', { centreId, after: 'nonsense' })
  expect(refusalOf(wrong).code).toBe('INVALID_INPUT')
})

test('What was deleted on schedule is gone for the staff, and told to its writer as deleted', async () => {
  const resident = somebody()
  const { consultationId } = await send(resident)
  valueOf(await staff()('casework.answerFeedback', { consultationId, text: '好' }))
  await database.store.pool.query(
    'update changlai.consultation set plain = null where consultation_id = $1',
    [consultationId],
  )
  expect(valueOf(await staff()('casework.feedback', { centreId })).feedback).toEqual([])
  expect(valueOf(await as(resident)('consultation.getFeedback', { consultationId }))).toMatchObject(
    { kind: null, text: null, reach: '' },
  )
})
