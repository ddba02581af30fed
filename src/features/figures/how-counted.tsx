import { View } from '@tarojs/components'
import { FEWEST } from '@/domain/figures/withhold'
import { FEW, WITHHELD } from './tables'

/** What is counted, and why some numbers are not there. */
export function HowCounted() {
  return (
    <View className="note figures-how">
      {`这里只数座位和课，没有谁的名字。不到 ${FEWEST} 个人的写“${FEW}”；分开来不到 ${FEWEST} 个人的写“${WITHHELD}”，` +
        '拿总数一减就能算出来的那几格也一样。图上不画没列出来的。'}
    </View>
  )
}
