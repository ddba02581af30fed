import { call } from '../call/call'
import { pictureSource } from '../pictures/picture-source'

/**
 * Where an image finds an activity's cover, by the address that the activity gives: a draft's too,
 * which staff look at. Null where it cannot be had now.
 */
export function coverSource(activityId: string, cover: string): Promise<string | null> {
  return pictureSource('activity-cover', cover, async () => {
    const reply = await call('programme.cover', { activityId, cover })
    return reply.ok ? { address: reply.value.cover, jpeg: reply.value.jpeg } : null
  })
}
