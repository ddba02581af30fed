import { View } from '@tarojs/components'
import { aria } from '../aria'
import { Button } from '../button/button'
import { Scene } from '../scene/scene'
import '../empty/empty.css'

interface FailureProps {
  /** What happened. */
  title: string
  /** What is safe all the same. */
  safe: string
  onRetry: () => void
  busy?: boolean
}

/** It did not work: what happened, what is safe, and once more. */
export function Failure({ title, safe, onRetry, busy }: FailureProps) {
  return (
    <View className="empty" {...aria({ role: 'alert' })}>
      <Scene name="kite" />
      <View className="empty-title">{title}</View>
      <View className="empty-note">{safe}</View>
      <View className="empty-action">
        <Button kind="ghost" icon="refresh" busy={busy} onTap={onRetry}>
          再试一次
        </Button>
      </View>
    </View>
  )
}
