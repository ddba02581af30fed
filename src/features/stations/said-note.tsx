import { View } from '@tarojs/components'
import { aria } from '@/ui/aria'
import { Icon } from '@/ui/icon/icon'
import type { Said } from './use-telling'
import './said-note.css'

/** Thanks for a word and what happens next, or why it was not taken; stays until the next word. */
export function SaidNote({ said }: { said: Said | null }) {
  if (!said) return null
  return (
    <View
      className={said.ok ? 'said said-ok' : 'said said-not'}
      {...aria(said.ok ? { role: 'status', live: 'polite' } : { role: 'alert' })}
    >
      <Icon name={said.ok ? 'check' : 'info'} />
      <View className="said-words">
        <View className="said-title">{said.title}</View>
        <View>{said.next}</View>
      </View>
    </View>
  )
}
