import type { ReactNode } from 'react'
import { ScrollView, View } from '@tarojs/components'
import { aria } from '../aria'
import { Tap } from '../tap/tap'
import './chip.css'

interface ChipProps {
  selected: boolean
  /** May be chosen together with others. */
  many?: boolean
  onTap: () => void
  /** What it does, where the words on it do not say enough. */
  label?: string
  children?: ReactNode
}

/** One choice among a few that stand side by side. */
export function Chip({ selected, many, onTap, label, children }: ChipProps) {
  return (
    <Tap
      className="chip"
      role={many ? 'checkbox' : 'radio'}
      pressed={selected}
      label={label}
      onTap={onTap}
    >
      <View className={selected ? 'chip-face chip-on' : 'chip-face'}>{children}</View>
    </Tap>
  )
}

interface ChipRowProps {
  label?: string
  many?: boolean
  children?: ReactNode
}

/** Chips side by side, to be pushed along with a finger; under 大字 they break into lines. */
export function ChipRow({ label, many, children }: ChipRowProps) {
  return (
    <ScrollView className="chip-row" scrollX enableFlex showScrollbar={false}>
      <View className="chips" {...aria({ role: many ? 'group' : 'radiogroup', label })}>
        {children}
      </View>
    </ScrollView>
  )
}
