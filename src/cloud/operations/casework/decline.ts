import type { Handler } from '@/cloud/handler'
import { takeStep } from '@/cloud/store/queries/consultations/course'
import { unmeet } from '@/cloud/store/queries/consultations/met'
import { freeBooking } from '@/cloud/store/queries/seats/free'
import { personOf } from '../person'
import { bookingToCome, withOwnCase, wrongState } from './own-case'

/** What is left of a consultation that somebody gave out of their hands. */
export const NOBODYS = {
  state: 'received',
  professionalId: null,
  seat: null,
  proposedPoolId: null,
  awaiting: null,
} as const

/** For the assigned professional: says no, with a reason that the resident reads. */
export const declineConsultation: Handler<'casework.decline'> = (call) =>
  withOwnCase<'casework.decline'>(call, async (client, { row, seal }, now) => {
    const { consultationId } = row
    const sealed = seal(call.input.reason)
    const line = { kind: 'declined', author: 'professional', sealed } as const
    const taken = await takeStep(client, row, 'decline', NOBODYS, now, line)
    if (!taken) return wrongState(row)
    const booking = bookingToCome(row, now)
    if (booking !== null) await freeBooking(client, booking, now)
    await unmeet(client, personOf(call.actor), consultationId)
    return { value: { consultationId, state: taken.state } }
  })
