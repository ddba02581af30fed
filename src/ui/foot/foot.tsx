import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { aria } from '../aria'
import './foot.css'

interface FootProps {
  /** In bold: how it stands. */
  title: string
  note: ReactNode
  /** The one button; without it the words stand alone. */
  children?: ReactNode
}

/** For the footer of a screen: how it stands, and the one button beside it; in 大字 below it. */
export function Foot({ title, note, children }: FootProps) {
  return (
    <>
      <View className="foot-words number">
        <View className="foot-title" {...aria({ live: 'polite' })}>
          {title}
        </View>
        <View className="note">{note}</View>
      </View>
      {children ? <View className="foot-button">{children}</View> : null}
    </>
  )
}
