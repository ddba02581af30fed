import type { Store } from '@/cloud/store'
import { photoNamed } from '@/cloud/store/queries/stations/photo'
import { RequestRefused } from '../refusal'
import { pictureReply } from './picture'
import type { Reply } from './reply'
import type { Route } from './server'

const PATH = /^\/photo\/([a-z][a-z0-9-]{1,23})\/(p-[a-z2-7]{26})$/

/**
 * GET /photo/<centreId>/<photoId>: the picture of a station, a JPEG, with an ETag. Refuses (404,
 * NOT_FOUND) one that is not, or no longer, there.
 */
export function photoOfStation(store: Store): Route {
  return async ({ path, request }): Promise<Reply> => {
    const [, centreId, photoId] = PATH.exec(path) ?? []
    const jpeg = centreId && photoId ? await photoNamed(store.pool, centreId, photoId) : null
    if (!jpeg || photoId === undefined)
      throw new RequestRefused(404, 'NOT_FOUND', { what: 'photo' })
    return pictureReply(request, photoId, jpeg)
  }
}
