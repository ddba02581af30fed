import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import './paper.css'
import './print'

interface PaperProps {
  className: string
  children?: ReactNode
}

/**
 * What a printer makes of this page: ink on paper whatever the scheme, on A4, without the bars and
 * what is `not-printed` around it.
 */
export function Paper({ className, children }: PaperProps) {
  return <View className={`paper ${className}`}>{children}</View>
}
