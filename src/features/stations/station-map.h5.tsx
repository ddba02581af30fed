import { View } from '@tarojs/components'
import { aria } from '@/ui/aria'
import { offsetOf, placeOnRing } from './map-marks'
import type { StationMapProps } from './station-map'
import './station-plan.css'

/** Metres from the middle to the edge, and the rings within. */
const EDGE = 2000
const RINGS = [
  { metres: 500, text: '500 米' },
  { metres: 1000, text: '1 公里' },
  // Its words stand within: outside is the edge.
  { metres: 2000, text: '2 公里', words: 1890 },
]
/** What words and a numbered dot take beside each other, on the narrowest phone. */
const ROOM_FOR_WORDS = 330
/** As many as have a number that the list below repeats. */
const NUMBERED = 9

const percent = (metres: number) => `${50 + (metres / EDGE) * 48}%`
const at = ({ east, north }: { east: number; north: number }) => ({
  left: percent(east),
  top: percent(-north),
})

/** A plain plan of what is around: rings for the way, north up. The list below says it in words. */
export function StationMap({ origin, found }: StationMapProps) {
  const dots = found
    .map(({ station, distance }, index) => ({
      ...{ station, distance, number: index + 1 },
      offset: offsetOf(origin, station),
    }))
    .filter(({ distance }) => distance <= EDGE)
    .reverse()
  const offsets = dots.map(({ offset }) => offset)
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
        />
      ))}
      {RINGS.map(({ metres, text, words = metres }) => (
        <View
          key={text}
          className="plan-ring-text"
          style={at(placeOnRing(words, offsets, ROOM_FOR_WORDS))}
          {...aria({ hidden: true })}
        >
          {text}
        </View>
      ))}
      <View className="plan-origin" />
      {dots.map(({ station, number, offset }) => (
        <View
          key={station.stationId}
          className={number <= NUMBERED ? 'plan-dot plan-dot-numbered' : 'plan-dot'}
          style={at(offset)}
        >
          {number <= NUMBERED ? number : null}
        </View>
      ))}
    </View>
  )
}
