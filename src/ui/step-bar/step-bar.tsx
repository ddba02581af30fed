import { View } from '@tarojs/components'
import { aria } from '../aria'
import './step-bar.css'

interface StepBarProps {
  /** From 1. */
  at: number
  of: number
  /** `private` on the way through a private matter. */
  tone?: 'usual' | 'private'
}

/** How far one has come on a way of a few steps. */
export function StepBar({ at, of, tone = 'usual' }: StepBarProps) {
  return (
    <View className="step-bar" {...aria({ role: 'img', label: `第 ${at} 步，共 ${of} 步` })}>
      {Array.from({ length: of }, (_, index) => (
        <View key={index} className={index < at ? `step step-${tone}` : 'step'} />
      ))}
    </View>
  )
}
