import { View } from '@tarojs/components'
import { aria } from '@/ui/aria'
import './wrong-line.css'

/** What is wrong with what stands above and says nothing of it by itself. */
export function WrongLine({ text }: { text: string | undefined }) {
  return text ? (
    <View className="wrong-line" {...aria({ live: 'polite' })}>
      {text}
    </View>
  ) : null
}
