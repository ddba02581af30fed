import { View } from '@tarojs/components'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button/button'
import { BUTTON, type Moment, promiseInWords, templatesFor } from './moments'
import { useAlerts } from './use-alerts'
import './ask-alerts.css'

/**
 * Asks for messages at the moment in which they are of use, in one tap, and says what will happen. Nothing
 * where there are none to be had.
 */
export function AskAlerts({ moment }: { moment: Moment }) {
  const { offered, asked, busy, ask } = useAlerts(templatesFor(moment))
  if (offered.length === 0) return null
  if (asked.kind === 'accepted') {
    return (
      <View className="ask-alerts ask-alerts-done" {...aria({ role: 'status' })}>
        <View className="ask-alerts-title">好，记下了</View>
        <View className="note">{promiseInWords(moment, asked.templates)}</View>
      </View>
    )
  }
  const off = asked.kind === 'off'
  return (
    <View className="ask-alerts">
      {off ? (
        <Button kind="ghost" block openType="openSetting">
          去微信设置里打开
        </Button>
      ) : (
        <Button kind="ghost" block busy={busy} onTap={() => void ask()}>
          {BUTTON[moment.kind]}
        </Button>
      )}
      <View className="note ask-alerts-note" {...aria({ live: 'polite' })}>
        {asked.kind === 'refused'
          ? '没有打开，不提醒您。想要的时候再点。'
          : off
            ? '微信里关了提醒。打开“订阅消息”，再回来点。'
            : asked.kind === 'failed'
              ? `${asked.sentence.title}，${asked.sentence.next}`
              : promiseInWords(moment, offered)}
      </View>
    </View>
  )
}
