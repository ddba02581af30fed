import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { aria } from '../aria'
import { Icon } from '../icon/icon'
import type { IconName } from '../icon/icon-name'
import { Pieces } from '../pieces/pieces'
import { Tap } from '../tap/tap'
import './facts.css'

export interface Fact {
  icon: IconName
  /** What it is, above it, where neither it nor its icon says so. */
  name?: string
  title: ReactNode
  note?: ReactNode
  onTap?: () => void
  /** What the tap does, as a sentence. */
  label?: string
}

function FactBody({ icon, name, title, note, onTap }: Fact) {
  return (
    <>
      <Icon name={icon} />
      <View className="fact-words">
        {name ? <View className="fact-note">{name}</View> : null}
        <View className="fact-title">
          <Pieces>{title}</Pieces>
        </View>
        {note ? (
          <View className="fact-note">
            <Pieces>{note}</Pieces>
          </View>
        ) : null}
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
