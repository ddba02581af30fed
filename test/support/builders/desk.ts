import type { Dispatch } from '../../../src/cloud/dispatch'
import { hashOfDeskToken } from '../../../src/cloud/desk-token'
import type { DeskIdentity } from '../../../src/cloud/identify'
import type { Input, Output } from '../../../src/contract'
import type { Browser } from '../../../src/domain/devices/browser'
import { callerOf, newRequestId, valueOf } from './caller'

/** The computer of the tests. */
export const OFFICE_PC: Browser = { browser: 'edge', system: 'windows' }

/** A sign-in as its desk knows it. */
export type Begun = Output<'devices.begin'>

/** A call of a desk that nobody is signed in at. */
async function sent(dispatch: Dispatch, operation: string, input: object, browser: Browser) {
  const request = { operation, input, client: '1.0.0' }
  const { answer, atDesk } = await dispatch({ request, identity: null, browser: () => browser })
  return { answer: answer as { ok: boolean; value: unknown }, atDesk }
}

export async function beginAt(dispatch: Dispatch, browser = OFFICE_PC): Promise<Begun> {
  return (await sent(dispatch, 'devices.begin', {}, browser)).answer.value as Begun
}

/** What a claim answers, and the token that the host would put into the cookie; null for none. */
export async function claimAt(
  dispatch: Dispatch,
  { requestKey, secret }: Input<'devices.claim'>,
  browser = OFFICE_PC,
): Promise<Output<'devices.claim'> & { token: string | null }> {
  const { answer, atDesk } = await sent(dispatch, 'devices.claim', { requestKey, secret }, browser)
  return { ...(answer.value as Output<'devices.claim'>), token: atDesk?.token ?? null }
}

/** Who asks with the cookie of a session. */
export function deskIdentity(token: string, browser = OFFICE_PC): DeskIdentity {
  return { provider: 'desk', tokenHash: hashOfDeskToken(token), ...browser }
}

/** Sends one call with a session; gives its answer and what becomes of the cookie. */
export async function atDesk(
  dispatch: Dispatch,
  identity: DeskIdentity,
  operation: string,
  input: object = {},
) {
  const request = { operation, input, requestId: newRequestId(), client: '1.0.0' }
  return dispatch({ request, identity })
}

/** Signs somebody in at a desk; gives the token of its cookie. */
export async function aDeskOf(dispatch: Dispatch, subject: string): Promise<string> {
  const begun = await beginAt(dispatch)
  const phone = callerOf(dispatch, subject)
  valueOf(await phone('devices.look', { code: begun.code }))
  valueOf(await phone('devices.approve', { code: begun.code, check: begun.check }))
  return (await claimAt(dispatch, begun)).token!
}
