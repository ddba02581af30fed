import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { Icon } from '../icon/icon'
import './lock-note.css'

/** What is done so that something stays private, in a sentence or two. */
export function LockNote({ children }: { children?: ReactNode }) {
  return (
    <View className="lock-note">
      <Icon name="lock" />
      <View className="lock-words">{children}</View>
    </View>
  )
}
