import { PDFDocument } from '@cantoo/pdf-lib'
import { sealLine } from '../../../src/cloud/consultations/content'
import type { Sealing } from '../../../src/cloud/sealing/sealing'
import { inTransaction } from '../../../src/cloud/store/in-transaction'
import { type Step, takeStep } from '../../../src/cloud/store/queries/consultations/course'
import { holdConsultation } from '../../../src/cloud/store/queries/consultations/row'
import type { EntryKind } from '../../../src/domain/consultation/consultation'
import type { Action } from '../../../src/domain/consultation/course'
import { DAY } from '../../../src/domain/time/instant'
import { aProfessional, aSlot, anIntake, testSealing } from '../../support/builders/consultation'
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
  reused: '示例换了内容再发一次',
} as const
const TEXTS = Object.values(SECRETS)
/** Names are kept in a form of their own, too. */
const NORMAL_NAMES = ['示例陈晓东', '示例刘建国']

interface World {
  database: TestDatabase
  sealing: Sealing
  host: PrivateHost
  centreId: string
  slots: string[]
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
  'is asked something': (world) =>
    professional(world, 'ask', { awaiting: 'resident' }, ['question', SECRETS.question]),
  'answers and adds to it': async ({ host, consultationId }) => {
    const { matter } = anIntake({ text: SECRETS.amended, otherParties: [SECRETS.other] })
    const change = { consultationId, matter, reply: SECRETS.reply }
    await host.ask('resident', 'consultation.amend', change)
  },
  'takes another time': async ({ host, consultationId, slots }) => {
    await host.ask('resident', 'consultation.reschedule', { consultationId, poolId: slots[1] })
  },
  'is declined': (world) =>
    professional(
      world,
      'decline',
      { state: 'received', professionalId: null, seat: null, awaiting: null },
      ['declined', SECRETS.reason],
    ),
  'takes the next lawyer’s time': async ({ host, consultationId, slots }) => {
    await host.ask('resident', 'consultation.reschedule', { consultationId, poolId: slots[2] })
  },
  'reads it all': async ({ host, consultationId }) => {
    const got = await host.ask<{ content: { attachments: { attachmentId: string }[] } }>(
      'resident',
      'consultation.get',
      { consultationId },
    )
    const [{ attachmentId }] = got.content.attachments as [{ attachmentId: string }]
    await host.ask('resident', 'consultation.attachment', { attachmentId })
    await host.ask('resident', 'consultation.mine', {})
    await host.ask('resident', 'seats.mine', {})
  },
  'is closed and says how it was': async (world) => {
    const { host, consultationId } = world
    await professional(world, 'close', { state: 'closed', outcome: 'advised' }, [
      'outcome',
      SECRETS.outcome,
    ])
    await host.ask('resident', 'consultation.rate', { consultationId, satisfaction: 5 })
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
  },
  'meets a database that fails in the middle of it': async ({ database, host, centreId }) => {
    await withBrokenTable(database, async () => {
      const intake = anIntake({ name: SECRETS.name, text: SECRETS.text })
      await host.ask('resident', 'consultation.request', { ...intake, centreId })
    })
  },
}

/** What the professional's side does, as its operations write it down. */
async function professional(
  { database, sealing, host, consultationId }: World,
  action: Action,
  step: Step,
  [kind, text]: [EntryKind, string],
): Promise<void> {
  const standing = await inTransaction(database.store.pool, async (client) => {
    const row = (await holdConsultation(client, 'staff', consultationId))!
    const key = await sealing.keyOf(consultationId, row.wrapped!)
    const sealed = sealLine(key, row.lines + 1, text)
    const line = { kind, author: 'professional', sealed } as const
    return takeStep(client, row, action, step, host.clock.now(), line)
  })
  expect(standing).not.toBeNull()
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
    await aProfessional(store, centreId, 'lawyer'),
    await aProfessional(store, centreId, 'lawyer'),
  ]
  const slots = [
    await aSlot(store, centreId, first),
    await aSlot(store, centreId, first, { startsAt: NOW + 3 * DAY }),
    await aSlot(store, centreId, second, { startsAt: NOW + 4 * DAY }),
  ]
  const world: World = { database, sealing, host, centreId, slots, consultationId: '' }
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
  for (const trace of [log, metrics, refusals]) expect(foundIn(trace, TEXTS)).toEqual([])
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
