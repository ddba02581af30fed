import { randomBytes } from 'node:crypto'
import { LOCAL_KEY_BYTES, centreKey, centreOf, localKey } from '@/domain/access/key'
import { CHECK_IN_CODE_BYTES, checkInCode } from '@/domain/seats/check-in-code'
import { violatedUnique } from '@/cloud/database-errors'
import type { SeatWish } from '@/cloud/store/queries/seats/take'

/** A try takes nothing without a lasting reason only when a seat came and went meanwhile. */
export const TRIES = 5

/** Constraints that end a try and not the request: what they say is looked up, or drawn anew. */
const TRY_AGAIN = new Set([
  'booking_attendee_once',
  'booking_check_in_code_once',
  'booking_pkey',
  'answered_request_once',
])

/** A key and a code for a booking in a pool, drawn anew for each try. */
export function newBooking(poolId: string): Pick<SeatWish, 'bookingId' | 'checkInCode'> {
  // Drawn at once: of a call to the generator most is the call.
  const drawn = randomBytes(LOCAL_KEY_BYTES + CHECK_IN_CODE_BYTES)
  return {
    bookingId: centreKey(centreOf(poolId), localKey(drawn.subarray(0, LOCAL_KEY_BYTES))),
    checkInCode: checkInCode(drawn.subarray(LOCAL_KEY_BYTES)),
  }
}

/** What a try gives; null when it met a constraint after which it may be tried again. */
export async function nullIfTaken<Value>(trying: Promise<Value>): Promise<Value | null> {
  try {
    return await trying
  } catch (error) {
    if (TRY_AGAIN.has(violatedUnique(error) ?? '')) return null
    throw error
  }
}
