import { View } from '@tarojs/components'
import { Button } from '@/ui/button/button'
import { unreadInWords } from './unread-words'
import './unread-line.css'

/** One quiet line while something that was changed is not read; nothing otherwise. */
export function UnreadLine({ unread, onOpen }: { unread: number; onOpen: () => void }) {
  if (unread === 0) return null
  return (
    <View className="unread-line">
      <Button kind="ghost" block icon="info" onTap={onOpen}>
        {unreadInWords(unread)}
      </Button>
    </View>
  )
}
