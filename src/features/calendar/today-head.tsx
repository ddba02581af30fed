import { View } from '@tarojs/components'
import { Pieces } from '@/ui/pieces/pieces'
import type { Day } from './occurrences'
import { todayFacts, todayTitle } from './today-words'
import './today-head.css'

interface TodayHeadProps {
  /** `YYYY-MM-DD` */
  today: string
  day: Day | undefined
  /** 中心今天开到 21:00 */
  opening: string | null
  /** Milliseconds since the epoch. */
  now: number
}

/** What day it is, and until when the centre is open. */
export function TodayHead({ today, day, opening, now }: TodayHeadProps) {
  const facts = [...todayFacts(today, day), ...(opening ? [opening] : [])]
  return (
    <View className="today">
      <View className="title">{todayTitle(today, day, now)}</View>
      <View className="note number">
        <Pieces>{facts.join(' · ')}</Pieces>
      </View>
    </View>
  )
}
