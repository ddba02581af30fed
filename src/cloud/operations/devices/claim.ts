import { randomBytes } from 'node:crypto'
import { localKey } from '@/domain/access/key'
import { POLL_AFTER_MS } from '@/domain/devices/sign-in'
import { hashOfDeskToken, newDeskToken } from '@/cloud/desk-token'
import type { Handler } from '@/cloud/handler'
import { claimSession } from '@/cloud/store/queries/devices/sessions'
import { pollSignIn } from '@/cloud/store/queries/devices/sign-ins'

const SESSION_ID_BYTES = 10

/** Tells a desk what became of its sign-in; approved, it is claimed, and the host sets the cookie. */
export const claimAtDesk: Handler<'devices.claim'> = async ({ input, browser, dependencies }) => {
  const { store, clock, desks } = dependencies
  if (!desks) return { refusal: { code: 'NOT_OFFERED', facts: {} } }
  const now = clock.now()
  const secretHash = hashOfDeskToken(input.secret)
  const claim = { requestKey: input.requestKey, secretHash, ...browser }
  const standing = await pollSignIn(store.pool, claim, now)
  if (!standing) return { value: { state: 'expired', pollAfterMs: POLL_AFTER_MS } }
  if (standing.state !== 'approved') return { value: standing }
  const token = newDeskToken()
  const sessionId = `d-${localKey(randomBytes(SESSION_ID_BYTES))}`
  const session = { sessionId, tokenHash: hashOfDeskToken(token) }
  if (await claimSession(store.pool, claim, session, now)) {
    return { value: standing, atDesk: { token } }
  }
  return { value: { ...standing, state: 'claimed' } }
}
