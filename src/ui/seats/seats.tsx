import { View } from '@tarojs/components'
import { useAppearance } from '../appearance'
import { aria } from '../aria'
import { seatColumns, seatDrawing, seatSentence, type SeatCount } from './seat-shapes'
import './seats.css'

/** Seats one can see: taken, kept for the waiting list, free; told by shape as well as hue. */
export function Seats(count: SeatCount) {
  const most = useAppearance(({ scale }) => scale) === 'large' ? 10 : 15
  const drawing = seatDrawing(count)
  const spoken = aria({ role: 'img', label: seatSentence(count) })
  if (drawing.kind === 'bar') {
    return (
      <View className="seats-bar" {...spoken}>
        <View className="seats-bar-taken" style={{ width: `${drawing.takenPercent}%` }} />
        <View className="seats-bar-held seat-held" style={{ width: `${drawing.heldPercent}%` }} />
      </View>
    )
  }
  return (
    <View
      className="seats"
      style={{ gridTemplateColumns: `repeat(${seatColumns(count.capacity, most)}, 1fr)` }}
      {...spoken}
    >
      {drawing.shapes.map((seat, index) => (
        <View key={index} className={`seat seat-${seat}`} />
      ))}
    </View>
  )
}
