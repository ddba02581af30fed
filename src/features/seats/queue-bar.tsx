import { View } from '@tarojs/components'
import type { Progress } from '@/gateway/call/tries'
import { aria } from '@/ui/aria'
import { useCountdown } from './use-countdown'
import { barInWords } from './waiting-wording'
import './queue-bar.css'

/** In the place of the button: fills until the next try, and says when that is. */
export function QueueBar({ progress }: { progress: Progress | null }) {
  const since = progress?.since ?? 0
  const until = progress?.step === 'pause' ? progress.until : since
  const now = useCountdown(until)
  const share = until > since ? (100 * (now - since)) / (until - since) : 0
  const width = `${Math.round(Math.min(100, Math.max(0, share)))}%`
  return (
    <View className="queue-bar number" {...aria({ hidden: true })}>
      <View key={until} className="queue-bar-past" style={{ width }} />
      <View className="queue-bar-words">{barInWords(progress, now)}</View>
    </View>
  )
}
