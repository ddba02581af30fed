import type { Handler } from '@/cloud/handler'
import { holdStrike, settleStrike } from '@/cloud/store/queries/attendance/strikes'
import { commandInTransaction } from '../command-in-transaction'

/** For staff: takes a contested strike back, or lets it stand with a reason that the resident reads. */
export const settleContest: Handler<'attendance.settle'> = ({ input, intent, dependencies }) =>
  commandInTransaction(dependencies, intent, async (client, now) => {
    const { strikeId, state, reason } = input
    const strike = await holdStrike(client, strikeId)
    if (!strike) return { refusal: { code: 'NOT_FOUND', facts: { what: 'strike' } } }
    if (strike.state !== 'contested') {
      return { refusal: { code: 'NOT_CONTESTED', facts: { state: strike.state } } }
    }
    await settleStrike(client, strikeId, { state, reason, by: intent.personId }, now)
    return { value: { strikeId, state } }
  })
