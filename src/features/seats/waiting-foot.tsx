import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { aria } from '@/ui/aria'
import './waiting-foot.css'

interface WaitingFootProps {
  title: string
  /** Beside the title: how long still, how many times. */
  count: ReactNode
  note: string
  /** What fills, or the way back. */
  children: ReactNode
}

/** For the footer of a screen while something is waited for: how it stands, over the whole width. */
export function WaitingFoot({ title, count, note, children }: WaitingFootProps) {
  return (
    <View className="waiting-foot">
      <View className="waiting-head">
        <View className="foot-title" {...aria({ role: 'status', live: 'polite' })}>
          {title}
        </View>
        <View className="waiting-count number">{count}</View>
      </View>
      <View className="note number" {...aria({ live: 'polite' })}>
        {note}
      </View>
      {children}
    </View>
  )
}
