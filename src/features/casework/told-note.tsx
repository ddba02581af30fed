import { View } from '@tarojs/components'
import { aria } from '@/ui/aria'
import { Icon } from '@/ui/icon/icon'
import type { Sentence } from '../refusal-words'
import './told-note.css'

/** What became of something: that it was done, or why not. */
export interface Told extends Sentence {
  ok: boolean
}

/** Says what became of the last tap; stays until the next. */
export function ToldNote({ told }: { told: Told | null }) {
  if (!told) return null
  return (
    <View
      className={told.ok ? 'told told-ok' : 'told told-not'}
      {...aria(told.ok ? { role: 'status', live: 'polite' } : { role: 'alert' })}
    >
      <Icon name={told.ok ? 'check' : 'info'} />
      <View className="told-words">
        <View className="told-title">{told.title}</View>
        <View>{told.next}</View>
      </View>
    </View>
  )
}
