import type { Handler } from '@/cloud/handler'
import { entryOf, leaveList } from '@/cloud/store/queries/waitlist/entries'
import { lockList } from '@/cloud/store/queries/waitlist/lock'
import { passOn } from '@/cloud/store/queries/waitlist/pass-on'
import { commandInTransaction } from '../command-in-transaction'

/** Takes an entry of the person who asks back; what was held for it passes on at once. */
export const leaveWaitlist: Handler<'waitlist.leave'> = ({ input, intent, dependencies }) =>
  commandInTransaction(dependencies, intent, async (client, now) => {
    const { entryId } = input
    const known = await entryOf(client, entryId, intent.personId)
    if (!known) return { refusal: { code: 'NOT_FOUND', facts: { what: 'entry' } } }
    const list = (await lockList(client, known.poolId))!
    const { state } = (await entryOf(client, entryId, intent.personId))!
    if (state !== 'waiting' && state !== 'offered') {
      return { refusal: { code: 'ENTRY_ENDED', facts: { state } } }
    }
    await leaveList(client, list, entryId, now)
    await passOn(client, list.poolId, now)
    return { value: { entryId, state: 'left' } }
  })
