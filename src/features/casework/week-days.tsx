import { useState } from 'react'
import { View } from '@tarojs/components'
import { weekdayCharacter } from '@/domain/time/words'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button/button'
import { Chip } from '@/ui/chip/chip'
import { Row, Rows } from '@/ui/row/row'
import { Sheet } from '@/ui/sheet/sheet'
import { Tap } from '@/ui/tap/tap'
import { markingInWords, useMarking } from './week-hours'
import { rowsOf, spanAt, spansInWords, timeOfMinutes, type WeekSpans } from './week-spans'
import './week-days.css'

interface WeekDaysProps {
  week: WeekSpans
  onChange: (week: WeekSpans) => void
}

/** The same week under 大字: a weekday to a line, its hours on large targets in a sheet. */
export function WeekDays({ week, onChange }: WeekDaysProps) {
  const [weekday, setWeekday] = useState<number | null>(null)
  return (
    <>
      <Rows label="每周的时间">
        {[1, 2, 3, 4, 5, 6, 7].map((one) => (
          <Row
            key={one}
            title={`周${weekdayCharacter(one)}`}
            note={spansInWords(week[one]) ?? '没有时间'}
            onTap={() => setWeekday(one)}
          />
        ))}
      </Rows>
      <Sheet
        open={weekday !== null}
        title={weekday === null ? '' : `周${weekdayCharacter(weekday)}`}
        onClose={() => setWeekday(null)}
      >
        {weekday === null ? null : (
          <DayHours key={weekday} weekday={weekday} week={week} onChange={onChange} />
        )}
        <Button kind="private" block onTap={() => setWeekday(null)}>
          好了
        </Button>
      </Sheet>
    </>
  )
}

/** The parts of a day, in minutes since midnight: each fits on a sheet. */
const PARTS = [
  { value: 'morning', label: '上午', from: 0, until: 12 * 60 },
  { value: 'afternoon', label: '下午', from: 12 * 60, until: 18 * 60 },
  { value: 'evening', label: '晚上', from: 18 * 60, until: 24 * 60 },
] as const

function DayHours({ weekday, week, onChange }: WeekDaysProps & { weekday: number }) {
  const { tap, ...marking } = useMarking({ week, onChange })
  const { from } = marking
  const [part, setPart] = useState<(typeof PARTS)[number]['value']>('afternoon')
  const shown = PARTS.find(({ value }) => value === part)!
  const rows = rowsOf(week).filter((minutes) => minutes >= shown.from && minutes < shown.until)
  return (
    <>
      <View className="note" {...aria({ role: 'status', live: 'polite' })}>
        {markingInWords(marking)}
      </View>
      <View className="day-parts" {...aria({ role: 'radiogroup', label: '哪一段' })}>
        {PARTS.map(({ value, label }) => (
          <Chip key={value} selected={value === part} onTap={() => setPart(value)}>
            {label}
          </Chip>
        ))}
      </View>
      <View className="day-hours">
        {rows.map((minutes) => {
          const on = spanAt(week, { weekday, minutes }) !== null
          const first = from?.weekday === weekday && from.minutes === minutes
          return (
            <Tap
              key={minutes}
              role="checkbox"
              className={on ? 'day-hour day-hour-on' : 'day-hour'}
              pressed={on}
              onTap={() => tap({ weekday, minutes })}
            >
              {`${timeOfMinutes(minutes)}${first ? ' 起' : ''}`}
            </Tap>
          )
        })}
      </View>
    </>
  )
}
