import type { IncomingMessage } from 'node:http'
import type { Reply } from './reply'

/** A year: a picture never changes under its name, and another one has another name. */
const FOR_EVER = 'public, max-age=31536000, immutable'

/** A kept JPEG under its name, or that the asker has it already. */
export function pictureReply(request: IncomingMessage, name: string, jpeg: Buffer): Reply {
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
