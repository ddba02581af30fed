import { View } from '@tarojs/components'
import { weekdayCharacter } from '@/domain/time/words'
import { useAppearance } from '@/ui/appearance'
import { aria } from '@/ui/aria'
import { Row, Rows } from '@/ui/row/row'
import { Tap } from '@/ui/tap/tap'
import type { PlannedDay } from './month-plan'
import './month-plan-grid.css'

interface MonthPlanGridProps {
  days: readonly PlannedDay[]
  onToggle: (date: string) => void
}

/** What the month will give, day by day; a tap blocks a day or gives it back. */
export function MonthPlanGrid({ days, onToggle }: MonthPlanGridProps) {
  const large = useAppearance(({ scale }) => scale) === 'large'
  if (large) return <DayList days={days} onToggle={onToggle} />
  return (
    <View className="plan">
      <View className="plan-weekdays" {...aria({ hidden: true })}>
        {[1, 2, 3, 4, 5, 6, 7].map((weekday) => (
          <View key={weekday}>{weekdayCharacter(weekday)}</View>
        ))}
      </View>
      <View className="plan-days">
        {days.map((day) => (
          <PlanDay key={day.date} day={day} onToggle={onToggle} />
        ))}
      </View>
    </View>
  )
}

const mayToggle = ({ state, past, outside }: PlannedDay): boolean =>
  !past && !outside && (state === 'open' || state === 'blocked')

const underOf = ({ state, count }: PlannedDay): string =>
  ({ open: count > 0 ? `${count} 个` : '', blocked: '停', rest: '休', none: '' })[state]

function PlanDay({ day, onToggle }: { day: PlannedDay } & Pick<MonthPlanGridProps, 'onToggle'>) {
  if (day.outside) return <View />
  const className = `plan-day plan-${day.past ? 'past' : day.state}`
  const inside = (
    <>
      <View className="plan-number">{day.day}</View>
      <View className="plan-under">{underOf(day)}</View>
      {day.taken > 0 ? <View className="plan-taken">{`约 ${day.taken}`}</View> : null}
    </>
  )
  if (!mayToggle(day)) return <View className={className}>{inside}</View>
  return (
    <Tap
      className={className}
      role="checkbox"
      pressed={day.state === 'open'}
      label={day.label}
      onTap={() => onToggle(day.date)}
    >
      {inside}
    </Tap>
  )
}

function DayList({ days, onToggle }: MonthPlanGridProps) {
  const some = days.filter(mayToggle)
  if (some.length === 0) return null
  return (
    <Rows label="这个月">
      {some.map(({ date, label, state }) => (
        <Row
          key={date}
          title={label.split('，')[0]}
          note={label.split('，').slice(1).join('，')}
          tag={{ tone: 'quiet', text: state === 'open' ? '这天停' : '恢复' }}
          label={`${label}，${state === 'open' ? '点一下这天停' : '点一下恢复'}`}
          onTap={() => onToggle(date)}
        />
      ))}
    </Rows>
  )
}
