import { View } from '@tarojs/components'
import { Row } from '@/ui/row/row'
import type { TagTone } from '@/ui/tag/tag'
import {
  type BookedCourse,
  type BookedLesson,
  canChange,
  excusable,
  isOver,
  lessonName,
  lessonWhen,
  marksInWords,
  type Pupil,
} from './booked-course'

interface LessonRowProps {
  course: BookedCourse
  lesson: BookedLesson
  pupils: readonly Pupil[]
  now: number
  isNext: boolean
  onAsk: () => void
}

/** One lesson: when, where, how it stands with it, and a tap for who cannot come. */
export function LessonRow({ course, lesson, pupils, now, isNext, onAsk }: LessonRowProps) {
  const name = lessonName(course, lesson)
  const off = lesson.state === 'cancelled'
  const moved = lesson.state === 'rescheduled'
  const marks = marksInWords(lesson, pupils)
  const asks = canChange(course, lesson, now)
  const tag = tagOf()
  const lines = [
    lessonWhen(lesson, now),
    [lesson.place, moved ? '改过期' : null].filter(Boolean).join(' · '),
    ...(marks !== null && marks.length > 4 ? [marks] : []),
  ]
  return (
    <Row
      title={isNext ? `下一课 · ${name}` : name}
      note={lines.map((line) => (
        <View key={line} className="number">
          {line}
        </View>
      ))}
      off={off}
      {...(tag && { tag })}
      label={[name, ...lines, tag?.text].filter(Boolean).join('，')}
      {...(asks && { onTap: onAsk })}
    />
  )

  function tagOf(): { tone: TagTone; text: string } | null {
    if (off) return { tone: 'full', text: '不上了' }
    if (marks !== null && marks.length <= 4) {
      return { tone: marks === '请过假' ? 'waiting' : 'quiet', text: marks }
    }
    if (asks && excusable(lesson, pupils).length > 0) return { tone: 'info', text: '请假' }
    return isOver(lesson, now) && marks === null ? { tone: 'quiet', text: '上过了' } : null
  }
}
