import { View } from '@tarojs/components'
import { seatsLeft } from '@/domain/seats/pool'
import { parseInstant } from '@/domain/time/instant'
import { momentInWords } from '@/domain/time/words'
import { Card } from '@/ui/card/card'
import { Seats } from '@/ui/seats/seats'
import type { Pool } from './activity-words'
import './pool-seats.css'

interface PoolSeatsProps {
  pool: Pool
  now: number
  /** Who may book beyond what the times say, in plain words. */
  whoMayBook: string | null
}

/** Seats one can see, and the rule in a sentence. */
export function PoolSeats({ pool, now, whoMayBook }: PoolSeatsProps) {
  const { capacity, taken, held = 0, state, opensAt, closesAt } = pool
  const booked = taken - held
  const left = seatsLeft(pool)
  const times =
    state === 'upcoming'
      ? `${momentInWords(parseInstant(opensAt), now)} 开放报名`
      : state === 'closed'
        ? `${momentInWords(parseInstant(closesAt), now)} 截止了报名`
        : `${momentInWords(parseInstant(closesAt), now)} 截止报名`
  return (
    <Card>
      <View className="pool-count number">
        <View className="pool-left">{left > 0 ? `余 ${left} 席` : '报满了'}</View>
        <View className="note">{`${booked} 人已报${held > 0 ? `，${held} 席留给候补` : ''}`}</View>
      </View>
      <Seats capacity={capacity} taken={booked} held={held} />
      <View className="note number">{`共 ${capacity} 席，${times}`}</View>
      {whoMayBook ? <View className="note number">{whoMayBook}</View> : null}
    </Card>
  )
}
