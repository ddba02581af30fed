import { View } from '@tarojs/components'
import { Card } from '@/ui/card/card'
import { type Fact, Facts } from '@/ui/facts/facts'
import { at, ODDS } from './ballot-words'
import type { DrawnPool } from './drawn-pool'
import { usePoolBallot } from './use-pool-ballot'
import './ballot-card.css'

interface BallotCardProps {
  pool: DrawnPool
  now: number
  onVerify: (ballotId: string) => void
}

/** What a pool that is drawn for says in the place of its seats: until when, how many, by what. */
export function BallotCard({ pool, now, onVerify }: BallotCardProps) {
  const { capacity, ballotId, state, opensAt, closesAt } = pool
  const { value: ballot } = usePoolBallot(pool)
  const entries: Fact = {
    icon: 'clock',
    title:
      state === 'upcoming'
        ? `${at(opensAt, now)} 开始登记`
        : state === 'closed'
          ? `${at(closesAt, now)} 截止了登记`
          : `登记到 ${at(closesAt, now)}`,
    note: '早登记晚登记都一样，不拼手速',
  }
  const number: Fact = ballot
    ? {
        icon: 'calendar',
        title: `${at(ballot.numberAt, now)} 公布数字再摇`,
        note: `用${ballot.numberSource}，谁也没法提前知道`,
      }
    : { icon: 'calendar', title: '摇号的时间还没公布', note: '公布以后就能登记' }
  const check: Fact = {
    icon: 'check',
    title: '名单封存了，谁都能验一验',
    label: '验一验这次摇号',
    onTap: () => ballotId && onVerify(ballotId),
  }
  return (
    <Card>
      <View className="ballot-count number">
        <View className="ballot-seats">{`摇号 · ${capacity} 席`}</View>
        {ballot ? <View className="note">{`已有 ${ballot.entries} 份登记`}</View> : null}
      </View>
      <Facts items={ballotId && state === 'closed' ? [entries, check] : [entries, number]} />
      <View className="note ballot-odds">{ODDS}</View>
    </Card>
  )
}
