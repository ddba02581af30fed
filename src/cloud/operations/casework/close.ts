import { toInstantText } from '@/domain/time/instant'
import { openWritten } from '@/cloud/consultations/content'
import type { Handler } from '@/cloud/handler'
import { type Step, takeStep } from '@/cloud/store/queries/consultations/course'
import { tallyClosed } from '@/cloud/store/queries/consultations/tally'
import { freeBooking } from '@/cloud/store/queries/seats/free'
import { bookingToCome, withOwnCase, wrongState } from './own-case'

/**
 * For the assigned professional: ends it with an outcome, and counts it without its person. A time
 * that is still to come is free for somebody else.
 */
export const closeConsultation: Handler<'casework.close'> = (call) =>
  withOwnCase<'casework.close'>(call, async (client, { row, key, seal }, now) => {
    const { consultationId } = row
    const { outcome, text } = call.input
    const booking = bookingToCome(row, now)
    const line = { kind: 'outcome', author: 'professional', sealed: seal(text) } as const
    const step: Step = {
      ...{ state: 'closed', outcome, proposedPoolId: null },
      ...(booking === null ? {} : { seat: null }),
    }
    const taken = await takeStep(client, row, 'close', step, now, line)
    if (!taken) return wrongState(row)
    if (booking !== null) await freeBooking(client, booking, now)
    const { kind } = openWritten(key, row.sealed).matter
    await tallyClosed(client, row, { kind, outcome }, now)
    const deletedAt = toInstantText(taken.deletedAt!)
    return { value: { consultationId, state: taken.state, deletedAt } }
  })
