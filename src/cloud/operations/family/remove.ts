import type { Handler } from '@/cloud/handler'
import { removeMember } from '@/cloud/store/queries/family/members'
import { commandInTransaction } from '../command-in-transaction'

/** Forgets somebody's name and birth date, or ends that a relative may book for oneself. */
export const removeFromFamily: Handler<'family.remove'> = ({ input, intent, dependencies }) =>
  commandInTransaction(dependencies, intent, async (client, now) => {
    const { memberId } = input
    const removed = await removeMember(client, intent.personId, memberId, now)
    if (!removed) return { refusal: { code: 'NOT_FOUND', facts: { what: 'member' } } }
    return { value: { memberId } }
  })
