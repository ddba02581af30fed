import { View } from '@tarojs/components'
import { aria } from '@/ui/aria'
import { Tap } from '@/ui/tap/tap'
import { OptionChips } from './option-chips'
import { WeekdayChips } from './weekday-chips'
import type { WhenForm } from './when-form'
import './when-part.css'

const BY = [
  { value: 'weekday', label: '第几个周几' },
  { value: 'day', label: '每月几号' },
] as const
const NTHS = [
  { value: '1', label: '第一个' },
  { value: '2', label: '第二个' },
  { value: '3', label: '第三个' },
  { value: '4', label: '第四个' },
  { value: '-1', label: '最后一个' },
]
const MONTH_DAYS = [...Array.from({ length: 31 }, (_, index) => index + 1), -1]

interface MonthlyPartProps {
  when: WhenForm
  onChange: (part: Partial<WhenForm>) => void
}

/** Which day of each month: the second Saturday, or the 15th. */
export function MonthlyPart({ when, onChange }: MonthlyPartProps) {
  const { monthBy, monthDays, nth, weekday } = when
  return (
    <>
      <OptionChips
        label="按什么定"
        options={BY}
        value={monthBy}
        onChange={(by) => onChange({ monthBy: by })}
      />
      {monthBy === 'weekday' ? (
        <>
          <OptionChips
            label="第几个"
            options={nth === 5 ? [...NTHS, { value: '5', label: '第五个' }] : NTHS}
            value={String(nth)}
            onChange={(value) => onChange({ nth: Number(value) })}
          />
          <WeekdayChips
            one
            label="周几"
            value={[weekday]}
            onTap={(value) => onChange({ weekday: value })}
          />
        </>
      ) : (
        <View className="month-days" {...aria({ role: 'group', label: '几号' })}>
          {MONTH_DAYS.map((day) => {
            const on = monthDays.includes(day)
            return (
              <Tap
                key={day}
                role="checkbox"
                pressed={on}
                className={on ? 'weekday weekday-on' : 'weekday'}
                label={day === -1 ? '最后一天' : `${day} 号`}
                onTap={() =>
                  onChange({
                    monthDays: on ? monthDays.filter((one) => one !== day) : [...monthDays, day],
                  })
                }
              >
                {day === -1 ? '末' : day}
              </Tap>
            )
          })}
        </View>
      )}
    </>
  )
}
