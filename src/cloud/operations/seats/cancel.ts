import { toInstantText } from '@/domain/time/instant'
import { violatedUnique } from '@/cloud/database-errors'
import type { Handler } from '@/cloud/handler'
import { giveSeatBack, whyNotGivenBack } from '@/cloud/store/queries/seats/give-back'

/** Gives a seat of the person who asks back, until the pool's cancelUntil. */
export const cancelSeat: Handler<'seats.cancel'> = async ({ input, intent, dependencies }) => {
  const { store, clock } = dependencies
  const now = clock.now()
  try {
    const value = await giveSeatBack(store.pool, intent, input.bookingId, now)
    if (value) return { value }
  } catch (error) {
    // Another request took the requestId in the same moment: nothing was changed here.
    if (violatedUnique(error) === 'answered_request_once') return { answeredBefore: true }
    throw error
  }
  const booking = await whyNotGivenBack(store.pool, intent, input.bookingId)
  if (booking?.answeredBefore) return { answeredBefore: true }
  if (!booking) return { refusal: { code: 'NOT_FOUND', facts: { what: 'booking' } } }
  if (booking.status === 'cancelled') return { refusal: { code: 'ALREADY_CANCELLED', facts: {} } }
  // Still booked and not answered before: only the time can have been in the way.
  const cancelUntil = toInstantText(booking.cancelUntil)
  return { refusal: { code: 'TOO_LATE', facts: { cancelUntil } } }
}
