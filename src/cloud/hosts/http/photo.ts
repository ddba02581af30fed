import type { Store } from '@/cloud/store'
import { photoNamed } from '@/cloud/store/queries/stations/photo'
import { RequestRefused } from '../refusal'
import type { Reply } from './reply'
import type { Route } from './server'

const PATH = /^\/photo\/([a-z][a-z0-9-]{1,23})\/(p-[a-z2-7]{26})$/
/** A year: a picture never changes under its name, and another one has another name. */
const FOR_EVER = 'public, max-age=31536000, immutable'

/**
 * GET /photo/<centreId>/<photoId>: the picture of a station, a JPEG, with an ETag. Refuses (404,
 * NOT_FOUND) one that is not, or no longer, there.
 */
export function photoOfStation(store: Store): Route {
  return async ({ path, request }): Promise<Reply> => {
    const [, centreId, photoId] = PATH.exec(path) ?? []
    const jpeg = centreId && photoId ? await photoNamed(store.pool, centreId, photoId) : null
    if (!jpeg) throw new RequestRefused(404, 'NOT_FOUND', { what: 'photo' })
    const etag = `"${photoId}"`
    const known = (request.headers['if-none-match'] ?? '').split(',').map((tag) => tag.trim())
    const unchanged = known.some((tag) => tag === '*' || tag.replace(/^W\//, '') === etag)
    return {
      status: unchanged ? 304 : 200,
      type: 'image/jpeg',
      headers: { etag, 'cache-control': FOR_EVER },
      body: unchanged ? '' : jpeg,
    }
  }
}
