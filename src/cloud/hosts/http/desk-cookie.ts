import type { IncomingMessage } from 'node:http'
import { browserOf } from '@/domain/devices/browser'
import { hashOfDeskToken } from '@/cloud/desk-token'
import type { AtDesk } from '@/cloud/handler'
import type { DeskIdentity } from '@/cloud/identify'
import { cookieNamed } from './cookie'
import { refuseForeignPage } from './own-page'

/** The cookie of a session at a desk, as one kind of host sets it. */
export interface DeskCookie {
  name: string
  attributes: string
}

/** No script reads it, no other site sends it, and it goes with the browser (ASVS 4.0.3, 3.4). */
const KEPT_CLOSE = 'Path=/; HttpOnly; SameSite=Strict'

/** Behind TLS: bound to this one host name by its prefix (RFC 6265bis, 4.1.3.2). */
export const OVER_TLS: DeskCookie = {
  name: '__Host-changlai-desk',
  attributes: `${KEPT_CLOSE}; Secure`,
}

/** On http://127.0.0.1 not every browser takes a Secure cookie, and none the prefix without it. */
export const AT_HOME: DeskCookie = { name: 'changlai-desk', attributes: KEPT_CLOSE }

const TOKEN = /^[A-Za-z0-9_-]{43}$/

/**
 * The session that a browser's cookie names; null without one, and for what is no token. Refuses (400,
 * INVALID_INPUT) the cookie with what a page of another site could send as well.
 */
export function deskOf({ name }: DeskCookie, request: IncomingMessage): DeskIdentity | null {
  const token = cookieNamed(name, request.headers.cookie)
  if (token === undefined || !TOKEN.test(token)) return null
  refuseForeignPage(request)
  const tokenHash = hashOfDeskToken(token)
  return { provider: 'desk', tokenHash, ...browserOf(request.headers['user-agent']) }
}

/** The header that sets or takes away a browser's cookie; none where it stays as it is. */
export function cookieHeader(
  { name, attributes }: DeskCookie,
  atDesk: AtDesk | undefined,
): Record<string, string> | undefined {
  if (atDesk === undefined) return undefined
  const value = atDesk ? `${name}=${atDesk.token}; ` : `${name}=; Max-Age=0; `
  return { 'set-cookie': value + attributes }
}
