import type { Handler } from '@/cloud/handler'
import { readUpTo, unreadOf } from '@/cloud/store/queries/notices/mine'
import { commandInTransaction } from '../command-in-transaction'

/** Marks a notice of the person who asks, and all before it, as read. */
export const readNotices: Handler<'notices.read'> = ({ input, intent, dependencies }) =>
  commandInTransaction(dependencies, intent, async (client, now) => {
    const { personId } = intent
    const read = await readUpTo(client, personId, input.upTo, now)
    if (read === null) return { refusal: { code: 'NOT_FOUND', facts: { what: 'notice' } } }
    return { value: { unread: await unreadOf(client, personId) } }
  })
