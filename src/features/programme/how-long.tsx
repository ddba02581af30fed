import { useState } from 'react'
import { View } from '@tarojs/components'
import { addDays } from '@/domain/time/date'
import { DayField } from '@/ui/day-field/day-field'
import { TextField } from '@/ui/text-field/text-field'
import { OptionChips } from './option-chips'
import type { Wrong } from './plan-check'
import type { Ending, WhenForm } from './when-form'
import './when-part.css'

const OTHER = ''
const LENGTHS = [
  { value: '60', label: '1 小时' },
  { value: '90', label: '1.5 小时' },
  { value: '120', label: '2 小时' },
  { value: '180', label: '3 小时' },
  { value: OTHER, label: '别的' },
]
const ENDINGS: readonly { value: Ending; label: string }[] = [
  { value: 'count', label: '上几次' },
  { value: 'until', label: '到哪天' },
  { value: 'open', label: '一直办下去' },
]

interface HowLongProps {
  when: WhenForm
  wrong: Wrong
  onChange: (part: Partial<WhenForm>) => void
}

/** How long each time lasts: one of the usual lengths, or so many minutes. */
export function LengthPart({ when, wrong, onChange }: HowLongProps) {
  const usual = LENGTHS.some(({ value }) => value === when.minutes)
  const [other, setOther] = useState(!usual)
  return (
    <>
      <View className="when-label">多长时间</View>
      <OptionChips
        label="多长时间"
        options={LENGTHS}
        value={other ? OTHER : when.minutes}
        onChange={(minutes) => {
          setOther(minutes === OTHER)
          if (minutes !== OTHER) onChange({ minutes })
        }}
      />
      {other || wrong.minutes ? (
        <TextField
          label="一次多少分钟"
          value={when.minutes}
          maxLength={4}
          {...(wrong.minutes && { error: wrong.minutes })}
          onChange={(minutes) => onChange({ minutes })}
        />
      ) : null}
    </>
  )
}

/** When it ends: after so many times, on a day, or not. */
export function EndPart({ when, wrong, today, onChange }: HowLongProps & { today: string }) {
  return (
    <>
      <View className="when-label">办到什么时候</View>
      <OptionChips
        label="办到什么时候"
        options={ENDINGS}
        value={when.ends}
        onChange={(ends) =>
          onChange({
            ends,
            ...(ends === 'until' && when.until === '' && { until: addDays(when.startsOn, 84) }),
          })
        }
      />
      {when.ends === 'count' ? (
        <TextField
          label="一共几次"
          value={when.count}
          maxLength={3}
          {...(wrong.ends && { error: wrong.ends })}
          onChange={(count) => onChange({ count })}
        />
      ) : null}
      {when.ends === 'until' ? (
        <DayField
          label="到哪天为止"
          value={when.until}
          today={today}
          error={wrong.ends}
          onChange={(until) => onChange({ until })}
        />
      ) : null}
    </>
  )
}
