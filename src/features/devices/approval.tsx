import { useState } from 'react'
import { View } from '@tarojs/components'
import { parseInstant } from '@/domain/time/instant'
import { momentInWords } from '@/domain/time/words'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Empty } from '@/ui/empty/empty'
import { Failure } from '@/ui/failure/failure'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Tap } from '@/ui/tap/tap'
import { deviceInWords } from './browser-words'
import type { Approval } from './use-approval'
import './approval.css'

interface ApprovalCardProps {
  approval: Approval
  now: number
  /** Another code, when this one leads nowhere. */
  onAgain: () => void
  onMine: () => void
  onHome: () => void
}

/** A desk that asks to be let in: which, when, the number on its screen, yes or no. */
export function ApprovalCard({ approval, now, onAgain, onMine, onHome }: ApprovalCardProps) {
  const { seen, done, busy, problem, again } = approval
  const [check, setCheck] = useState<string | null>(null)
  if (problem && again) {
    return <Failure title={problem.title} safe={problem.next} onRetry={again} />
  }
  if (problem) {
    const action = { label: '写电脑上的码', onTap: onAgain }
    return (
      <View {...aria({ role: 'alert' })}>
        <Empty scene="gate" title={problem.title} note={problem.next} action={action} />
      </View>
    )
  }
  if (done === 'refused') {
    return (
      <Empty
        scene="gate"
        title="没有让它登录"
        note="谁也没有用上您的身份。码要是别人发来的，不用理他。"
        action={{ label: '回首页', onTap: onHome }}
      />
    )
  }
  if (done === 'approved') {
    return (
      <Empty
        scene="sealed"
        title="好了，电脑登录上了"
        note="用完在电脑上点“退出这台电脑”；忘了的话，在“我的设备”里也能让它退出。"
        action={{ label: '看我的设备', onTap: onMine }}
      />
    )
  }
  if (!seen) return <Skeleton kind="ticket" />
  return (
    <Card>
      <View className="approval-title">有一台电脑想用您的身份登录</View>
      <View className="approval-device">
        <View>{deviceInWords(seen)}</View>
        <View className="number">
          {`${momentInWords(parseInstant(seen.askedAt), now)} 提出来的`}
        </View>
      </View>
      <View className="approval-what">
        同意以后，在那台电脑上能看您报的名、替您报名和退；您是工作人员的话，也能办中心的事。
      </View>
      <View className="approval-ask">您面前的电脑上，是哪个数字？</View>
      <View className="approval-numbers" {...aria({ role: 'radiogroup', label: '电脑上的数字' })}>
        {seen.choices.map((number) => (
          <Tap
            key={number}
            role="radio"
            pressed={number === check}
            className={number === check ? 'approval-number approval-on' : 'approval-number'}
            onTap={() => setCheck(number)}
          >
            {number}
          </Tap>
        ))}
      </View>
      <View className="note approval-care">
        面前没有电脑，码是别人发来的，数字对不上？点“不是我”。
      </View>
      <View className="approval-acts">
        <Button
          block
          busy={busy}
          disabled={check === null}
          onTap={() => check && approval.approve(check)}
        >
          {check === null ? '先点数字' : '同意登录'}
        </Button>
        <Button kind="ghost" block disabled={busy} onTap={approval.refuse}>
          不是我
        </Button>
      </View>
    </Card>
  )
}
