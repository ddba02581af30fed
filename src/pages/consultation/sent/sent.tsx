import { useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { AskAlerts } from '@/features/alerts/ask-alerts'
import { SOMEBODY, standing } from '@/features/consultation/brief-words'
import { slotInWords } from '@/features/consultation/times'
import { useConsultation } from '@/features/consultation/use-consultations'
import { go } from '@/features/navigation/routes'
import { useNow } from '@/features/use-now'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { type Fact, Facts } from '@/ui/facts/facts'
import { Icon } from '@/ui/icon/icon'
import { Screen } from '@/ui/screen/screen'
import './sent.css'

/** 收到了: what happens next and until when. Nothing on it tells a neighbour what it is about. */
export default function Sent() {
  const { params } = useRouter<{ consultationId: string }>()
  const consultationId = params.consultationId ?? ''
  const now = useNow()
  const { value } = useConsultation(consultationId)
  const meeting = value?.meeting
  const facts: Fact[] = [
    ...(meeting
      ? [
          {
            icon: 'clock' as const,
            title: slotInWords(meeting, now),
            note: `${value.centreName} ${meeting.place}`,
          },
        ]
      : []),
    {
      icon: 'info',
      title: meeting ? '到时来就行' : '接下来',
      note: value ? standing(value, now, SOMEBODY).next : '会有人接，到了哪一步都写着。',
    },
    { icon: 'me', title: '在“我的”里看', note: '换时间、补充、撤回，都在那里' },
  ]
  return (
    <Screen back title="预约">
      <View className="sent-mark">
        <Icon name="check" size={44} />
      </View>
      <View className="title sent-title">收到了</View>
      <View className="note sent-title">写的话已经加密存好，这部手机里没有留</View>
      <View className="sent-card">
        <Card>
          <Facts items={facts} />
        </Card>
      </View>
      <View className="sent-acts">
        <Button
          kind="private"
          block
          onTap={() => go.consultationInstead('one', { consultationId })}
        >
          看这个预约
        </Button>
        <AskAlerts moment={{ kind: 'private' }} />
        <Button kind="ghost" block onTap={() => go.tab('home')}>
          回首页
        </Button>
      </View>
    </Screen>
  )
}
