import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { aria } from '../aria'
import { Pieces } from '../pieces/pieces'
import { Seal } from '../seal/seal'
import type { SealName, Tone } from '../seal/characters'
import { Tap } from '../tap/tap'
import './door.css'

interface DoorProps {
  seal: SealName
  tone?: Tone
  title: string
  note?: string | null | undefined
  /** The one that matters most now: brick all over (大字). */
  first?: boolean
  onTap: () => void
}

/** A way into another part: half a line wide in 标准, a whole line and tall in 大字. */
export function Door({ seal, tone, title, note, first = false, onTap }: DoorProps) {
  return (
    <Tap
      className={first ? 'door door-first' : 'door'}
      label={note ? `${title}，${note}` : title}
      onTap={onTap}
    >
      <Seal category={seal} tone={tone} filled={first ? true : undefined} />
      <View className="door-words" {...aria({ hidden: true })}>
        <View className="door-title">{title}</View>
        {note ? (
          <View className="door-note">
            <Pieces>{note}</Pieces>
          </View>
        ) : null}
      </View>
    </Tap>
  )
}

/** Doors side by side in 标准; `wide`, where their words are long, one below the other. */
export function Doors({ wide = false, children }: { wide?: boolean; children?: ReactNode }) {
  return <View className={wide ? 'doors doors-wide' : 'doors'}>{children}</View>
}
