import { View } from '@tarojs/components'
import { aria } from '@/ui/aria'
import type { Sentence } from '../refusal-words'
import './people.css'

/** Why a change did not work and what to do next, where it was asked for. */
export function Problem({ problem }: { problem: Sentence | null }) {
  if (!problem) return null
  return (
    <View className="people-problem" {...aria({ role: 'alert' })}>
      <View className="people-why">{problem.title}</View>
      <View className="number">{problem.next}</View>
    </View>
  )
}
