import { View } from '@tarojs/components'
import { aria } from '../aria'
import { glyphClass, type StampText } from '../seal/characters'
import '../seal/glyphs.css'
import '../seal/seal.css'
import './stamp.css'

interface StampProps {
  text: StampText
}

/** The large seal that says a thing is done. */
export function Stamp({ text }: StampProps) {
  return (
    <View className="stamp" {...aria({ role: 'img', label: text })}>
      {Array.from(text).map((character) => (
        <View key={character} className={`glyph stamp-glyph ${glyphClass(character)}`} />
      ))}
    </View>
  )
}
