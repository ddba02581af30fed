import { View } from '@tarojs/components'
import { Button } from '../button/button'
import { Seal } from '../seal/seal'
import type { SealName } from '../seal/characters'
import './empty.css'

interface EmptyProps {
  seal?: SealName
  title: string
  /** What can be done next, in a sentence. */
  note?: string
  action?: { label: string; onTap: () => void }
}

/** Nothing here, and what to do next. */
export function Empty({ seal = 'empty', title, note, action }: EmptyProps) {
  return (
    <View className="empty">
      <Seal category={seal} size={52} filled={false} />
      <View className="empty-title">{title}</View>
      {note ? <View className="empty-note">{note}</View> : null}
      {action ? (
        <View className="empty-action">
          <Button kind="ghost" onTap={action.onTap}>
            {action.label}
          </Button>
        </View>
      ) : null}
    </View>
  )
}
