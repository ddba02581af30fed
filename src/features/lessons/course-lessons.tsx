import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Rows } from '@/ui/row/row'
import { Section } from '@/ui/section/section'
import { SentenceSheet } from '../sentence-sheet'
import {
  type BookedCourse,
  type BookedLesson,
  isOver,
  nextLesson,
  progressInWords,
  type Pupil,
} from './booked-course'
import { ExcuseSheet } from './excuse-sheet'
import { LessonRow } from './lesson-row'
import { LessonShapes } from './lesson-shapes'
import { useExcuse } from './use-excuse'
import './course-lessons.css'

/** As many lessons to come as are seen at once; the rest and those of before on demand. */
const SHOWN = 3

interface CourseLessonsProps {
  course: BookedCourse
  pupils: readonly Pupil[]
  now: number
  /** Asks for my seats anew. */
  onChanged: () => Promise<unknown>
}

/** The lessons of a course in which I hold a seat: how far it has come, what is next, and 请假. */
export function CourseLessons({ course, pupils, now, onChanged }: CourseLessonsProps) {
  const [asked, setAsked] = useState<BookedLesson | null>(null)
  const [all, setAll] = useState(false)
  const acts = useExcuse(course, onChanged)
  if (course.occurrences.length < 2) return null
  const next = nextLesson(course, now)
  const toCome = course.occurrences.filter((one) => !isOver(one, now))
  const before = course.occurrences.filter((one) => isOver(one, now)).reverse()
  const shown = all ? [...toCome, ...before] : toCome.slice(0, SHOWN)
  const rest = course.occurrences.length - shown.length
  return (
    <Section title="每一课">
      <View className="course-progress">
        <Card>
          <View className="number">{progressInWords(course, now)}</View>
          <LessonShapes course={course} now={now} />
        </Card>
      </View>
      {shown.length > 0 ? (
        <Rows label="要上的课和上过的课">
          {shown.map((lesson) => (
            <LessonRow
              key={lesson.occurrenceId ?? lesson.startsAt}
              {...{ course, lesson, pupils, now }}
              isNext={lesson === next}
              onAsk={() => setAsked(lesson)}
            />
          ))}
        </Rows>
      ) : null}
      {rest > 0 && !all ? (
        <Button kind="quiet" block onTap={() => setAll(true)}>
          {`看全部 ${course.occurrences.length} 课`}
        </Button>
      ) : null}
      <ExcuseSheet
        {...{ course, pupils, acts, now }}
        lesson={asked}
        onClose={() => setAsked(null)}
      />
      <SentenceSheet sentence={acts.problem} onClose={acts.dismiss} />
    </Section>
  )
}
