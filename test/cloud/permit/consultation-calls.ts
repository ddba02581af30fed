import type { OperationName } from '../../../src/contract'
import type { Sealing } from '../../../src/cloud/sealing/sealing'
import type { Store } from '../../../src/cloud/store'
import { HOUR } from '../../../src/domain/time/instant'
import { type Caller, newRequestId } from '../../support/builders/caller'
import {
  aConsultation,
  aPersona,
  aProfessional,
  aSlot,
  anIntake,
} from '../../support/builders/consultation'
import { NOW } from '../../support/builders/programme'
import { anAttachment } from './casework-calls'

type Target = 'own' | 'strangers' | 'none'
export type ConsultationCalls = Record<
  Exclude<
    Extract<OperationName, `consultation.${string}`>,
    'consultation.statistics' | 'consultation.sendFeedback' | 'consultation.getFeedback'
  >,
  (target: Target, actor: string) => Promise<object>
>

interface Place {
  store: Store
  sealing: Sealing
  centreId: string
  as: (actor: string) => Caller
}

/** A call of each operation of a resident on a target that is the actor's, somebody else's, or none. */
export function consultationCalls(place: () => Place): ConsultationCalls {
  const none = () => `${place().centreId}.nothing`
  let hours = 100

  async function ofPerson(target: Target, actor: string): Promise<string> {
    if (target === 'none') return none()
    const { store, sealing, centreId } = place()
    const subject = target === 'own' && actor !== 'visitor' ? actor : `resident-${newRequestId()}`
    return aConsultation(store, sealing, centreId, await aPersona(store, subject))
  }
  const aCase = async (target: Target, actor: string) => ({
    consultationId: await ofPerson(target, actor),
  })

  async function aFreeSlot(): Promise<string> {
    const { store, centreId } = place()
    const startsAt = NOW + (hours += 1) * HOUR
    return aSlot(store, centreId, await aProfessional(store, centreId, 'lawyer'), { startsAt })
  }

  return {
    'consultation.slots': async () => ({ centreId: place().centreId, service: 'legal' }),
    'consultation.request': async (target, actor) => {
      // Three at most are under way; whoever asks here again has taken the ones before back.
      await place().store.pool.query(
        `update changlai.consultation
         set state = 'withdrawn', closed_at = created_at, deleted_at = created_at
         where closed_at is null and person_id =
           (select person_id from changlai.person_identity where subject = $1)`,
        [actor],
      )
      return { ...anIntake(), poolId: target === 'none' ? none() : await aFreeSlot() }
    },
    'consultation.mine': async () => ({}),
    'consultation.get': aCase,
    'consultation.amend': async (target, actor) => ({
      ...(await aCase(target, actor)),
      reply: '示例',
    }),
    'consultation.withdraw': aCase,
    'consultation.reschedule': async (target, actor) => ({
      ...(await aCase(target, actor)),
      poolId: await aFreeSlot(),
    }),
    'consultation.rate': async (target, actor) => {
      const one = await aCase(target, actor)
      await place().store.pool.query(
        `update changlai.consultation
         set state = 'closed', outcome = 'advised', closed_at = created_at, deleted_at = created_at
         where consultation_id = $1`,
        [one.consultationId],
      )
      return { ...one, satisfaction: 5 }
    },
    'consultation.attachment': async (target, actor) => {
      const consultationId = await ofPerson(target, actor)
      if (target === 'none') return { attachmentId: none() }
      return { attachmentId: await anAttachment(place(), consultationId) }
    },
  }
}
