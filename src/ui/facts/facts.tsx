import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { aria } from '../aria'
import { Icon } from '../icon/icon'
import type { IconName } from '../icon/icon-name'
import { Tap } from '../tap/tap'
import './facts.css'

export interface Fact {
  icon: IconName
  title: ReactNode
  note?: ReactNode
  onTap?: () => void
  /** What the tap does, as a sentence. */
  label?: string
}

function FactBody({ icon, title, note, onTap }: Fact) {
  return (
    <>
      <Icon name={icon} />
      <View className="fact-words">
        <View className="fact-title">{title}</View>
        {note ? <View className="fact-note">{note}</View> : null}
      </View>
      {onTap ? <Icon name="chevron-right" size={16} /> : null}
    </>
  )
}

/** What there is to know, one line each: when, where, what to bring. */
export function Facts({ items }: { items: Fact[] }) {
  return (
    <View className="facts" {...aria({ role: 'group' })}>
      {items.map((fact, index) =>
        fact.onTap ? (
          <Tap key={index} className="fact" label={fact.label} onTap={fact.onTap}>
            <FactBody {...fact} />
          </Tap>
        ) : (
          <View key={index} className="fact">
            <FactBody {...fact} />
          </View>
        ),
      )}
    </View>
  )
}
