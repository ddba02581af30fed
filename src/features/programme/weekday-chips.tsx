import { View } from '@tarojs/components'
import { weekdayCharacter } from '@/domain/time/words'
import { aria } from '@/ui/aria'
import { Tap } from '@/ui/tap/tap'
import './weekday-chips.css'

interface WeekdayChipsProps {
  label: string
  /** ISO: 1 Monday … 7 Sunday. */
  value: readonly number[]
  /** Only one of them. */
  one?: boolean
  onTap: (weekday: number) => void
}

/** The seven weekdays in one row, as in a calendar. */
export function WeekdayChips({ label, value, one = false, onTap }: WeekdayChipsProps) {
  return (
    <View className="weekdays" {...aria({ role: one ? 'radiogroup' : 'list', label })}>
      {[1, 2, 3, 4, 5, 6, 7].map((weekday) => {
        const on = value.includes(weekday)
        return (
          <Tap
            key={weekday}
            role={one ? 'radio' : 'checkbox'}
            pressed={on}
            className={on ? 'weekday weekday-on' : 'weekday'}
            label={`周${weekdayCharacter(weekday)}`}
            onTap={() => onTap(weekday)}
          >
            {weekdayCharacter(weekday)}
          </Tap>
        )
      })}
    </View>
  )
}
