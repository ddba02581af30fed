import { useEffect } from 'react'
import Taro from '@tarojs/taro'
import { Map, View } from '@tarojs/components'
import type { FoundStation } from '@/domain/stations/finder'
import { distanceText, openingTag } from './station-words'
import type { Origin } from './use-origin'
import './station-map.css'

export interface StationMapProps {
  origin: Origin
  found: readonly FoundStation[]
  /** Milliseconds since the epoch. */
  now: number
  onSelect: (stationId: string) => void
}

const MAP = 'stations-map'
/** Streets and their names: about two kilometres across a phone. */
const SCALE = 14
const PIN = '/ui/tab-bar/icons/pin-day-on.png'
const PIN_SIDE = 36
/** Markers nearer to each other than this on screen are one, in px. */
const CLUSTER = 48

function markersOf(found: readonly FoundStation[], now: number) {
  return found.map(({ station, distance, opening }, index) => ({
    id: index + 1,
    latitude: station.lat,
    longitude: station.lng,
    iconPath: PIN,
    width: PIN_SIDE,
    height: PIN_SIDE,
    joinCluster: true,
    ariaLabel: `${station.name}，${distanceText(distance)}`,
    callout: {
      content: `${station.name} · ${openingTag(station, opening, now).text}`,
      display: 'BYCLICK' as const,
      ...{ color: '#231e1a', bgColor: '#ffffff', borderColor: '#e8e0d6', borderWidth: 1 },
      ...{ fontSize: 15, borderRadius: 8, padding: 10, textAlign: 'center' as const },
      ...{ anchorX: 0, anchorY: 0 },
    },
  }))
}

/** WeChat's own map with the stations on it, those near to each other as one. */
export function StationMap({ origin, found, now, onSelect }: StationMapProps) {
  const names = found.map(({ station }) => station.stationId).join()
  useEffect(() => {
    // Before this rendering has reached the view layer there is no map to draw on.
    Taro.nextTick(() => {
      const map = Taro.createMapContext(MAP)
      // An old base library draws no clusters, but the same markers.
      const settle = (asked: Promise<unknown> | undefined) => asked?.catch(() => undefined)
      void settle(map.initMarkerCluster({ enableDefaultStyle: true, gridSize: CLUSTER }))
      void settle(map.addMarkers({ markers: markersOf(found, now), clear: true }))
    })
    // oxlint-disable-next-line react/exhaustive-deps -- drawn anew when other stations are near, not every half minute
  }, [names])
  const select = (markerId: number | string) => {
    const chosen = found[Number(markerId) - 1]
    if (chosen) onSelect(chosen.station.stationId)
  }
  return (
    <View className="station-map">
      <Map
        id={MAP}
        className="station-map-field"
        latitude={origin.lat}
        longitude={origin.lng}
        scale={SCALE}
        onMarkerTap={({ detail }) => select(detail.markerId)}
        onCalloutTap={({ detail }) => select(detail.markerId)}
        onError={() => undefined}
      />
    </View>
  )
}
