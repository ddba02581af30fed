import { View } from '@tarojs/components'
import { aria } from '../aria'
import { glyphClass, seals, type SealName, type Tone } from './characters'
import './glyphs.css'
import './seal.css'

interface SealProps {
  category: SealName
  /** The side in px; the seal grows by itself under 大字. */
  size?: 28 | 36 | 52 | 60
  filled?: boolean
  tone?: Tone
}

/** One character in a small seal. The words beside it say the same, so it is not read aloud. */
export function Seal({ category, size = 36, filled, tone }: SealProps) {
  const face = seals[category]
  const full = filled ?? face.filled ?? false
  return (
    <View
      className={`seal seal-${size} tone-${tone ?? face.tone} ${full ? 'seal-full' : 'seal-line'}`}
      {...aria({ hidden: true })}
    >
      <View className={`glyph ${glyphClass(face.character)}`} />
    </View>
  )
}
