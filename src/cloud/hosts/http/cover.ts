import type { Store } from '@/cloud/store'
import { coverNamed } from '@/cloud/store/queries/programme/cover'
import { RequestRefused } from '../refusal'
import type { Route } from './server'
import { pictureReply } from './picture'

const PATH = /^\/cover\/([a-z][a-z0-9-]{1,23})\/(c-[a-z2-7]{26})$/

/**
 * GET /cover/<centreId>/<coverId>: the picture of an activity, a JPEG, with an ETag. Refuses (404,
 * NOT_FOUND) one that is not, or no longer, there.
 */
export function coverOfActivity(store: Store): Route {
  return async ({ path, request }) => {
    const [, centreId, coverId] = PATH.exec(path) ?? []
    const jpeg = centreId && coverId ? await coverNamed(store.pool, centreId, coverId) : null
    if (!jpeg || coverId === undefined)
      throw new RequestRefused(404, 'NOT_FOUND', { what: 'cover' })
    return pictureReply(request, coverId, jpeg)
  }
}
