import type { Handler } from '@/cloud/handler'
import { setState, writeCalled } from '@/cloud/store/queries/queue/numbers'
import { commandInTransaction } from '../command-in-transaction'
import { queueToday, standingAfter } from './on-the-day'

/** For the doctor and staff: calls the next number that waits, or the given one. */
export const callNumber: Handler<'queue.call'> = ({ input, intent, dependencies }) =>
  commandInTransaction(dependencies, intent, async (client, now) => {
    const { poolId } = input
    const today = await queueToday(client, poolId, now)
    if ('refusal' in today) return today
    const number = input.number ?? today.queue.nextUp
    if (number === null) return { refusal: { code: 'NOBODY_WAITING', facts: {} } }
    if (!(await setState(client, poolId, number, 'called'))) {
      return { refusal: { code: 'NO_SUCH_NUMBER', facts: { number } } }
    }
    await writeCalled(client, poolId, number)
    return { value: { number, ...(await standingAfter(client, poolId)) } }
  })
