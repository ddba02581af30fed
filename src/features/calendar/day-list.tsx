import { View } from '@tarojs/components'
import type { Output } from '@/contract'
import { dayInWords, monthDayInWords, weekdayInWords } from '@/domain/time/words'
import { Button } from '@/ui/button/button'
import { Empty } from '@/ui/empty/empty'
import { Section } from '@/ui/section/section'
import { LATER, nearDates, TODAY } from './near-days'
import { agendaOf } from './occurrences'
import { SpokenRows } from './spoken-rows'
import { stillToday } from './today-words'
import './near-days.css'

interface DayListProps {
  value: Output<'calendar.list'>
  /** What is looked at (near-days). */
  near: number
  /** `YYYY-MM-DD` */
  today: string
  /** Milliseconds since the epoch. */
  now: number
  bookedPools: ReadonlySet<string>
  onOpen: (activityId: string, poolId: string | null) => void
  onShow: (near: number) => void
}

/** What is on, day by day, and what to look at next. */
export function DayList({ value, near, today, now, onShow, ...rows }: DayListProps) {
  const days = nearDates(near, today)
    .map((date) => ({
      date,
      occurrences:
        date === today
          ? stillToday(value.occurrences, today, now)
          : agendaOf(value.occurrences, date, null),
    }))
    .filter(({ occurrences }) => occurrences.length > 0)
  return (
    <>
      {days.map(({ date, occurrences }) => {
        const { title, note } = headOf(date, today)
        return (
          <Section key={date} title={title} note={note}>
            <SpokenRows {...rows} label={title} now={now} occurrences={occurrences} />
          </Section>
        )
      })}
      {days.length === 0 ? (
        <Empty
          scene="tea"
          title={near === TODAY ? '今天没有了' : '这几天没有安排'}
          note="中心开着门，也可以来坐坐"
        />
      ) : null}
      <View className="near-turns">
        {turnsOf(near).map(({ label, to }) => (
          <Button key={label} kind="ghost" block onTap={() => onShow(to)}>
            {label}
          </Button>
        ))}
      </View>
    </>
  )
}

function headOf(date: string, today: string): { title: string; note?: string } {
  const title = dayInWords(date, today)
  const full = `${monthDayInWords(date)} ${weekdayInWords(date)}`
  return title === full ? { title } : { title, note: full }
}

/** What comes after, and from further ahead the way back. */
function turnsOf(near: number): { label: string; to: number }[] {
  if (near < LATER) return [{ label: near === TODAY ? '看明天' : '看后几天', to: near + 1 }]
  const on = { label: '看下一周', to: near + 1 }
  return near === LATER ? [on] : [on, { label: '看前一周', to: near - 1 }]
}
