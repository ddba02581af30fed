import { centreOf } from '@/domain/access/key'
import type { Handler } from '@/cloud/handler'
import { type StationRow, oneStation } from '@/cloud/store/queries/stations/list'
import { photoNamed } from '@/cloud/store/queries/stations/photo'

type Hung = Pick<StationRow, 'centre_id' | 'photo' | 'photo_width' | 'photo_height'>

/** What hangs at a station, as the wire names it. */
export function photoOnTheWire({ centre_id, photo, photo_width, photo_height }: Hung) {
  if (photo === null) return { photo: null, photoShape: null }
  return {
    photo: `/photo/${centre_id}/${photo}`,
    photoShape: { width: photo_width!, height: photo_height! },
  }
}

/** A station's photo itself, for phones that have no HTTP host to get it from. */
export const stationPhoto: Handler<'stations.photo'> = async ({ input, dependencies }) => {
  const { store } = dependencies
  const centreId = centreOf(input.stationId)
  const row = await oneStation(store.db, { centreId, stationId: input.stationId })
  if (!row) return { refusal: { code: 'NOT_FOUND', facts: { what: 'station' } } }
  const { photo, photoShape } = photoOnTheWire(row)
  const jpeg = row.photo === null ? null : await photoNamed(store.pool, centreId, row.photo)
  if (jpeg === null || photo === null) {
    return { refusal: { code: 'NOT_FOUND', facts: { what: 'photo' } } }
  }
  return { value: { photo, photoShape, jpeg: jpeg.toString('base64') } }
}
