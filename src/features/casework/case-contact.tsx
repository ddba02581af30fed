import { View } from '@tarojs/components'
import { CHANNEL_NAMES } from '@/domain/consultation/words'
import { callPhone } from '@/gateway/device/places'
import { copyText } from '@/gateway/device/sharing'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { notice } from '@/ui/notice/notice'
import { Section } from '@/ui/section/section'
import type { Opened } from './case-actions'
import './case-contact.css'

interface CaseContactProps {
  contact: NonNullable<Opened['content']>['contact']
  /** Before the telephone's own screen lies over this one. */
  onLeave: () => void
}

/** By what name to call them and how to reach them. */
export function CaseContact({ contact, onLeave }: CaseContactProps) {
  const { name, channel, reach } = contact
  const callable = channel !== 'wechat' && /^[\d+\- ]{5,}$/.test(reach)
  const copy = async (): Promise<void> => {
    notice((await copyText(reach)) ? '复制好了' : '没复制成，请照着抄一下')
  }
  return (
    <Section title="怎么联系" note={`想${CHANNEL_NAMES[channel]}谈`}>
      <Card>
        <View className="contact-name">{name}</View>
        {reach ? <View className="contact-reach">{reach}</View> : null}
        {reach ? (
          <View className="contact-ways">
            {callable ? (
              <Button
                kind="call"
                icon="phone"
                onTap={() => {
                  onLeave()
                  callPhone(reach)
                }}
              >
                打电话
              </Button>
            ) : null}
            <Button kind="ghost" onTap={() => void copy()}>
              {channel === 'wechat' ? '复制微信号' : '复制'}
            </Button>
          </View>
        ) : (
          <View className="note">没有留电话，到时候当面见。</View>
        )}
      </Card>
    </Section>
  )
}
