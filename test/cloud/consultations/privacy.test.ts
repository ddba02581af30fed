import { PDFDocument } from '@cantoo/pdf-lib'
import type { Sealing } from '../../../src/cloud/sealing/sealing'
import { DAY } from '../../../src/domain/time/instant'
import {
  aPersona,
  aProfessional,
  aSlot,
  anIntake,
  testSealing,
} from '../../support/builders/consultation'
import { NOW, aCentre } from '../../support/builders/programme'
import { type TestDatabase, asOwner, testDatabase } from '../../support/database'
import { foundIn, wholeDatabase } from '../../support/hidden-text'
import { type PrivateHost, privateHost } from '../../support/private-host'

jest.setTimeout(60_000)

/** Everything that somebody writes or says in the journey, and that nobody else may find. */
const SECRETS = {
  text: '楼上漏水泡坏了示例地板',
  wishes: '盼着赔示例一千元',
  building: '示例三号院七单元',
  name: '示例陳曉東',
  other: '示例劉建國',
  reach: '13800001234',
  fileName: '示例漏水照片',
  fileText: 'Sample words of a contract',
  question: '示例漏水从哪天开始',
  reply: '示例从国庆那天开始',
  amended: '示例后来又漏了一次',
  reason: '示例律师认识对方',
  outcome: '示例建议先找物业',
  proposal: '示例那天临时要开庭',
  handing: '示例两边都愿意谈一谈',
  reused: '示例换了内容再发一次',
} as const
const TEXTS = Object.values(SECRETS)
/** What is said of the centre: its staff read it, and nothing that is logged or counted holds it. */
const SAID = {
  text: '示例开水间坏了三天',
  reach: '13900005678',
  answer: '示例开水间已经修好了',
} as const
/** Names are kept in a form of their own, too. */
const NORMAL_NAMES = ['示例陈晓东', '示例刘建国']

interface World {
  database: TestDatabase
  host: PrivateHost
  centreId: string
  slots: string[]
  mediatorId: string
  consultationId: string
}

