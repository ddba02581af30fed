import type { PoolClient } from 'pg'
import type { Handler, Outcome } from '@/cloud/handler'
import { takeStep } from '@/cloud/store/queries/consultations/course'
import { unmeet } from '@/cloud/store/queries/consultations/met'
import { holdConsultation } from '@/cloud/store/queries/consultations/row'
import { freeBooking } from '@/cloud/store/queries/seats/free'
import { commandInTransaction } from '../command-in-transaction'
import { NO_CONSULTATION } from './no-consultation'

/** Takes a consultation back: its time is free, and its professional cannot open it any more. */
export const withdrawConsultation: Handler<'consultation.withdraw'> = async (call) => {
  const { input, intent, dependencies } = call
  return commandInTransaction<'consultation.withdraw'>(dependencies, intent, (client, now) =>
    withdrawIn(client, intent.personId, input.consultationId, now),
  )
}

async function withdrawIn(
  client: PoolClient,
  personId: string,
  consultationId: string,
  now: Date,
): Promise<Outcome<'consultation.withdraw'>> {
  const row = await holdConsultation(client, { personId }, consultationId)
  if (!row || row.service === 'feedback') return NO_CONSULTATION
  const { state, bookingId, professionalId } = row
  const step = { state: 'withdrawn', seat: null, proposedPoolId: null } as const
  if (!(await takeStep(client, row, 'withdraw', step, now))) {
    return { refusal: { code: 'WRONG_STATE', facts: { state } } }
  }
  if (bookingId !== null) await freeBooking(client, bookingId, now)
  if (professionalId !== null) await unmeet(client, professionalId, consultationId)
  return { value: { consultationId, state: 'withdrawn' } }
}
