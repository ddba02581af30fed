import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { CheckBox } from '../check-box/check-box'
import { Tap } from '../tap/tap'
import './tick.css'

interface TickProps {
  on: boolean
  onChange: (on: boolean) => void
  title: ReactNode
  note?: string
}

/** Something to say yes to, alone on a card of its own. */
export function Tick({ on, onChange, title, note }: TickProps) {
  return (
    <Tap className="tick" role="checkbox" pressed={on} onTap={() => onChange(!on)}>
      <CheckBox on={on} tone="private" />
      <View className="tick-words">
        <View className="tick-title">{title}</View>
        {note ? <View className="note">{note}</View> : null}
      </View>
    </Tap>
  )
}