/** The steps of the journey, in order; each may use what the ones before have left in the world. */
const JOURNEY: Record<string, (world: World) => Promise<void>> = {
  'looks for a time': async ({ host, centreId }) => {
    const names = { name: SECRETS.name, otherParties: [SECRETS.other] }
    await host.ask('resident', 'consultation.slots', { centreId, service: 'legal', ...names })
  },
  'asks, with attachments': async (world) => {
    const { host, slots } = world
    const pdf = await PDFDocument.create()
    pdf.addPage([300, 300]).drawText(SECRETS.fileText, { x: 20, y: 200 })
    const content = Buffer.from(await pdf.save({ useObjectStreams: false }))
    const fileIds = [await host.send('resident', `${SECRETS.fileName}.pdf`, content)]
    const intake = anIntake({
      ...{ name: SECRETS.name, otherParties: [SECRETS.other], text: SECRETS.text, fileIds },
      reach: SECRETS.reach,
    })
    const matter = { ...intake.matter, wishes: SECRETS.wishes, building: SECRETS.building }
    const request = { ...intake, matter, poolId: slots[0] }
    const asked = await host.ask<{ consultationId: string }>(
      'resident',
      'consultation.request',
      request,
    )
    world.consultationId = asked.consultationId
  },
  'is opened, taken up, and asked something': async (world) => {
    await opens(world, 'lawyer-one')
    await works(world, 'lawyer-one', 'accept')
    await works(world, 'lawyer-one', 'ask', { question: SECRETS.question })
  },
  'answers and adds to it': async (world) => {
    const { matter } = anIntake({ text: SECRETS.amended, otherParties: [SECRETS.other] })
    await does(world, 'resident', 'consultation.amend', { matter, reply: SECRETS.reply })
  },
  'is proposed another time and takes it': async (world) => {
    const poolId = world.slots[1]
    await works(world, 'lawyer-one', 'propose', { poolId, text: SECRETS.proposal })
    await does(world, 'resident', 'consultation.reschedule', { poolId })
  },
  'is declined': (world) => works(world, 'lawyer-one', 'decline', { reason: SECRETS.reason }),
  'takes the next lawyer’s time': (world) =>
    does(world, 'resident', 'consultation.reschedule', { poolId: world.slots[2] }),
  'is referred, and handed over to mediation': async (world) => {
    await opens(world, 'lawyer-two')
    await works(world, 'lawyer-two', 'referral')
    await works(world, 'lawyer-two', 'handOver', { text: SECRETS.handing, residentAgreed: true })
  },
  'is given to a mediator by staff': async (world) => {
    const { host, centreId, mediatorId } = world
    await host.ask('staff', 'casework.waiting', { centreId })
    await works(world, 'staff', 'candidates')
    await works(world, 'staff', 'assign', { personId: mediatorId })
  },
  'reads it all': async (world) => {
    const { host } = world
    await opens(world, 'resident')
    await host.ask('resident', 'consultation.mine', {})
    await host.ask('resident', 'seats.mine', {})
  },
  'is closed and says how it was': async (world) => {
    await opens(world, 'mediator')
    await works(world, 'mediator', 'accept')
    await works(world, 'mediator', 'close', { outcome: 'settled', text: SECRETS.outcome })
    await world.host.ask('mediator', 'casework.list', { centreId: world.centreId, which: 'closed' })
    await does(world, 'resident', 'consultation.rate', { satisfaction: 5 })
  },
  'says something about the centre, which answers': async ({ host, centreId }) => {
    const said = { centreId, kind: 'complaint', text: SAID.text, reach: SAID.reach }
    const { consultationId } = await host.ask<{ consultationId: string }>(
      ...(['resident', 'consultation.sendFeedback', said] as const),
    )
    await host.ask('staff', 'casework.feedback', { centreId })
    const answered = { consultationId, text: SAID.answer }
    expect(await host.ask('staff', 'casework.answerFeedback', answered)).toBeDefined()
    await host.ask('resident', 'consultation.getFeedback', { consultationId })
    const broken = { ...answered, consultationId: SAID.text, extra: SAID.answer }
    await host.ask('staff', 'casework.answerFeedback', broken)
    await host.ask('resident', 'consultation.sendFeedback', { ...said, kind: SAID.text })
  },
  'sends what is broken': async ({ host, centreId, consultationId }) => {
    const intake = anIntake({ name: SECRETS.name, text: SECRETS.text, reach: SECRETS.reach })
    const asking = (input: object, more: object = {}) =>
      host.sendRaw(
        'resident',
        JSON.stringify({
          operation: 'consultation.request',
          input,
          requestId: 'private-journey-1',
          ...more,
        }),
      )
    await asking({ ...intake, centreId, extra: SECRETS.other })
    await asking({ ...intake, centreId, matter: { ...intake.matter, kind: SECRETS.text } })
    await asking({ ...intake, poolId: SECRETS.text })
    await asking({ ...intake, centreId, fileIds: [SECRETS.fileName] })
    await asking({ ...intake, centreId, consent: { rulesVersion: SECRETS.name } })
    await asking({ ...intake, centreId }, { requestId: SECRETS.name.repeat(9) })
    await asking({ ...intake, centreId }, { operation: SECRETS.text })
    await asking({ ...intake, centreId })
    await asking({ ...intake, centreId, matter: { ...intake.matter, text: SECRETS.reused } })
    await host.sendRaw(
      'resident',
      `{"operation":"consultation.request","input":{"text":"${SECRETS.text}`,
    )
    await host.sendRaw(encodeURIComponent(SECRETS.name), `"${SECRETS.text}"`)
    const reply = SECRETS.reply
    await host.ask('resident', 'consultation.amend', { consultationId, reply })
    await host.ask('stranger', 'consultation.amend', { consultationId, reply })
    for (const [operation, more] of [
      ['casework.ask', { question: SECRETS.question }],
      ['casework.propose', { poolId: SECRETS.text, text: SECRETS.proposal }],
      ['casework.decline', { reason: SECRETS.reason }],
      ['casework.handOver', { text: SECRETS.handing, residentAgreed: true }],
      ['casework.close', { outcome: SECRETS.outcome, text: SECRETS.outcome }],
      ['casework.close', { outcome: 'advised', text: SECRETS.outcome }],
    ] as const) {
      for (const as of ['lawyer-one', 'mediator']) {
        await host.ask(as, operation, { consultationId, ...more })
      }
    }
  },
  'meets a database that fails in the middle of it': async ({ database, host, centreId }) => {
    await withBrokenTable(database, async () => {
      const intake = anIntake({ name: SECRETS.name, text: SECRETS.text })
      await host.ask('resident', 'consultation.request', { ...intake, centreId })
    })
  },
}

/** Somebody does something with the consultation, and it is done. */
async function does(
  { host, consultationId }: World,
  as: string,
  operation: string,
  more: object = {},
): Promise<void> {
  const value = await host.ask(as, operation, { consultationId, ...more })
  expect({ as, operation, value }).toEqual({ as, operation, value: expect.any(Object) })
}

function works(world: World, as: string, what: string, more: object = {}): Promise<void> {
  return does(world, as, `casework.${what}`, more)
}

