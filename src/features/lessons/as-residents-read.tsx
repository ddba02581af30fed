import { View } from '@tarojs/components'
import { parseInstant } from '@/domain/time/instant'
import { whenInWords } from '@/domain/time/words'
import { type ChangeDraft, type ComingLesson, spanOf } from './change-draft'
import './as-residents-read.css'

interface AsResidentsReadProps {
  title: string
  lesson: ComingLesson
  /** The new time and place; null while it is the old one. */
  draft: ChangeDraft | null
  reason: string
  now: number
}

/** What everybody with a seat will read of the change, before it is sent. */
export function AsResidentsRead({ title, lesson, draft, reason, now }: AsResidentsReadProps) {
  const what = lesson.lesson ? `${title} 第 ${lesson.lesson.number} 课` : title
  const inWords = ({ startsAt, endsAt, place }: ReturnType<typeof spanOf>): string =>
    `${whenInWords(parseInstant(startsAt), parseInstant(endsAt), now)}，${place}`
  return (
    <View className="as-read">
      <View className="note">居民会读到</View>
      <View className="as-read-title">{`${what}${draft ? '改期了' : '要是取消：不上了'}`}</View>
      <View className="number">{`原来：${inWords(lesson)}`}</View>
      <View className="number">{`现在：${draft ? inWords(spanOf(draft)) : '这一课不上了'}`}</View>
      <View>{`为什么：${reason || '（还没写）'}`}</View>
    </View>
  )
}
