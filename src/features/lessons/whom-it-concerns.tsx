import { View } from '@tarojs/components'
import { aria } from '@/ui/aria'
import { sentenceFor, READING } from '../refusal-words'
import { peopleInWords, roomInWords } from './change-draft'
import type { usePreview } from './use-lesson-desk'
import { previewWords } from './wording'

interface WhomItConcernsProps {
  answer: ReturnType<typeof usePreview>
  /** What is wrong with the draft; null where it can be asked about. */
  wrong: string | null
  place: string
  now: number
}

/** How many people a change concerns, for how many it clashes, and who has the room. */
export function WhomItConcerns({ answer, wrong, place, now }: WhomItConcernsProps) {
  return <View {...aria({ live: 'polite' })}>{words()}</View>

  function words() {
    if (wrong !== null) return <View className="note">{wrong}</View>
    const { value, failure } = answer
    if (failure) {
      const { title, next } = sentenceFor(previewWords, READING, failure, now)
      return <View className="note">{`${title}，${next}`}</View>
    }
    if (value === null) return <View className="note">正在数有多少人…</View>
    const room = roomInWords(value, place, now)
    return (
      <>
        <View className="number">{peopleInWords(value)}</View>
        {room ? <View className="number change-room">{room}</View> : null}
      </>
    )
  }
}
