import { View } from '@tarojs/components'
import { aria } from '@/ui/aria'
import { type BookedCourse, shapeOf, shapesInWords } from './booked-course'
import './lesson-shapes.css'

/** All lessons of a course in a row: what was, what is next, what is to come; told by shape and hue. */
export function LessonShapes({ course, now }: { course: BookedCourse; now: number }) {
  const spoken = aria({ role: 'img', label: shapesInWords(course, now) })
  return (
    <View className="lesson-shapes" {...spoken}>
      {course.occurrences.map((lesson, index) => (
        <View key={index} className={`lesson-shape lesson-${shapeOf(course, lesson, now)}`} />
      ))}
    </View>
  )
}
