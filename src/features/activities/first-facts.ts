import { occurrenceTitle } from '@/domain/calendar/occurrence-title'
import { parseInstant } from '@/domain/time/instant'
import { spokenMoment, untilHourInWords } from '@/domain/time/spoken'
import type { Fact } from '@/ui/facts/facts'
import { type Activity, feeInWords, type Occurrence } from './activity-words'

interface Asked {
  /** The next occurrence of what is looked at. */
  next: Occurrence | null
  /** How many lessons a seat is for. */
  lessons: number
  centre: { name: string } | null
  /** Milliseconds since the epoch. */
  now: number
  onWay: () => void
}

/** What it is called on the day that is looked at: 社区大讲堂：冬季急救. */
export function firstTitle({ title }: Activity, next: Occurrence | null): string {
  return occurrenceTitle(title, { topic: next?.topic ?? null })
}

/** What is asked first, in spoken words: when, where, what to bring; a fee, where there is one. */
export function firstFacts(activity: Activity, asked: Asked): Fact[] {
  const { next, lessons, centre, now, onWay } = asked
  const { ruleInWords, place, bring, fee } = activity
  const [startsAt, endsAt] = next
    ? [parseInstant(next.startsAt), parseInstant(next.endsAt)]
    : [0, 0]
  const until = untilHourInWords(startsAt, endsAt)
  return [
    next
      ? {
          icon: 'clock',
          title: spokenMoment(startsAt, now),
          note: lessons > 1 ? `${until}，共 ${lessons} 课` : until,
        }
      : { icon: 'clock', title: ruleInWords },
    {
      icon: 'pin',
      title: next?.place ?? place,
      ...(centre
        ? { note: `${centre.name} · 去这里`, onTap: onWay, label: `在地图上看${centre.name}` }
        : {}),
    },
    ...(bring ? [{ icon: 'bag' as const, title: bring }] : []),
    ...(fee.free ? [] : [{ icon: 'info' as const, title: feeInWords(fee), note: '费用到中心交' }]),
  ]
}
