import type { Handler, Outcome } from '@/cloud/handler'
import { commandInTransaction } from '../command-in-transaction'
import { changeWhole } from './change-whole'

/** For staff: calls every lesson to come off, for good, and tells everybody once. */
export const cancelActivity: Handler<'programme.cancel'> = ({ input, intent, dependencies }) =>
  commandInTransaction(
    dependencies,
    intent,
    (client, now) =>
      changeWhole(client, intent, input, { kind: 'cancel' }, now) as Promise<
        Outcome<'programme.cancel'>
      >,
  )
