import { View } from '@tarojs/components'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Icon } from '@/ui/icon/icon'
import { Seal } from '@/ui/seal/seal'
import type { Sentence } from '../refusal-words'
import { ToldNote } from './told-note'
import './case-gate.css'

interface CaseGateProps {
  busy: boolean
  problem: Sentence | null
  onOpen: () => void
}

/** Before anything is read: that opening is written down, and the deliberate tap. */
export function CaseGate({ busy, problem, onOpen }: CaseGateProps) {
  return (
    <Card>
      <View className="case-gate">
        <Seal category="legal" size={52} />
        <View className="case-gate-title">内容加密存着</View>
        <View className="case-gate-note">
          只有来问的人和您能看。离开这一页，这部手机里就不留了。
        </View>
        <View className="case-gate-promise">
          <Icon name="lock" />
          <View>每打开一次都会记下时间，居民在自己的咨询里看得到。</View>
        </View>
      </View>
      <ToldNote told={problem && { ok: false, ...problem }} />
      <Button kind="private" block busy={busy} onTap={onOpen}>
        打开看（会记下来，居民能看到）
      </Button>
    </Card>
  )
}
