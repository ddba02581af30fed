import { View } from '@tarojs/components'
import { aria } from '../aria'
import { Icon } from '../icon/icon'
import { Tap } from '../tap/tap'

interface MonthHeadProps {
  title: string
  /** What one step is: 月 or 周. */
  unit: '月' | '周'
  onStep(steps: number): void
  /** Leads back to today; absent while today is what is shown. */
  today?(): void
}

/** The name of what is shown, the steps before and after it, and the way back to today. */
export function MonthHead({ title, unit, onStep, today }: MonthHeadProps) {
  const word = unit === '月' ? '个月' : '周'
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
        <Tap className="month-step" label={`上一${word}`} onTap={() => onStep(-1)}>
          <Icon name="chevron-left" />
        </Tap>
        <Tap className="month-step" label={`下一${word}`} onTap={() => onStep(1)}>
          <Icon name="chevron-right" />
        </Tap>
      </View>
    </View>
  )
}
