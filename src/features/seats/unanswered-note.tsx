import { View } from '@tarojs/components'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { useUnanswered } from './use-unanswered'
import './unanswered-note.css'

/** Says what became of taps whose answer never came. */
export function UnansweredNote() {
  const { sentences, dismiss } = useUnanswered()
  if (sentences.length === 0) return null
  return (
    <View className="unanswered">
      <Card>
        {sentences.map((sentence, index) => (
          <View key={index}>{sentence}</View>
        ))}
        <View className="unanswered-read">
          <Button kind="ghost" block onTap={dismiss}>
            知道了
          </Button>
        </View>
      </Card>
    </View>
  )
}
