import type { Handler } from '@/cloud/handler'
import { setState } from '@/cloud/store/queries/queue/numbers'
import { commandInTransaction } from '../command-in-transaction'
import { queueToday, standingAfter } from './on-the-day'

/** For the doctor and staff: says that a number was seen, was absent, or waits again. */
export const markNumber: Handler<'queue.mark'> = ({ input, intent, dependencies }) =>
  commandInTransaction(dependencies, intent, async (client, now) => {
    const { poolId, number, state } = input
    const today = await queueToday(client, poolId, now)
    if ('refusal' in today) return today
    if (!(await setState(client, poolId, number, state))) {
      return { refusal: { code: 'NO_SUCH_NUMBER', facts: { number } } }
    }
    return { value: { number, state, ...(await standingAfter(client, poolId)) } }
  })
