import { View } from '@tarojs/components'
import { distanceInWords } from '@/domain/stations/distance'
import './distance.css'

/** How far, in large figures; `metres` as the crow flies. */
export function Distance({ metres, large = false }: { metres: number; large?: boolean }) {
  const { number, unit } = distanceInWords(metres)
  return (
    <View className={large ? 'distance distance-large' : 'distance'}>
      <View className="distance-number">{number}</View>
      <View className="distance-unit">{unit}</View>
    </View>
  )
}
