import type { Handler } from '@/cloud/handler'
import { endSessions } from '@/cloud/store/queries/devices/sessions'
import { commandInTransaction } from '../command-in-transaction'

/** Signs every desk of the person who asks out. */
export const revokeDesks: Handler<'devices.revokeAll'> = ({ intent, dependencies }) =>
  commandInTransaction(dependencies, intent, async (client, now) => ({
    value: { ended: await endSessions(client, intent.personId, null, now) },
  }))
