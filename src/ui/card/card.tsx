import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import './card.css'

/** A sheet of paper on the table. `flush` leaves the padding to what lies on it, as rows do. */
export function Card({ flush = false, children }: { flush?: boolean; children?: ReactNode }) {
  return <View className={flush ? 'card card-flush' : 'card'}>{children}</View>
}
