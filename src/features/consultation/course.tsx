import { View } from '@tarojs/components'
import { parseInstant } from '@/domain/time/instant'
import { momentInWords } from '@/domain/time/words'
import { Pieces } from '@/ui/pieces/pieces'
import { type Consultation, type Entry, entryTitle } from './course-words'
import './course.css'

interface CourseProps {
  entries: readonly Entry[]
  service: Consultation['service']
  now: number
}

/** What was said on either side, in its order. */
export function Course({ entries, service, now }: CourseProps) {
  return (
    <View className="course">
      {entries.map((entry, index) => (
        <View key={index} className="course-entry">
          <View className="note number">
            <Pieces>
              {`${entryTitle(entry, service)} · ${momentInWords(parseInstant(entry.at), now)}`}
            </Pieces>
          </View>
          {entry.text ? <View className="course-said">{entry.text}</View> : null}
        </View>
      ))}
    </View>
  )
}
