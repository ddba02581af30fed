import { View } from '@tarojs/components'
import { aria } from '../aria'
import { Icon } from '../icon/icon'
import { Tap } from '../tap/tap'
import './month-grid.css'

interface HeadProps {
  title: string
  onStep: (steps: number) => void
  /** Leads back to today; absent while today is what is shown. */
  today?: () => void
}

/** The name of the month, the way back to today, the months before and after. */
export function MonthHead({ title, onStep, today }: HeadProps) {
  return (
    <View className="month-head">
      <View className="month-title" {...aria({ role: 'heading', live: 'polite' })}>
        {title}
      </View>
      {today ? (
        <Tap className="month-today" label="回到今天" onTap={today}>
          <View className="month-today-face">今天</View>
        </Tap>
      ) : null}
      <View className="month-steps">
        <Tap className="month-step" label="上个月" onTap={() => onStep(-1)}>
          <Icon name="chevron-left" />
        </Tap>
        <Tap className="month-step" label="下个月" onTap={() => onStep(1)}>
          <Icon name="chevron-right" />
        </Tap>
      </View>
    </View>
  )
}

/** The same for a week under 大字: whole words on large targets. */
export function WeekHead({ title, onStep, today }: HeadProps) {
  return (
    <View className="week-head">
      <View className="month-title" {...aria({ role: 'heading', live: 'polite' })}>
        {title}
      </View>
      <View className="week-steps">
        <Tap className="week-step" onTap={() => onStep(-1)}>
          <Icon name="chevron-left" />
          上一周
        </Tap>
        {today ? (
          <Tap className="week-step" onTap={today}>
            今天
          </Tap>
        ) : null}
        <Tap className="week-step" onTap={() => onStep(1)}>
          下一周
          <Icon name="chevron-right" />
        </Tap>
      </View>
    </View>
  )
}
