import { mayAct } from '@/domain/consultation/course'
import type { Handler } from '@/cloud/handler'
import { takeStep } from '@/cloud/store/queries/consultations/course'
import { holdPeople } from '@/cloud/store/queries/consultations/met'
import { isOwnFreeSlot } from '@/cloud/store/queries/office-hours/own-free-slot'
import { personOf } from '../person'
import { isFull, withOwnCase, wrongState } from './own-case'

/** For the assigned professional: proposes another of their own free times; nothing holds it for anybody. */
export const proposeTime: Handler<'casework.propose'> = (call) =>
  withOwnCase<'casework.propose'>(call, async (client, { row, seal }, now) => {
    const { consultationId, service } = row
    const { poolId, text } = call.input
    if (!mayAct('propose', row.state)) return wrongState(row)
    if (isFull(row)) return { invalid: { path: 'text', reason: 'TOO_MANY' } }
    const personId = personOf(call.actor)
    // Their hours are not published anew meanwhile: what is free here is there when this is done.
    await holdPeople(client, [personId])
    const office = { personId, service, centreId: row.centreId }
    if (!(await isOwnFreeSlot(client, office, poolId, now))) {
      return { refusal: { code: 'NOT_FOUND', facts: { what: 'pool' } } }
    }
    const line = { kind: 'proposal', author: 'professional', sealed: seal(text) } as const
    const step = { proposedPoolId: poolId, awaiting: 'resident' } as const
    const taken = await takeStep(client, row, 'propose', step, now, line)
    return taken ? { value: { consultationId, state: taken.state } } : wrongState(row)
  })
