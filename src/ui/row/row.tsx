import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { aria } from '../aria'
import { arrowKeys } from '../keys/arrow-keys'
import { Pieces } from '../pieces/pieces'
import { Seal } from '../seal/seal'
import type { SealName } from '../seal/characters'
import { Tag, type TagTone } from '../tag/tag'
import { Tap } from '../tap/tap'
import './row.css'

interface RowProps {
  seal?: SealName
  /** `HH:mm`, in a column of its own. */
  time?: string
  title: ReactNode
  note?: ReactNode
  tag?: { tone: TagTone; text: string }
  /** The whole row as one sentence. */
  label?: string
  /** No longer takes place: struck through, and the words have to say so too. */
  off?: boolean
  /** Chosen among the rows, where what it opens stands beside them. */
  selected?: boolean
  onTap?: () => void
}

function RowBody({ seal, time, title, note, tag, off }: RowProps) {
  return (
    <>
      {time ? <View className="row-time">{time}</View> : null}
      {seal ? <Seal category={seal} /> : null}
      <View className="row-words">
        <View className={off ? 'row-title row-title-off' : 'row-title'}>{title}</View>
        {note ? (
          <View className="row-note">
            <Pieces>{note}</Pieces>
          </View>
        ) : null}
      </View>
      {tag ? <Tag tone={tag.tone}>{tag.text}</Tag> : null}
    </>
  )
}

/** One thing in a list: when, what kind, what, how it stands. */
export function Row(props: RowProps) {
  const className = `row${props.seal ? ' row-sealed' : ''}${props.selected ? ' row-on' : ''}`
  if (!props.onTap) {
    return (
      <View
        className={className}
        {...aria(props.label ? { role: 'group', label: props.label } : {})}
      >
        <RowBody {...props} />
      </View>
    )
  }
  return (
    <Tap className={className} label={props.label} selected={props.selected} onTap={props.onTap}>
      <RowBody {...props} />
    </Tap>
  )
}

/** Rows on one card, a hairline between them. */
export function Rows({ label, children }: { label?: string; children?: ReactNode }) {
  return (
    <View className="rows" {...aria({ role: 'group', label })} {...arrowKeys('.row')}>
      {children}
    </View>
  )
}
