import fc from 'fast-check'
import { isDeepStrictEqual } from 'node:util'
import { fixedClock } from '../../../src/cloud/clock'
import { type Dispatch, createDispatch } from '../../../src/cloud/dispatch'
import { calendarObject } from '../../../src/cloud/feed/calendar-object'
import { programmeOf } from '../../../src/cloud/store/queries/feed'
import type { Sealing } from '../../../src/cloud/sealing/sealing'
import { type OperationName, contract } from '../../../src/contract'
import { ROLES } from '../../../src/domain/access/role'
import { DAY } from '../../../src/domain/time/instant'
import { callerOf, newRequestId, valueOf } from '../../support/builders/caller'
import { aPersona, aProfessional, anIntake, testSealing } from '../../support/builders/consultation'
import { allowedBy } from '../../support/builders/malformed'
import { NOW, aCentre } from '../../support/builders/programme'
import { type TestDatabase, testDatabase } from '../../support/database'
import { silentLog } from '../../support/silent-log'
import { anAttachment } from './casework-calls'

/** What somebody wrote, and what was said to them: each word stands in one place only. */
const WORDS = {
  text: '示例私语甲经过',
  wishes: '示例愿望',
  building: '示例楼院',
  name: '示例私语乙姓名',
  other: '示例私语丙对方',
  reach: '示例电话',
  question: '示例私语丁提问',
  reply: '示例私语戊答复',
  fileName: '示例私语己文件.pdf',
}
const CONTENT = Buffer.from('%PDF-1.7 示例私语庚内容，很长的一段')
const PRIVATE = [...Object.values(WORDS), CONTENT.toString('base64').slice(0, 24)]

/** Draws of an input for each operation, of which those count that differ in what is left out or filled in. */
const DRAWS = 6

let database: TestDatabase
let sealing: Sealing
let centreId: string
let dispatch: Dispatch
/** Every key that leads to the consultation, by the name of the field that takes it. */
let keys: Record<string, unknown>
let lawyer: string
let resident: string
let former: string
const clock = fixedClock(NOW)

beforeAll(async () => {
  database = await testDatabase()
  const { store } = database
  sealing = testSealing(store)
  dispatch = createDispatch({ store, clock, log: silentLog, sealing })
  centreId = await aCentre(store)
  const elsewhere = await aCentre(store)
  for (const role of ROLES) {
    await grant(`${role}-here`, role, centreId)
    await grant(`${role}-elsewhere`, role, elsewhere)
    await grant(`${role}-everywhere`, role, '*')
  }
  await consult()
})
afterAll(() => database.drop())

const as = (subject: string | null) => callerOf(dispatch, subject)

async function grant(subject: string, role: string, centre: string): Promise<void> {
  const personId = await aPersona(database.store, subject)
  await database.store.pool.query(
    'insert into changlai.role_grant (centre_id, person_id, role) values ($1, $2, $3)',
    [centre, personId, role],
  )
}

/** A resident asks a lawyer, who opens and asks; a lawyer before him has declined it. */
async function consult(): Promise<void> {
  const { store } = database
  ;[lawyer, resident, former] = ['their-lawyer', 'their-resident', 'former-lawyer']
  const personId = await aProfessional(store, centreId, 'lawyer', lawyer)
  await aProfessional(store, centreId, 'lawyer', former)
  const hours = (opens: string, closes: string) => ({
    ...{ centreId, service: 'legal' as const, month: '2026-11' },
    hours: {
      weekly: [{ weekday: 4, spans: [{ opens, closes }] }],
      ...{ blocked: [], slotMinutes: 30 as const, place: '示例室' },
      channels: ['phone' as const],
    },
  })
  const slotOf = async (subject: string, opens: string, closes: string) => {
    const set = hours(opens, closes)
    valueOf(await as(subject)('casework.publishHours', set))
    const { service, month } = set
    const own = await as(subject)('casework.officeHours', { centreId, service, month })
    return valueOf(own).slots[0]!.poolId
  }
  const first = await slotOf(former, '09:00', '09:30')
  const { name, other, text } = WORDS
  const intake = anIntake({ name, otherParties: [other], text })
  const me = as(resident)
  const { consultationId } = valueOf(await me('consultation.request', { ...intake, poolId: first }))
  valueOf(await as(former)('casework.open', { consultationId }))
  valueOf(await as(former)('casework.decline', { consultationId, reason: '我不方便' }))
  const poolId = await slotOf(lawyer, '14:00', '15:00')
  valueOf(await me('consultation.reschedule', { consultationId, poolId }))
  const { question, reply, fileName } = WORDS
  valueOf(await as(lawyer)('casework.ask', { consultationId, question }))
  valueOf(await me('consultation.amend', { consultationId, reply }))
  const file = { name: fileName, content: CONTENT }
  const attachmentId = await anAttachment({ store, sealing }, consultationId, file)
  const { bookings } = valueOf(await me('seats.mine', {}))
  const held = bookings.find(({ status }) => status === 'booked')!
  keys = {
    ...{ consultationId, poolId, attachmentId, centreId, personId, service: 'legal' },
    ...{ bookingId: held.bookingId, activityId: held.activityId, month: '2026-11' },
    ...{ from: '2026-11-20', to: '2026-12-20', fromMonth: '2026-01', toMonth: '2026-12' },
    ...{ name, otherParties: [other], which: 'open', piece: 0 },
  }
}

