import { View } from '@tarojs/components'
import { Card } from '@/ui/card/card'
import { Section } from '@/ui/section/section'
import { OccurrenceRows } from './occurrence-rows'
import type { Occurrence } from './occurrences'
import { afterToday, otherDay, stillToday } from './today-words'

interface TodayProgrammeProps {
  occurrences: readonly Occurrence[]
  today: string
  now: number
  bookedPools: ReadonlySet<string>
  onOpen: (activityId: string, poolId: string | null) => void
  onAll: () => void
}

const TODAY_ROWS = 5
/** Today and what follows together fill about one screen. */
const ROWS_IN_ALL = 6

/** What is still on today; when that is little, what comes next. */
export function TodayProgramme(props: TodayProgrammeProps) {
  const { occurrences, today, now } = props
  const onToday = occurrences.some(({ startsAt }) => startsAt.slice(0, 10) === today)
  const left = stillToday(occurrences, today, now)
  const shown = left.slice(0, TODAY_ROWS)
  const next = afterToday(occurrences, today, left).slice(
    0,
    ROWS_IN_ALL - Math.max(1, shown.length),
  )
  const rest = left.length - shown.length
  return (
    <>
      <Section
        title="今天在中心"
        more={{ label: rest > 0 ? `还有 ${rest} 件` : '日历', onTap: props.onAll }}
      >
        {shown.length > 0 ? (
          <OccurrenceRows {...props} label="今天在中心" occurrences={shown} />
        ) : (
          <Card>
            <View>{onToday ? '今天的都结束了' : '今天没有安排'}</View>
            <View className="note">中心开着门，也可以来坐坐。</View>
          </Card>
        )}
      </Section>
      {next.length > 0 ? (
        <Section title="接下来">
          <OccurrenceRows
            {...props}
            label="接下来"
            occurrences={next}
            dayOf={(occurrence) => otherDay(occurrence, today)}
          />
        </Section>
      ) : null}
    </>
  )
}
