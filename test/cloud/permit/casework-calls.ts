import type { OperationName } from '../../../src/contract'
import { sealAttachment } from '../../../src/cloud/consultations/content'
import type { Sealing } from '../../../src/cloud/sealing/sealing'
import type { Store } from '../../../src/cloud/store'
import { consultationFor, isSealed } from '../../../src/cloud/store/queries/consultations/row'
import { addAttachment } from '../../../src/cloud/store/queries/consultations/attachments'
import { inTransaction } from '../../../src/cloud/store/in-transaction'
import type { SealedService } from '../../../src/domain/consultation/consultation'
import { HOUR } from '../../../src/domain/time/instant'
import { type Caller, newRequestId, valueOf } from '../../support/builders/caller'
import { aConsultation, aPersona, aProfessional, aSlot } from '../../support/builders/consultation'
import { NOW } from '../../support/builders/programme'

type Target = 'own' | 'strangers' | 'none'
type CaseworkName = Extract<OperationName, `casework.${string}`>
export type CaseworkCalls = Record<
  | CaseworkName
  | 'consultation.statistics'
  | 'consultation.sendFeedback'
  | 'consultation.getFeedback',
  (target: Target, actor: string) => Promise<object>
>

interface Place {
  store: Store
  sealing: Sealing
  centreId: string
  as: (actor: string) => Caller
}

let attachments = 0

/** Gives a consultation an attachment of a few bytes; gives its key. */
export async function anAttachment(
  { store, sealing }: Pick<Place, 'store' | 'sealing'>,
  consultationId: string,
  { name = '示例.pdf', content = Buffer.from('%PDF-示例') } = {},
): Promise<string> {
  const row = await consultationFor(store.pool, 'staff', consultationId)
  if (!row || !isSealed(row)) throw new Error('only what is sealed has attachments')
  const key = await sealing.keyOf(consultationId, row.wrapped)
  attachments += 1
  const attachmentId = `${row.centreId}.attachment${attachments}`
  const sealed = sealAttachment(key, attachmentId, { name, content })
  await inTransaction(store.pool, (client) =>
    addAttachment(
      client,
      consultationId,
      { attachmentId, kind: 'pdf', bytes: content.length, ...sealed },
      new Date(NOW),
    ),
  )
  return attachmentId
}

/** A call of each operation of casework on a target that is the actor's, somebody else's, or none. */
export function caseworkCalls(place: () => Place): CaseworkCalls {
  const none = () => `${place().centreId}.nothing`
  const centre = async () => ({ centreId: place().centreId })
  const serviceOf = (actor: string): SealedService =>
    actor.startsWith('mediator') ? 'mediation' : 'legal'

  /** A consultation that has just been assigned to the actor, or to somebody else of the same role. */
  async function aCase(target: Target, actor: string): Promise<{ consultationId: string }> {
    if (target === 'none') return { consultationId: none() }
    const { store, sealing, centreId } = place()
    const service = serviceOf(actor)
    const isOwn = target === 'own' && actor !== 'visitor'
    const professionalId = isOwn
      ? await aPersona(store, actor)
      : await aProfessional(store, centreId, service === 'legal' ? 'lawyer' : 'mediator')
    const resident = await aPersona(store, `resident-${newRequestId()}`)
    const more = { service, professionalId }
    return { consultationId: await aConsultation(store, sealing, centreId, resident, more) }
  }

  /** A request that waits, and a lawyer who may have it. */
  async function aRequest(target: Target) {
    const { store, sealing, centreId } = place()
    const resident = await aPersona(store, `resident-${newRequestId()}`)
    const consultationId =
      target === 'none' ? none() : await aConsultation(store, sealing, centreId, resident)
    return { consultationId, personId: await aProfessional(store, centreId, 'lawyer') }
  }

  async function feedbackOf(target: Target, sender: string) {
    if (target === 'none') return { consultationId: none() }
    const { as, centreId } = place()
    const said = { centreId, kind: 'praise', text: '示例' } as const
    const { consultationId } = valueOf(await as(sender)('consultation.sendFeedback', said))
    return { consultationId }
  }

  const hours = {
    weekly: [{ weekday: 4, spans: [{ opens: '14:00', closes: '15:00' }] }],
    blocked: [],
    slotMinutes: 30,
    place: '示例室',
    channels: ['in-person'],
  }
  let days = 2

  return {
    'casework.list': centre,
    'casework.open': aCase,
    'casework.attachment': async (target, actor) => {
      const { consultationId } = await aCase(target, actor)
      if (target === 'none') return { attachmentId: none() }
      return { attachmentId: await anAttachment(place(), consultationId) }
    },
    'casework.accept': aCase,
    'casework.decline': async (target, actor) => ({
      ...(await aCase(target, actor)),
      reason: '示例',
    }),
    'casework.ask': async (target, actor) => ({
      ...(await aCase(target, actor)),
      question: '示例',
    }),
    'casework.propose': async (target, actor) => {
      const { store, centreId } = place()
      const personId = await aPersona(store, actor)
      const more = { service: serviceOf(actor), startsAt: NOW + (days += 1) * HOUR }
      const poolId = await aSlot(store, centreId, personId, more)
      return { ...(await aCase(target, actor)), poolId }
    },
    'casework.close': async (target, actor) => ({
      ...(await aCase(target, actor)),
      outcome: 'advised',
    }),
    'casework.handOver': async (target, actor) => ({
      ...(await aCase(target, actor)),
      residentAgreed: true,
    }),
    'casework.referral': aCase,
    'casework.waiting': centre,
    'casework.candidates': async (target) => {
      const { consultationId } = await aRequest(target)
      return { consultationId }
    },
    'casework.assign': aRequest,
    'casework.feedback': centre,
    'casework.answerFeedback': async (target) => ({
      ...(await feedbackOf(target, `sender-${newRequestId()}`)),
      text: '示例',
    }),
    'casework.officeHours': async (_, actor) => ({
      ...(await centre()),
      ...{ service: serviceOf(actor), month: '2026-12' },
    }),
    'casework.publishHours': async (_, actor) => ({
      ...(await centre()),
      ...{ service: serviceOf(actor), month: '2026-12', hours },
    }),
    'consultation.statistics': async () => ({
      ...(await centre()),
      ...{ fromMonth: '2026-01', toMonth: '2026-12' },
    }),
    'consultation.sendFeedback': async () => ({
      ...(await centre()),
      ...{ kind: 'suggestion', text: '示例' },
    }),
    'consultation.getFeedback': (target, actor) =>
      feedbackOf(
        target,
        target === 'own' && actor !== 'visitor' ? actor : `sender-${newRequestId()}`,
      ),
  }
}
