import { View } from '@tarojs/components'
import { Icon } from '../icon/icon'
import './check-box.css'

interface CheckBoxProps {
  on: boolean
  /** `private` for what concerns a private matter. */
  tone?: 'usual' | 'private'
  /** Cannot be ticked. */
  disabled?: boolean
}

/** The square before something to tick; whatever holds it says what it is and is tapped. */
export function CheckBox({ on, tone = 'usual', disabled = false }: CheckBoxProps) {
  const state = disabled ? ' check-box-off' : on ? ` check-box-${tone}` : ''
  return <View className={`check-box${state}`}>{on ? <Icon name="check" size={16} /> : null}</View>
}
