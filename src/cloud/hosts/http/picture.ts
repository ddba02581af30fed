import type { IncomingMessage } from 'node:http'
import { RequestRefused } from '../refusal'
import type { Reply } from './reply'
import type { Route } from './server'

/** A year: a picture never changes under its name, and another one has another name. */
const FOR_EVER = 'public, max-age=31536000, immutable'

/**
 * `GET /<what>/<centreId>/<name>`: a kept picture, a JPEG, with an ETag. Refuses (404, NOT_FOUND) one
 * that is not, or no longer, there.
 */
export function pictureRoute(
  what: 'photo' | 'cover',
  find: (centreId: string, name: string) => Promise<Buffer | null>,
): Route {
  const PATH = new RegExp(`^/${what}/([a-z][a-z0-9-]{1,23})/(${what.charAt(0)}-[a-z2-7]{26})$`)
  return async ({ path, request }): Promise<Reply> => {
    const [, centreId, name] = PATH.exec(path) ?? []
    const jpeg = centreId && name ? await find(centreId, name) : null
    if (!jpeg || !name) throw new RequestRefused(404, 'NOT_FOUND', { what })
    return pictureReply(request, name, jpeg)
  }
}

/** A kept JPEG under its name, or that the asker has it already. */
function pictureReply(request: IncomingMessage, name: string, jpeg: Buffer): Reply {
  const etag = `"${name}"`
  const known = (request.headers['if-none-match'] ?? '').split(',').map((tag) => tag.trim())
  const unchanged = known.some((tag) => tag === '*' || tag.replace(/^W\//, '') === etag)
  return {
    status: unchanged ? 304 : 200,
    type: 'image/jpeg',
    headers: { etag, 'cache-control': FOR_EVER },
    body: unchanged ? '' : jpeg,
  }
}
