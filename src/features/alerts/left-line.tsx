import { View } from '@tarojs/components'
import { useAnswer } from '../use-answer'
import { leftInWords } from './moments'
import { MINE } from './use-alerts'

/** Which messages WeChat may still bring, as one quiet line. */
export function AlertsLeft({ visitor }: { visitor: boolean }) {
  const { value } = useAnswer(visitor ? null : MINE)
  const words = leftInWords(value?.templates ?? [])
  return words === '' ? null : <View className="note number">{words}</View>
}
