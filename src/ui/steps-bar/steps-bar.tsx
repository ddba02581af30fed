import { View } from '@tarojs/components'
import { aria } from '../aria'
import './steps-bar.css'

interface StepsBarProps {
  /** How many steps there are. */
  of: number
  /** The one that is shown, from 0. */
  at: number
}

/** How far one has come, as a line of short strokes. */
export function StepsBar({ of, at }: StepsBarProps) {
  return (
    <View className="steps-bar" {...aria({ role: 'img', label: `第 ${at + 1} 步，共 ${of} 步` })}>
      {Array.from({ length: of }, (_, index) => (
        <View key={index} className={index <= at ? 'steps-stroke steps-on' : 'steps-stroke'} />
      ))}
    </View>
  )
}
