import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { aria } from '@/ui/aria'
import type { Sentence } from '../refusal-words'
import { ProblemNote } from './problem-note'
import './plan-foot.css'

interface PlanFootProps {
  /** What is missing or wrong, in sentences; shown once somebody wanted to save. */
  missing: readonly string[]
  /** Why it was not saved. */
  problem: Sentence | null
  children: ReactNode
}

/** What can be done with what is written, in sight wherever one is in the form, and what is missing for it. */
export function PlanFoot({ missing, problem, children }: PlanFootProps) {
  return (
    <>
      <View className="plan-foot-gap" />
      <View className="plan-foot desk-foot">
        <ProblemNote problem={problem} />
        <View {...aria({ live: 'polite' })}>
          {missing.length > 0 ? (
            <View className="plan-missing">{`还差：${missing.join('；')}`}</View>
          ) : null}
        </View>
        <View className="plan-foot-acts desk-end">{children}</View>
      </View>
    </>
  )
}