/** Its resident or professional reads all of it, with the attachment. */
async function opens({ host, consultationId }: World, as: string): Promise<void> {
  const [get, attachment] =
    as === 'resident'
      ? ['consultation.get', 'consultation.attachment']
      : ['casework.open', 'casework.attachment']
  const { content } = await host.ask<{ content: { attachments: { attachmentId: string }[] } }>(
    ...([as, get, { consultationId }] as const),
  )
  const { attachmentId } = content.attachments[0]!
  expect(await host.ask(as, attachment, { attachmentId })).toBeDefined()
}

/** A trigger refuses every new consultation and says why with all that stands in it. */
async function withBrokenTable(database: TestDatabase, work: () => Promise<void>): Promise<void> {
  await asOwner(
    database,
    `
    create function changlai.refuse() returns trigger language plpgsql as
      $$ begin raise exception 'no: %', new using detail = new::text; end $$;
    create trigger refuse before insert on changlai.consultation
      for each row execute function changlai.refuse()`,
  )
  await work()
  await asOwner(database, 'drop function changlai.refuse() cascade')
}

const endings: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end()
})

async function walked(sealingOf: (store: TestDatabase['store']) => Sealing): Promise<World> {
  const database = await testDatabase()
  endings.push(() => database.drop())
  const { store } = database
  const sealing = sealingOf(store)
  const host = await privateHost(store, sealing, NOW)
  endings.push(() => host.end())
  const centreId = await aCentre(store)
  const [first, second] = [
    await aProfessional(store, centreId, 'lawyer', 'lawyer-one'),
    await aProfessional(store, centreId, 'lawyer', 'lawyer-two'),
  ]
  const mediatorId = await aProfessional(store, centreId, 'mediator', 'mediator')
  await store.pool.query(
    `insert into changlai.role_grant (centre_id, person_id, role) values ($1, $2, 'staff')`,
    [centreId, await aPersona(store, 'staff')],
  )
  const slots = [
    await aSlot(store, centreId, first),
    await aSlot(store, centreId, first, { startsAt: NOW + 3 * DAY }),
    await aSlot(store, centreId, second, { startsAt: NOW + 4 * DAY }),
  ]
  const world: World = { database, host, centreId, slots, mediatorId, consultationId: '' }
  for (const step of Object.values(JOURNEY)) await step(world)
  return world
}

/** A sealing that seals nothing: everything else is as it is. */
function openSealing(store: TestDatabase['store']): Sealing {
  const sealing = testSealing(store)
  const key = {
    seal: (_: string, content: Uint8Array | string) => Buffer.from(content as string),
    open: (_: string, sealed: Buffer) => sealed,
    openText: (_: string, sealed: Buffer) => sealed.toString('utf8'),
  }
  return {
    ...sealing,
    newKey: async (consultationId) => ({ ...(await sealing.newKey(consultationId)), key }),
    keyOf: async () => key,
    nameHash: async (normal) => Buffer.alloc(32, normal),
  }
}

test('After a whole journey nothing that was written is to be found anywhere', async () => {
  const { database, host } = await walked(testSealing)
  const dump = await wholeDatabase(database)
  // It is the database: what is not private stands in it.
  expect(foundIn(dump, ['示例社区党群服务中心', 'private-journey-1'])).toHaveLength(2)
  expect(foundIn(dump, [...TEXTS, ...NORMAL_NAMES])).toEqual([])
  const { log, metrics, refusals } = await host.traces()
  expect(log.split('\n').length).toBeGreaterThan(20)
  expect(log).toContain('an operation failed')
  expect(metrics).toContain('consultation.amend')
  expect(refusals.split('\n').length).toBeGreaterThan(10)
  expect(metrics).toContain('casework.handOver')
  const said = Object.values(SAID)
  for (const trace of [log, metrics, refusals]) {
    expect(foundIn(trace, [...TEXTS, ...said])).toEqual([])
  }
  // What is said of the centre is not sealed: it is looked for where it stands, too.
  expect(foundIn(dump, said)).toEqual(said)
})

test('Sealed by nothing, all of it would be found', async () => {
  const { database } = await walked(openSealing)
  const found = foundIn(await wholeDatabase(database), [...TEXTS, ...NORMAL_NAMES])
  // The first text was written over, and what was refused never came in; a PDF packs its words.
  const gone: string[] = [SECRETS.text, SECRETS.wishes, SECRETS.building, SECRETS.fileText]
  const refused: string[] = [SECRETS.reused]
  const expected = TEXTS.filter((one) => ![...gone, ...refused].includes(one))
  expect(found).toEqual(expect.arrayContaining(expected))
  expect(foundIn(JSON.stringify({ text: SECRETS.text }), TEXTS)).toEqual([SECRETS.text])
})
