import { asMade } from '@/domain/family/spoken-code'
import type { Handler } from '@/cloud/handler'
import { decideSignIn } from '@/cloud/store/queries/devices/decide'
import { commandInTransaction } from '../command-in-transaction'

/** Sends a desk away. */
export const refuseDesk: Handler<'devices.refuse'> = ({ input, intent, dependencies }) =>
  commandInTransaction(dependencies, intent, async (client, now) => {
    const wish = { code: asMade(input.code), check: null }
    const decided = await decideSignIn(client, intent.personId, wish, now)
    return decided ? { value: {} } : { refusal: { code: 'GONE', facts: {} } }
  })