interface Parts {
  type: string
  entries?: Record<string, Parts>
}

const drawnOnce = new Map<OperationName, object[]>()

/** Inputs of an operation in which whatever can name the consultation names it; the same for everybody. */
function inputsOf(operation: OperationName): object[] {
  const inputs = drawnOnce.get(operation) ?? drawInputs(operation)
  drawnOnce.set(operation, inputs)
  return inputs
}

function drawInputs(operation: OperationName): object[] {
  const { entries = {} } = contract[operation].input as unknown as Parts
  const fields = Object.entries(entries).map(([name, schema]) => {
    const known = name in keys ? fc.constant(keys[name]) : allowedBy(schema)
    const isOptional = schema.type === 'optional' && name !== 'which'
    return [name, isOptional ? fc.option(known, { nil: undefined }) : known] as const
  })
  const drawn = fc.record(Object.fromEntries(fields))
  const inputs = fc.sample(drawn, { seed: 20261122, numRuns: DRAWS }).map(withoutUndefined)
  // Where all of an input is known there is one.
  return inputs.filter(
    (one, at) => inputs.findIndex((other) => isDeepStrictEqual(one, other)) === at,
  )
}

function withoutUndefined(input: object): object {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
}

async function answerTo(subject: string | null, operation: string, input: object) {
  const { answer } = await dispatch({
    request: { operation, input, requestId: newRequestId(), client: '1.0.0' },
    identity: subject === null ? null : { provider: 'local', subject },
  })
  return JSON.stringify(answer)
}

const found = (text: string) => PRIVATE.filter((word) => text.includes(word))

function expectNoWordIn(answer: string, operation: OperationName, input: object): void {
  const words = found(answer)
  // Ten thousand times: what is dear is asked only where something is wrong.
  if (words.length > 0) expect({ operation, input, words }).toEqual({ operation, input, words: [] })
}

test('The resident and their lawyer read every word, so that what is looked for can be found', async () => {
  const { consultationId, attachmentId } = keys
  const own = [
    await answerTo(resident, 'consultation.get', { consultationId }),
    await answerTo(resident, 'consultation.attachment', { attachmentId }),
  ]
  const theirs = [
    await answerTo(lawyer, 'casework.open', { consultationId }),
    await answerTo(lawyer, 'casework.attachment', { attachmentId }),
  ]
  expect(found(own.join())).toEqual(PRIVATE)
  expect(found(theirs.join())).toEqual(PRIVATE)
})

/** Whoever erases their account has no role afterwards, to ask the rest by. */
const ASKED = (Object.keys(contract) as OperationName[]).filter((one) => one !== 'me.erase')

const OTHERS = [
  null,
  'another-resident',
  'former-lawyer',
  ...ROLES.flatMap((role) => [`${role}-here`, `${role}-elsewhere`, `${role}-everywhere`]),
]

test.each(OTHERS)(
  '%s gets no word of it by any operation, whatever they ask with',
  async (other) => {
    let asked = 0
    let answered = 0
    for (const operation of ASKED) {
      for (const input of inputsOf(operation)) {
        asked += 1
        const answer = await answerTo(other, operation, input)
        expectNoWordIn(answer, operation, input)
        // Whose consultation it is, and that there is one, is known to the staff alone.
        const seesLists = other !== null && /^(staff|district)-(here|everywhere)$/.test(other)
        if (!seesLists) expect(answer).not.toContain(keys['consultationId'])
        if (!answer.includes('INVALID_INPUT')) answered += 1
      }
    }
    // Most are inputs that the operation takes.
    expect(answered).toBeGreaterThan(asked / 2)
    const { consultationId } = keys as { consultationId: string }
    const still = valueOf(await as(resident)('consultation.get', { consultationId }))
    expect(still).toMatchObject({ state: 'assigned', entries: { length: 3 } })
  },
)

test('Nor does anybody when it is overdue and staff see it in their list', async () => {
  clock.set(NOW + 20 * DAY)
  for (const other of ['staff-here', 'district-everywhere', 'lawyer-here', 'volunteer-here']) {
    for (const operation of ASKED) {
      if (operation === 'casework.assign') continue
      for (const input of inputsOf(operation)) {
        expectNoWordIn(await answerTo(other, operation, input), operation, input)
      }
    }
  }
  const waiting = await answerTo('staff-here', 'casework.waiting', { centreId })
  expect(waiting).toContain(keys['consultationId'])
  clock.set(NOW)
})

test('The centre’s public calendar says when a lawyer is there, and not who comes or why', async () => {
  const programme = (await programmeOf(database.store, centreId))!
  const text = calendarObject(programme.centre, programme.activities).replace(/\r\n /g, '')
  expect(text).toContain('免费法律咨询')
  expect(found(text)).toEqual([])
})
