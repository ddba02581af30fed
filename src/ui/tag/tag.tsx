import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import './tag.css'

/** How a thing stands, in two or three words; the tone only repeats them. */
export type TagTone = 'free' | 'waiting' | 'full' | 'info' | 'quiet'

export function Tag({ tone, children }: { tone: TagTone; children?: ReactNode }) {
  return <View className={`tag tag-${tone}`}>{children}</View>
}
