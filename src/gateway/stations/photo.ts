import { call } from '../call/call'
import { pictureSource } from '../pictures/picture-source'

/** Where an image finds a station's photo; null where it cannot be had now. */
export function photoSource(stationId: string, photo: string): Promise<string | null> {
  return pictureSource('station-photo', photo, async () => {
    const reply = await call('stations.photo', { stationId })
    return reply.ok ? { address: reply.value.photo, jpeg: reply.value.jpeg } : null
  })
}
