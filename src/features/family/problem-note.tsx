import { View } from '@tarojs/components'
import { aria } from '@/ui/aria'
import type { Sentence } from '../refusal-words'
import './problem-note.css'

/** Why a change did not work and what to do next, where it was asked for. */
export function ProblemNote({ problem }: { problem: Sentence | null }) {
  if (!problem) return null
  return (
    <View className="family-problem" {...aria({ role: 'alert' })}>
      <View className="family-problem-title">{problem.title}</View>
      <View className="note number">{problem.next}</View>
    </View>
  )
}
