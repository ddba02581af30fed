import { useMemo, useState } from 'react'
import { View } from '@tarojs/components'
import { calendarMarks } from '@/domain/calendar/calendar-marks'
import { monthOf } from '@/domain/time/date'
import { dateInWords } from '@/domain/time/words'
import { aria } from '../aria'
import { Button } from '../button/button'
import { FieldError } from '../field-error/field-error'
import { Icon } from '../icon/icon'
import { MonthGrid } from '../month-grid/month-grid'
import { Sheet } from '../sheet/sheet'
import { Tap } from '../tap/tap'
import './day-field.css'

interface DayFieldProps {
  label: string
  /** `YYYY-MM-DD`, or empty for not chosen yet. */
  value: string
  today: string
  error?: string | undefined
  onChange: (date: string) => void
}

const NONE = {}

/** One day, chosen from a month with its holidays. */
export function DayField({ label, value, today, error, onChange }: DayFieldProps) {
  const [open, setOpen] = useState(false)
  const [day, setDay] = useState(value || today)
  const [month, setMonth] = useState(monthOf(value || today))
  const marks = useMemo(() => (open ? calendarMarks(month) : NONE), [open, month])
  const said = value === '' ? '还没选' : dateInWords(value, today)
  const begin = () => {
    setDay(value || today)
    setMonth(monthOf(value || today))
    setOpen(true)
  }
  return (
    <View className="day-field">
      <View className="day-field-label" {...aria({ hidden: true })}>
        {label}
      </View>
      <FieldError>{error}</FieldError>
      <Tap
        className={error ? 'day-field-box day-field-wrong' : 'day-field-box'}
        label={[`${label}：${said}`, error].filter(Boolean).join('，')}
        onTap={begin}
      >
        <View className="day-field-said number">{said}</View>
        <Icon name="calendar" />
      </Tap>
      <Sheet open={open} title={label} onClose={() => setOpen(false)}>
        <MonthGrid
          month={month}
          days={marks}
          dots={NONE}
          today={today}
          selected={day}
          onSelect={setDay}
          onMonth={setMonth}
        />
        <View className="day-field-take">
          <Button
            block
            onTap={() => {
              setOpen(false)
              onChange(day)
            }}
          >
            {`就选 ${dateInWords(day, today)}`}
          </Button>
        </View>
      </Sheet>
    </View>
  )
}
