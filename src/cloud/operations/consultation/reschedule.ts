import type { PoolClient } from 'pg'
import type { ParsedInput } from '@/contract'
import { mayAct } from '@/domain/consultation/course'
import { toInstantText } from '@/domain/time/instant'
import { openedParties } from '@/cloud/consultations/opened-parties'
import { takeSlot } from '@/cloud/consultations/take-slot'
import type { Handler, Intent, Outcome } from '@/cloud/handler'
import type { Sealing } from '@/cloud/sealing/sealing'
import { sealingOf } from '@/cloud/sealing/sealing-of'
import { takeStep } from '@/cloud/store/queries/consultations/course'
import { holdPeople, unmeet } from '@/cloud/store/queries/consultations/met'
import { type ConsultationRow, holdConsultation } from '@/cloud/store/queries/consultations/row'
import { type KnownSlot, slotOfPool } from '@/cloud/store/queries/consultations/slots'
import { freeBooking } from '@/cloud/store/queries/seats/free'
import { NO_CONSULTATION } from './no-consultation'
import { undo, undoableCommand } from './undo'

const NO_POOL = { refusal: { code: 'NOT_FOUND', facts: { what: 'pool' } } } as const

/**
 * Takes another time and frees the old one in the same moment. A time that its professional proposed
 * is agreed; any other one waits for its professional to say yes, who may be another.
 */
export const rescheduleConsultation: Handler<'consultation.reschedule'> = async (call) => {
  const { input, intent, dependencies } = call
  const sealing = sealingOf(dependencies)
  await sealing.prepareHashes()
  return undoableCommand<'consultation.reschedule'>(dependencies, intent, (client, now) =>
    rescheduleIn(client, intent, input, sealing, now),
  )
}

async function rescheduleIn(
  client: PoolClient,
  intent: Intent,
  { consultationId, poolId, evenIfClashes }: ParsedInput<'consultation.reschedule'>,
  sealing: Sealing,
  now: Date,
): Promise<Outcome<'consultation.reschedule'>> {
  const { personId } = intent
  const row = await holdConsultation(client, { personId }, consultationId)
  if (!row || row.service === 'feedback') return NO_CONSULTATION
  const wrongState = { code: 'WRONG_STATE', facts: { state: row.state } } as const
  const parties = await openedParties(sealing, row)
  if (!mayAct('reschedule', row.state) || !parties) return { refusal: wrongState }
  const slot = await slotOfPool(client, poolId)
  if (slot?.service !== row.service) return NO_POOL
  // The one before, too: two residents who change places must not wait for each other's slot.
  await holdPeople(client, [personId, slot.professionalId, row.professionalId])
  if (row.bookingId !== null) await freeBooking(client, row.bookingId, now)
  const wish = { intent, consultationId, slot, parties, evenIfClashes, now }
  const taken = await takeSlot(client, wish)
  if ('refusal' in taken) return undo<'consultation.reschedule'>(taken.refusal)
  const state = isAgreed(row, slot) ? 'accepted' : 'assigned'
  const { professionalId, endsAt } = slot
  const seat = { bookingId: taken.bookingId, endsAt }
  const step = { state, professionalId, seat, proposedPoolId: null, awaiting: null } as const
  if (!(await takeStep(client, row, 'reschedule', step, now))) {
    return undo<'consultation.reschedule'>(wrongState)
  }
  if (row.professionalId !== null && row.professionalId !== professionalId) {
    await unmeet(client, row.professionalId, consultationId)
  }
  return { value: { consultationId, state, startsAt: toInstantText(slot.startsAt) } }
}

function isAgreed(row: ConsultationRow, { poolId, professionalId }: KnownSlot): boolean {
  return row.proposedPoolId === poolId && row.professionalId === professionalId
}
