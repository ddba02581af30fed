import type { Handler } from '@/cloud/handler'
import { entryOf, moveToFront, positionOf } from '@/cloud/store/queries/waitlist/entries'
import { lockList } from '@/cloud/store/queries/waitlist/lock'
import { passOn } from '@/cloud/store/queries/waitlist/pass-on'
import { commandInTransaction } from '../command-in-transaction'

/** For staff: puts an entry at the front of its list, for a reason that everybody on it can read. */
export const moveUpOnWaitlist: Handler<'waitlist.moveUp'> = ({ input, intent, dependencies }) =>
  commandInTransaction(dependencies, intent, async (client, now) => {
    const { entryId, reason } = input
    const known = await entryOf(client, entryId, null)
    if (!known) return { refusal: { code: 'NOT_FOUND', facts: { what: 'entry' } } }
    const list = (await lockList(client, known.poolId))!
    const entry = (await entryOf(client, entryId, null))!
    const { state } = entry
    if (state !== 'waiting') return { refusal: { code: 'NOT_WAITING', facts: { state } } }
    const fromPosition = await positionOf(client, list, entry)
    if (fromPosition === 1) return { refusal: { code: 'ALREADY_FIRST', facts: {} } }
    const movedBy = intent.personId
    await moveToFront(client, list, { entryId, movedBy, fromPosition, reason }, now)
    await passOn(client, list.poolId, now)
    return { value: { entryId, position: 1, fromPosition } }
  })
