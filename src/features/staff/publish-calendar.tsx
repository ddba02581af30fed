import { useMemo, useState } from 'react'
import { View } from '@tarojs/components'
import { calendarMarks } from '@/domain/calendar/calendar-marks'
import { dateOf, monthOf } from '@/domain/time/date'
import { dateInWords } from '@/domain/time/words'
import { Empty } from '@/ui/empty/empty'
import { DotKey, MonthGrid } from '@/ui/month-grid/month-grid'
import { Row, Rows } from '@/ui/row/row'
import { Section } from '@/ui/section/section'
import { lessonDays, lessonsOfDay } from './lessons-of-day'
import { outcomeInWords } from './publish-words'
import type { Previewed } from './use-publish'

/** The months as they will be once the sheet is published, and what is on on the chosen day. */
export function PublishCalendar({ looked, now }: { looked: Previewed; now: number }) {
  const today = dateOf(now)
  const days = useMemo(() => lessonDays(looked.classes), [looked])
  const first = Object.keys(days).sort()[0] ?? today
  const [chosen, choose] = useState<string | null>(null)
  const [shown, show] = useState<string | null>(null)
  const day = chosen ?? first
  const month = shown ?? monthOf(first)
  const marks = useMemo(() => calendarMarks(month), [month])
  const lessons = lessonsOfDay(looked.classes, day)
  return (
    <Section title="发布以后的日历">
      <MonthGrid
        month={month}
        days={marks}
        dots={days}
        today={today}
        selected={day}
        onSelect={choose}
        onMonth={show}
      />
      <DotKey />
      <View className="timetable-day">{dateInWords(day, today)}</View>
      {lessons.length > 0 ? (
        <Rows label={`${dateInWords(day, today)}的课`}>
          {lessons.map(({ of, time, hours }) => (
            <Row
              key={`${of.cell} ${hours}`}
              time={time}
              title={of.title || '没有名称'}
              note={[hours, of.place].filter(Boolean).join(' · ')}
              tag={outcomeInWords(of)}
            />
          ))}
        </Rows>
      ) : (
        <Empty scene="tea" title="这一天没有课" note="点有圆点的日子看看" />
      )}
    </Section>
  )
}
