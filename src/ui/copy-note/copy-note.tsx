import { View } from '@tarojs/components'
import { aria } from '../aria'
import { Icon } from '../icon/icon'
import './copy-note.css'

interface CopyNoteProps {
  /** When the copy was made, in words: 昨天 22:40 */
  at: string
  /** There is no network now; otherwise the copy is only being refreshed. */
  offline: boolean
  /** The server did not answer. */
  failed?: boolean
}

/** Says that what is shown is a copy, and from when. */
export function CopyNote({ at, offline, failed = false }: CopyNoteProps) {
  const words = offline
    ? `没有网络，下面的内容存于${at}`
    : failed
      ? `没连上，下面的内容存于${at}`
      : `下面的内容存于${at}，正在更新`
  return (
    <View className="copy-note" {...aria({ role: 'status', live: 'polite' })}>
      <Icon name={offline || failed ? 'cloud-off' : 'refresh'} size={16} />
      <View>{words}</View>
    </View>
  )
}
