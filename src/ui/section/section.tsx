import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { aria } from '../aria'
import { Icon } from '../icon/icon'
import { Tap } from '../tap/tap'
import './section.css'

interface SectionProps {
  title: string
  /** Small words after the title. */
  note?: string
  more?: { label: string; onTap: () => void }
  children?: ReactNode
}

/** A part of a screen under its heading. */
export function Section({ title, note, more, children }: SectionProps) {
  return (
    <View className="section">
      <View className="section-head">
        <View className="section-title" {...aria({ role: 'heading' })}>
          {title}
        </View>
        {note ? <View className="section-note">{note}</View> : null}
        {more ? (
          <Tap className="section-more" label={`${title}：${more.label}`} onTap={more.onTap}>
            {more.label}
            <Icon name="chevron-right" size={16} />
          </Tap>
        ) : null}
      </View>
      {children}
    </View>
  )
}
