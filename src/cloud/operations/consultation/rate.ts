import type { PoolClient } from 'pg'
import type { ParsedInput } from '@/contract'
import { openWritten } from '@/cloud/consultations/content'
import type { Handler, Outcome } from '@/cloud/handler'
import type { Sealing } from '@/cloud/sealing/sealing'
import { sealingOf } from '@/cloud/sealing/sealing-of'
import { takeStep } from '@/cloud/store/queries/consultations/course'
import { holdConsultation, isSealed } from '@/cloud/store/queries/consultations/row'
import { tallySatisfaction } from '@/cloud/store/queries/consultations/tally'
import { commandInTransaction } from '../command-in-transaction'
import { NO_CONSULTATION } from './no-consultation'

/** Says once whether it helped. It is counted without the person, as long as the kind can be read. */
export const rateConsultation: Handler<'consultation.rate'> = async (call) => {
  const { input, intent, dependencies } = call
  const sealing = sealingOf(dependencies)
  return commandInTransaction<'consultation.rate'>(dependencies, intent, (client, now) =>
    rateIn(client, intent.personId, input, sealing, now),
  )
}

async function rateIn(
  client: PoolClient,
  personId: string,
  { consultationId, satisfaction }: ParsedInput<'consultation.rate'>,
  sealing: Sealing,
  now: Date,
): Promise<Outcome<'consultation.rate'>> {
  const row = await holdConsultation(client, { personId }, consultationId)
  if (!row) return NO_CONSULTATION
  const { state } = row
  if (row.satisfaction !== null) return { refusal: { code: 'ALREADY_RATED', facts: {} } }
  if (!(await takeStep(client, row, 'rate', { satisfaction }, now))) {
    return { refusal: { code: 'WRONG_STATE', facts: { state } } }
  }
  if (isSealed(row)) {
    const key = await sealing.keyOf(consultationId, row.wrapped)
    const { kind } = openWritten(key, row.sealed).matter
    await tallySatisfaction(client, row, kind, satisfaction)
  }
  return { value: { consultationId, state } }
}
