import type { Handler } from '@/cloud/handler'
import { takeStep } from '@/cloud/store/queries/consultations/course'
import { withOwnCase, wrongState } from './own-case'

/** For the assigned professional: says yes. A question that the resident has not answered stays open. */
export const acceptConsultation: Handler<'casework.accept'> = (call) =>
  withOwnCase<'casework.accept'>(call, async (client, { row }, now) => {
    const awaiting = row.awaiting === 'resident' ? 'resident' : null
    const taken = await takeStep(client, row, 'accept', { state: 'accepted', awaiting }, now)
    const { consultationId } = row
    return taken ? { value: { consultationId, state: taken.state } } : wrongState(row)
  })
