import { View } from '@tarojs/components'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button/button'
import { BUTTON, type Moment, promiseInWords, standingInWords, templatesFor } from './moments'
import { type Asked, useAlerts } from './use-alerts'
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
  // WeChat asks nothing while its own switch is off, or once somebody told it to ask no more.
  const shut = asked.kind === 'off' || (asked.kind === 'refused' && asked.again)
  return (
    <View className="ask-alerts">
      <Button kind="ghost" block busy={busy} onTap={() => void ask()}>
        {BUTTON[moment.kind]}
      </Button>
      <View className="note ask-alerts-note" {...aria({ live: 'polite' })}>
        {saidInWords(asked) ?? standingInWords(moment, offered)}
      </View>
      {shut ? (
        <Button kind="quiet" block openType="openSetting">
          去微信设置里打开
        </Button>
      ) : null}
    </View>
  )
}

/** What came of asking; null while there is nothing to be said of it. */
function saidInWords(asked: Asked): string | null {
  switch (asked.kind) {
    case 'refused':
      return asked.again
        ? '还是没打开。没看到微信问您，就去设置里打开。'
        : '没有打开，不提醒您。想要的时候再点。'
    case 'off':
      return '微信里关了提醒。打开“订阅消息”，再回来点。'
    case 'failed':
      return `${asked.sentence.title}，${asked.sentence.next}`
    default:
      return null
  }
}
