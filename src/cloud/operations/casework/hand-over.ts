import type { Handler } from '@/cloud/handler'
import { takeStep } from '@/cloud/store/queries/consultations/course'
import { unmeet } from '@/cloud/store/queries/consultations/met'
import { freeBooking } from '@/cloud/store/queries/seats/free'
import { personOf } from '../person'
import { NOBODYS } from './decline'
import { bookingToCome, withOwnCase, wrongState } from './own-case'

/**
 * For the assigned lawyer: hands the record over to mediation, where staff assign it to a mediator.
 * The lawyer cannot open it any more; what it holds stays sealed under its own key.
 */
export const handOver: Handler<'casework.handOver'> = (call) =>
  withOwnCase<'casework.handOver'>(call, async (client, { row, seal }, now) => {
    const { consultationId } = row
    if (row.service !== 'legal') return wrongState(row)
    const sealed = seal(call.input.text)
    const line = { kind: 'handed-over', author: 'professional', sealed } as const
    const step = { ...NOBODYS, service: 'mediation' } as const
    const taken = await takeStep(client, row, 'hand-over', step, now, line)
    if (!taken) return wrongState(row)
    const booking = bookingToCome(row, now)
    if (booking !== null) await freeBooking(client, booking, now)
    await unmeet(client, personOf(call.actor), consultationId)
    return { value: { consultationId, state: taken.state } }
  })
