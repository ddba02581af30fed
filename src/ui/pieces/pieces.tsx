import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import './pieces.css'

const POINT = ' · '

/**
 * Short facts in a line, as in 周四 15:00 · 一楼讲座室: a line ends behind one of them, and no point is left
 * where it does. Anything else is drawn as it is.
 */
export function Pieces({ children }: { children?: ReactNode }) {
  if (typeof children !== 'string' || !children.includes(POINT)) return <>{children}</>
  return (
    <View className="pieces">
      {children.split(POINT).map((piece, index) => (
        <View key={index} className="piece">
          {piece}
        </View>
      ))}
    </View>
  )
}
