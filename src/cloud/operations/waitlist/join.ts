import { toInstantText } from '@/domain/time/instant'
import type { Handler, Outcome, Refusal } from '@/cloud/handler'
import { type Joined, joinList } from '@/cloud/store/queries/waitlist/join'
import { refusalOnTheWire } from '../seats/refusal'

/**
 * Puts the person who asks and theirs on the waiting list of a pool, together in one entry; with
 * whoever comes at the same time where the host works in groups.
 */
export const joinWaitlist: Handler<'waitlist.join'> = async ({ input, intent, dependencies }) => {
  const { store, clock, groups } = dependencies
  const { poolId, evenIfClashes = false, attendeeIds } = input
  const wish = { intent, poolId, evenIfClashes, attendeeIds, now: clock.now() }
  const joined = await groups?.joinList(wish)
  return outcomeOf(joined ?? (await joinList(store.pool, wish)), attendeeIds !== undefined)
}

function outcomeOf(joined: Joined, areNamed: boolean): Outcome<'waitlist.join'> {
  if ('value' in joined || 'answeredBefore' in joined) return joined
  if ('waits' in joined) {
    const { entryId, attendeeId } = joined.waits
    const concerned = areNamed ? { attendeeId } : {}
    return { refusal: { code: 'ALREADY_WAITING', facts: { entryId, ...concerned } } }
  }
  if ('noNeed' in joined) {
    const { noNeed } = joined
    if (noNeed.code !== 'LIST_OVER') return { refusal: noNeed }
    const startsAt = toInstantText(noNeed.facts.startsAt)
    return { refusal: { code: 'LIST_OVER', facts: { startsAt } } }
  }
  return { refusal: refusalOnTheWire(joined.obstacle) as Refusal<'waitlist.join'> }
}
