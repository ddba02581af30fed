import { View } from '@tarojs/components'
import { aria } from '@/ui/aria'
import type { Sentence } from '../refusal-words'
import './problem-note.css'

/** Why something did not work, and what to do next. */
export function ProblemNote({ problem }: { problem: Sentence | null }) {
  if (problem === null) return null
  return (
    <View className="plan-problem" {...aria({ role: 'alert' })}>
      <View className="plan-problem-title">{problem.title}</View>
      <View>{problem.next}</View>
    </View>
  )
}
