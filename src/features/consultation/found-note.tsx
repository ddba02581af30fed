import { View } from '@tarojs/components'
import { Card } from '@/ui/card/card'
import { foundInWords } from './found-words'
import { usePrivateUnanswered } from './use-unanswered'

/** Says what became of what was sent and never seen answered. */
export function FoundNote() {
  const sentences = (usePrivateUnanswered() ?? []).map(foundInWords)
  if (sentences.length === 0) return null
  return (
    <Card>
      {sentences.map((sentence, index) => (
        <View key={index}>{sentence}</View>
      ))}
    </Card>
  )
}
