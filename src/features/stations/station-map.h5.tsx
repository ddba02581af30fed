import { View } from '@tarojs/components'
import { aria } from '@/ui/aria'
import { offsetOf } from './map-marks'
import type { StationMapProps } from './station-map'
import './station-plan.css'

/** Metres from the middle to the edge, and the rings within. */
const EDGE = 2000
const RINGS = [
  { metres: 500, text: '500 米' },
  { metres: 1000, text: '1 公里' },
  { metres: 2000, text: '2 公里' },
]
/** As many as have a number that the list below repeats. */
const NUMBERED = 9

const percent = (metres: number) => `${50 + (metres / EDGE) * 48}%`

/** A plain plan of what is around: rings for the way, north up. The list below says it in words. */
export function StationMap({ origin, found }: StationMapProps) {
  const dots = found
    .map(({ station, distance }, index) => ({ station, distance, number: index + 1 }))
    .filter(({ distance }) => distance <= EDGE)
    .reverse()
  return (
    <View
      className="plan"
      {...aria({ role: 'img', label: `${origin.name}周围两公里有 ${dots.length} 个驿站` })}
    >
      <View className="plan-north" {...aria({ hidden: true })}>
        北
      </View>
      {RINGS.map(({ metres, text }) => (
        <View
          key={text}
          className="plan-ring"
          style={{ width: `${(metres / EDGE) * 96}%`, height: `${(metres / EDGE) * 96}%` }}
        >
          <View className="plan-ring-text">{text}</View>
        </View>
      ))}
      <View className="plan-origin" />
      {dots.map(({ station, number }) => {
        const { east, north } = offsetOf(origin, station)
        return (
          <View
            key={station.stationId}
            className={number <= NUMBERED ? 'plan-dot plan-dot-numbered' : 'plan-dot'}
            style={{ left: percent(east), top: percent(-north) }}
          >
            {number <= NUMBERED ? number : null}
          </View>
        )
      })}
    </View>
  )
}
