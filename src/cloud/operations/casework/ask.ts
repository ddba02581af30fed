import type { Handler } from '@/cloud/handler'
import { takeStep } from '@/cloud/store/queries/consultations/course'
import { isFull, withOwnCase, wrongState } from './own-case'

/** For the assigned professional: asks the resident for more. */
export const askResident: Handler<'casework.ask'> = (call) =>
  withOwnCase<'casework.ask'>(call, async (client, { row, seal }, now) => {
    if (isFull(row)) return { invalid: { path: 'question', reason: 'TOO_MANY' } }
    const sealed = seal(call.input.question)
    const line = { kind: 'question', author: 'professional', sealed } as const
    const taken = await takeStep(client, row, 'ask', { awaiting: 'resident' }, now, line)
    const { consultationId } = row
    return taken ? { value: { consultationId, state: taken.state } } : wrongState(row)
  })
