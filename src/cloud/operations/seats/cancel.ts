import { randomBytes } from 'node:crypto'
import { LOCAL_KEY_BYTES, centreKey, centreOf, localKey } from '@/domain/access/key'
import { toInstantText } from '@/domain/time/instant'
import { violatedUnique } from '@/cloud/database-errors'
import type { Handler } from '@/cloud/handler'
import { passOnAtOnce } from '@/cloud/jobs/pass-seats-on'
import { giveSeatBack, whyNotGivenBack } from '@/cloud/store/queries/seats/give-back'

/**
 * Gives seats of the person who asks and theirs back, until the pool's cancelUntil; where they say so
 * later than that, until its first lesson begins, with a strike.
 */
export const cancelSeat: Handler<'seats.cancel'> = async ({ input, intent, dependencies }) => {
  const { store, clock, groups } = dependencies
  const { bookingId, attendeeIds, evenIfLate = false } = input
  const now = clock.now()
  const strikeId = centreKey(centreOf(bookingId), localKey(randomBytes(LOCAL_KEY_BYTES)))
  const wish = { intent, bookingId, attendeeIds, evenIfLate, strikeId, now }
  try {
    const given = await giveSeatBack(store.pool, wish)
    if (given) groups?.soldOut.forget(given.poolId)
    if (given?.waitedFor) await passOnAtOnce(dependencies, given.waitedFor)
    if (given) return { value: given.value }
  } catch (error) {
    // Another request took the requestId in the same moment: nothing was changed here.
    if (violatedUnique(error) === 'answered_request_once') return { answeredBefore: true }
    throw error
  }
  const known = await whyNotGivenBack(store.pool, wish)
  if (known?.answeredBefore) return { answeredBefore: true }
  if (!known) return { refusal: { code: 'NOT_FOUND', facts: { what: 'booking' } } }
  if (!known.allKnown) return { refusal: { code: 'NOT_FOUND', facts: { what: 'attendee' } } }
  if (!known.anyBooked) return { refusal: { code: 'ALREADY_CANCELLED', facts: {} } }
  const { consultationId } = known
  if (consultationId)
    return { refusal: { code: 'THROUGH_CONSULTATION', facts: { consultationId } } }
  // Still booked and not answered before: only the time can have been in the way.
  const { lateUntil: until } = known
  const lateUntil = until !== null && now.getTime() < until ? toInstantText(until) : null
  const cancelUntil = toInstantText(known.cancelUntil)
  return { refusal: { code: 'TOO_LATE', facts: { cancelUntil, lateUntil } } }
}
