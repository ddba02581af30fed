import { View } from '@tarojs/components'
import { Tag } from '@/ui/tag/tag'
import { Card } from '@/ui/card/card'
import { type Fact, Facts } from '@/ui/facts/facts'
import { Section } from '@/ui/section/section'
import type { Opened } from './case-actions'
import { headOf } from './case-course'
import './case-content.css'

type Content = NonNullable<Opened['content']>

/** What kind of matter it is, how it stands, when and where they meet. */
export function CaseHead({ opened, now }: { opened: Opened; now: number }) {
  const { title, state, notes, when, place, channel, due } = headOf(opened, now)
  const facts: Fact[] = [
    when
      ? { icon: 'calendar', title: when, note: [channel, place].filter(Boolean).join(' · ') }
      : { icon: 'calendar', title: '还没约时间', note: channel ? `想${channel}谈` : undefined },
    ...(due ? [{ icon: 'clock' as const, title: due }] : []),
  ]
  return (
    <View className="case-head">
      <View className="case-head-line">
        <View className="case-title">{title}</View>
        <Tag tone="info">{state}</Tag>
        {opened.urgent ? <Tag tone="waiting">急</Tag> : null}
      </View>
      <View className="note case-head-note">{notes}</View>
      <Card>
        <Facts items={facts} />
      </Card>
    </View>
  )
}

/** What the resident wrote; empty parts are not there. */
export function CaseMatter({ matter }: { matter: Content['matter'] }) {
  const { text, wishes, otherParties, building } = matter
  return (
    <Section title="说的事">
      <Card>
        <View className={text ? 'case-text' : 'case-text case-text-none'}>
          {text || '没有写，想见面再说。'}
        </View>
        <Part title="希望怎样" text={wishes} />
        <Part title="对方" text={otherParties.join('、')} />
        <Part title="楼院" text={building} />
      </Card>
    </Section>
  )
}

function Part({ title, text }: { title: string; text: string }) {
  if (!text) return null
  return (
    <View className="case-part">
      <View className="case-part-title">{title}</View>
      <View className="case-text">{text}</View>
    </View>
  )
}
