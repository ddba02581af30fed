import { centreOf } from '@/domain/access/key'
import { STATION_PAGE, sceneOf } from '@/domain/stations/scene'
import type { Handler } from '@/cloud/handler'
import { oneStation } from '@/cloud/store/queries/stations/list'

/** What staff hang at a station's door: its code, as a picture where the platform draws one. */
export const doorSign: Handler<'stations.doorSign'> = async ({ input, dependencies }) => {
  const { store, drawMiniProgramCode } = dependencies
  const { stationId } = input
  const station = await oneStation(store.db, { centreId: centreOf(stationId), stationId })
  if (!station) return { refusal: { code: 'NOT_FOUND', facts: { what: 'station' } } }
  const { door_code: doorCode } = station
  const scene = sceneOf(doorCode)
  const picture = await drawMiniProgramCode?.({ page: STATION_PAGE, scene })
  return {
    value: { doorCode, scene, page: STATION_PAGE, picture: picture?.toString('base64') ?? null },
  }
}
