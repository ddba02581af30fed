import { View } from '@tarojs/components'
import { aria } from '@/ui/aria'
import type { Sentence } from '../refusal-words'
import './problem.css'

/** Why something was not done and what to do next, where it was asked for. */
export function Problem({ problem }: { problem: Sentence | null }) {
  if (!problem) return null
  return (
    <View className="ballot-problem" {...aria({ role: 'alert' })}>
      <View className="ballot-problem-title">{problem.title}</View>
      <View className="number">{problem.next}</View>
    </View>
  )
}
