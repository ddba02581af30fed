import { violatedUnique } from '@/cloud/database-errors'
import { hashOfPrivateToken, privateToken } from '@/cloud/feed/private-token'
import type { Dependencies, Handler, Intent } from '@/cloud/handler'
import { keptAnswer } from '@/cloud/store/queries/answered-requests'
import { isCalendarAddressOf, makeCalendarAddress } from '@/cloud/store/queries/calendar-address'
import { calendarsIn } from './calendars'

/**
 * Gives the calendar of the person who asks an address in place of the last. What is kept for a retry
 * is since when, and not the address: that is made anew from the requestId.
 */
export const makeAddress: Handler<'me.makeCalendarAddress'> = async ({ intent, dependencies }) => {
  const calendars = calendarsIn(dependencies)
  if (!calendars) return { refusal: { code: 'NOT_OFFERED', facts: {} } }
  const token = await privateToken(calendars.sealing, intent)
  const tokenHash = hashOfPrivateToken(token)
  const made = await makeOnce(dependencies, intent, tokenHash)
  if (made) return { value: { ...made, address: addressOf(calendars, token) } }
  const { pool } = dependencies.store
  const kept = await keptAnswer(pool, intent)
  if (!kept?.sameRequest || !isMade(kept.answer)) return { answeredBefore: true }
  const stands = await isCalendarAddressOf(pool, intent.personId, tokenHash)
  const { since } = kept.answer.value
  return { value: { since, address: stands ? addressOf(calendars, token) : null } }
}

async function makeOnce(
  { store, clock }: Dependencies,
  intent: Intent,
  tokenHash: Buffer,
): Promise<{ since: string } | null> {
  try {
    return await makeCalendarAddress(store.pool, intent, tokenHash, clock.now())
  } catch (error) {
    // The same request, sent twice at once: the other one was first.
    if (violatedUnique(error) === 'answered_request_once') return null
    throw error
  }
}

function isMade(answer: unknown): answer is { value: { since: string } } {
  return (answer as { ok: boolean }).ok
}

function addressOf({ publicUrl }: { publicUrl: string }, token: string): string {
  return `${publicUrl}/calendar/${token}.ics`
}
