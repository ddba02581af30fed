import type { StationBrief } from '@/domain/stations/station'
import type { MapPlace } from '@/gateway/device/map-links'
import { openOnMap } from '@/gateway/device/places'

type Placed = Pick<StationBrief, 'name' | 'address' | 'lat' | 'lng'>

/** Where a station is, for the maps. */
export function placeOf({ name, address, lat, lng }: Placed): MapPlace {
  return { name, address, lat, lng }
}

/** Opens WeChat's map; false where the maps of the web have to be offered instead. */
export function showWayTo(station: Placed): boolean {
  return openOnMap(placeOf(station))
}
