import { asMade } from '@/domain/family/spoken-code'
import type { Handler } from '@/cloud/handler'
import { decideSignIn } from '@/cloud/store/queries/devices/decide'
import { commandInTransaction } from '../command-in-transaction'

/** Lets a desk in by the number on its screen; a wrong number sends it away. */
export const approveDesk: Handler<'devices.approve'> = ({ input, intent, dependencies }) =>
  commandInTransaction(dependencies, intent, async (client, now) => {
    const { code, check } = input
    const decided = await decideSignIn(client, intent.personId, { code: asMade(code), check }, now)
    if (!decided) return { refusal: { code: 'GONE', facts: {} } }
    const { state, browser, system } = decided
    if (state === 'approved') return { value: { browser, system } }
    return { refusal: { code: 'WRONG_CHECK', facts: {} } }
  })
