import type { Handler } from '@/cloud/handler'
import { commandInTransaction } from '../command-in-transaction'
import { changeWhole } from './change-whole'

/** For staff: moves every lesson to come by so many days and tells everybody once. */
export const postponeActivity: Handler<'programme.postpone'> = ({ input, intent, dependencies }) =>
  commandInTransaction(dependencies, intent, (client, now) =>
    changeWhole(client, intent, input, { kind: 'postpone', days: input.days }, now),
  )
