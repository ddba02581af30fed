import type { Handler } from '@/cloud/handler'
import { endSessions } from '@/cloud/store/queries/devices/sessions'
import { commandInTransaction } from '../command-in-transaction'

/** Signs one desk of the person who asks out. */
export const revokeDesk: Handler<'devices.revoke'> = ({ input, intent, dependencies }) =>
  commandInTransaction(dependencies, intent, async (client, now) => {
    const { sessionId } = input
    const ended = await endSessions(client, intent.personId, sessionId, now)
    if (ended === 1) return { value: { sessionId } }
    return { refusal: { code: 'NOT_FOUND', facts: { what: 'session' } } }
  })
