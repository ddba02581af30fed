import type { PoolClient } from 'pg'
import type { ParsedInput } from '@/contract'
import { openedParties } from '@/cloud/consultations/opened-parties'
import type { Handler, Outcome } from '@/cloud/handler'
import type { Sealing } from '@/cloud/sealing/sealing'
import { sealingOf } from '@/cloud/sealing/sealing-of'
import { candidatesFor } from '@/cloud/store/queries/consultations/candidates'
import { type Step, takeStep } from '@/cloud/store/queries/consultations/course'
import { holdPeople, meet, unmeet } from '@/cloud/store/queries/consultations/met'
import { holdConsultation, isSealed } from '@/cloud/store/queries/consultations/row'
import { freeBooking } from '@/cloud/store/queries/seats/free'
import { commandInTransaction } from '../command-in-transaction'
import { NO_CONSULTATION } from '../consultation/no-consultation'
import { bookingToCome, wrongState } from './own-case'

/**
 * For staff: assigns what waits, or anew what is overdue with its professional. Overdue and nothing
 * else decides: whether somebody fell ill before or after saying yes, or still waits for the resident's
 * answer, staff cannot see, and within its time nobody takes a matter from who reads it. The former
 * professional can open it no more; a time to come is freed; a proposal and a question fall away with
 * who made them. The resident reads in the course that somebody else has it now.
 */
export const assignConsultation: Handler<'casework.assign'> = async (call) => {
  const { input, intent, dependencies } = call
  const sealing = sealingOf(dependencies)
  await sealing.prepareHashes()
  return commandInTransaction<'casework.assign'>(dependencies, intent, (client, now) =>
    assignIn(client, input, sealing, now),
  )
}

/** What the resident is told where somebody else had it before; nothing is written to it. */
const PASSED_ON = { kind: 'reassigned', author: 'staff' } as const

async function assignIn(
  client: PoolClient,
  { consultationId, personId }: ParsedInput<'casework.assign'>,
  sealing: Sealing,
  now: Date,
): Promise<Outcome<'casework.assign'>> {
  const row = await holdConsultation(client, 'staff', consultationId)
  if (!row || !isSealed(row)) return NO_CONSULTATION
  const { state, dueAt, professionalId: former } = row
  const isLeft = dueAt !== null && dueAt < now.getTime()
  if (state !== 'received' && !isLeft) return wrongState(row)
  const parties = (await openedParties(sealing, row))!
  await holdPeople(client, [personId, former])
  if ((await candidatesFor(client, row, parties, personId)).length === 0) {
    return { refusal: { code: 'NOT_FOUND', facts: { what: 'professional' } } }
  }
  const step: Step = {
    ...{ state: 'assigned', professionalId: personId },
    ...{ seat: null, proposedPoolId: null, awaiting: null },
  }
  const taken = await takeStep(
    client,
    row,
    'assign',
    step,
    now,
    former === null ? undefined : PASSED_ON,
  )
  if (!taken) return wrongState(row)
  const booking = bookingToCome(row, now)
  if (booking !== null) await freeBooking(client, booking, now)
  if (former !== null) await unmeet(client, former, consultationId)
  await meet(client, personId, consultationId, parties, now)
  return { value: { consultationId, state: taken.state } }
}
