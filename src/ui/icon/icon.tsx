import { View } from '@tarojs/components'
import { aria } from '../aria'
import type { IconName } from './icon-name'
import './icons.css'
import './icon.css'

/** A line drawing in the colour of the text around it; decoration, so never the only sign. */
export function Icon({ name, size }: { name: IconName; size?: number }) {
  const style = size ? { width: `${size}px`, height: `${size}px` } : undefined
  return <View className={`icon icon-${name}`} style={style} {...aria({ hidden: true })} />
}
