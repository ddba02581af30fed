import { View } from '@tarojs/components'
import { aria } from '../aria'
import type { IconName } from './icon-name'
import './icons.css'
import './icon.css'

/** In px; without one it grows with the text, as `--icon` says. */
type IconSize = 16 | 20 | 24 | 28 | 44

/** A line drawing in the colour of the text around it; decoration, so never the only sign. */
export function Icon({ name, size }: { name: IconName; size?: IconSize }) {
  const style = size ? { width: `${size}px`, height: `${size}px` } : undefined
  return <View className={`icon icon-${name}`} style={style} {...aria({ hidden: true })} />
}
