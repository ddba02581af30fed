import { View } from '@tarojs/components'
import type { Day } from './occurrences'
import { todayFacts, todayTitle } from './today-words'
import './today-head.css'

interface TodayHeadProps {
  /** `YYYY-MM-DD` */
  today: string
  day: Day | undefined
  /** 中心今天开到 21:00 */
  opening: string | null
}

/** What day it is, and until when the centre is open. */
export function TodayHead({ today, day, opening }: TodayHeadProps) {
  const facts = [...todayFacts(today, day), ...(opening ? [opening] : [])]
  return (
    <View className="today">
      <View className="title">{todayTitle(today, day)}</View>
      <View className="note number">{facts.join(' · ')}</View>
    </View>
  )
}
