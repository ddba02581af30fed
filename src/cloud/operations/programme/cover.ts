import { centreOf } from '@/domain/access/key'
import type { Handler } from '@/cloud/handler'
import { coverOnTheWire } from '@/cloud/programme/cover-on-the-wire'
import { coverOf } from '@/cloud/store/queries/programme/cover'

/** An activity's picture itself, for phones that have no HTTP host to get it from. */
export const coverOfActivity: Handler<'programme.cover'> = async ({ input, dependencies }) => {
  const { activityId, cover: said = '' } = input
  const key = { centreId: centreOf(activityId), activityId }
  const hung = await coverOf(dependencies.store.pool, key, said.slice(said.lastIndexOf('/') + 1))
  if (!hung) return { refusal: { code: 'NOT_FOUND', facts: { what: 'activity' } } }
  const { cover, coverShape } = coverOnTheWire(hung)
  if (cover === null || hung.jpeg === null) {
    return { refusal: { code: 'NOT_FOUND', facts: { what: 'cover' } } }
  }
  return { value: { cover, coverShape, jpeg: hung.jpeg.toString('base64') } }
}
