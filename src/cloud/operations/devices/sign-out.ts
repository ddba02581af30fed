import type { Handler } from '@/cloud/handler'
import { endSessions } from '@/cloud/store/queries/devices/sessions'
import { commandInTransaction } from '../command-in-transaction'

/** Signs the desk out that asks; its host takes the cookie away. */
export const signOutAtDesk: Handler<'devices.signOut'> = async (call) => {
  const { actor, intent, dependencies } = call
  const outcome = await commandInTransaction<'devices.signOut'>(
    dependencies,
    intent,
    async (client, now) => {
      if (actor.sessionId) await endSessions(client, intent.personId, actor.sessionId, now)
      return { value: {} }
    },
  )
  return 'value' in outcome ? { ...outcome, atDesk: null } : outcome
}
