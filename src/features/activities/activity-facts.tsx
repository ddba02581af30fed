import { agesInWords } from '@/domain/seats/eligibility-words'
import { parseInstant } from '@/domain/time/instant'
import { whenInWords } from '@/domain/time/words'
import { Card } from '@/ui/card/card'
import { type Fact, Facts } from '@/ui/facts/facts'
import { type Activity, feeInWords, type Occurrence } from './activity-words'
import { limitFacts } from './limit-facts'

interface ActivityFactsProps {
  activity: Activity
  /** The next occurrence of what is looked at. */
  next: Occurrence | null
  centre: { name: string; address: string } | null
  now: number
  onWay: () => void
}

/** When, where, for whom, what it costs, what to bring, who holds it. */
export function ActivityFacts({ activity, next, centre, now, onWay }: ActivityFactsProps) {
  const { place, ages, fee, bring, host } = activity
  const when = next && whenInWords(parseInstant(next.startsAt), parseInstant(next.endsAt), now)
  const items: Fact[] = [
    {
      icon: 'clock',
      title: when ?? activity.ruleInWords,
      ...(when ? { note: activity.ruleInWords } : {}),
    },
    ...(next?.topic ? [{ icon: 'book' as const, title: `这一次：${next.topic}` }] : []),
    {
      icon: 'pin',
      title: next?.place ?? place,
      ...(centre
        ? { note: `${centre.name} · 去这里`, onTap: onWay, label: `在地图上看${centre.name}` }
        : {}),
    },
    {
      icon: 'people',
      title: `${agesInWords(ages) ?? '不限年龄'} · ${feeInWords(fee)}`,
      ...(fee.free ? {} : { note: '费用到中心交' }),
    },
    ...limitFacts(activity),
    ...(bring ? [{ icon: 'bag' as const, title: bring }] : []),
    { icon: 'host', title: host },
  ]
  return (
    <Card>
      <Facts items={items} />
    </Card>
  )
}
