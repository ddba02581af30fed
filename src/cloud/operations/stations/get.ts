import { centreOf } from '@/domain/access/key'
import { toInstantText } from '@/domain/time/instant'
import type { Handler } from '@/cloud/handler'
import { oneStation } from '@/cloud/store/queries/stations/list'
import { holidaysAround, stationOf } from './station'

/** One station, by its id or the code at its door. */
export const getStation: Handler<'stations.get'> = async ({ input, dependencies }) => {
  const { store, clock } = dependencies
  const { stationId, doorCode } = input
  const key =
    stationId === undefined ? { doorCode: doorCode! } : { centreId: centreOf(stationId), stationId }
  const row = await oneStation(store.db, key)
  if (!row) return { refusal: { code: 'NOT_FOUND', facts: { what: 'station' } } }
  const now = clock.now().getTime()
  return { value: { now: toInstantText(now), ...stationOf(row, now, holidaysAround(now)) } }
}
