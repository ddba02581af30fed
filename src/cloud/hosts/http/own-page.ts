import type { IncomingMessage } from 'node:http'
import { RequestRefused } from '../refusal'

/** Carries the file's own name, percent-encoded UTF-8. A page of another site cannot set it unasked. */
export const FILE_NAME_HEADER = 'x-file-name'

/**
 * Refuses (400, INVALID_INPUT) a cookie with what a page of another site could send as well: such a
 * page cannot send JSON or a header of its own without being allowed to first (CORS).
 */
export function refuseForeignPage({ headers }: IncomingMessage): void {
  if (headers[FILE_NAME_HEADER] !== undefined) return
  if (/^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '')) return
  throw new RequestRefused(400, 'INVALID_INPUT', { path: 'content-type', reason: 'NOT_JSON' })
}
