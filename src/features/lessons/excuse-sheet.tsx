import { useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/ui/button/button'
import { Check, Checks } from '@/ui/checks/checks'
import { Sheet } from '@/ui/sheet/sheet'
import {
  type BookedCourse,
  type BookedLesson,
  excusable,
  excusedFrom,
  lessonName,
  lessonWhen,
  promiseOf,
  type Pupil,
} from './booked-course'
import type { useExcuse } from './use-excuse'
import './excuse-sheet.css'

interface ExcuseSheetProps {
  course: BookedCourse
  /** The lesson that is asked about; null asks nothing. */
  lesson: BookedLesson | null
  pupils: readonly Pupil[]
  acts: ReturnType<typeof useExcuse>
  now: number
  onClose: () => void
}

/** Who cannot come to a lesson, and what happens to the seat; or that they can come after all. */
export function ExcuseSheet({ course, lesson, pupils, acts, now, onClose }: ExcuseSheetProps) {
  const [chosen, setChosen] = useState<readonly string[]>([])
  const key = lesson?.occurrenceId ?? null
  const free = lesson ? excusable(lesson, pupils) : []
  const excused = lesson ? excusedFrom(lesson) : []
  const only = free.length === 1 ? free[0]! : null
  useEffect(() => setChosen([]), [key])
  const ids = only ? [only.attendeeId] : chosen
  const toggle = (id: string): void =>
    setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  const after = async (acting: Promise<void>): Promise<void> => {
    await acting
    onClose()
  }
  const back = pupils.filter(({ attendeeId }) => excused.includes(attendeeId))
  return (
    <Sheet
      open={lesson !== null}
      title={
        lesson ? `${lessonName(course, lesson)}${free.length > 0 ? '来不了？' : '请过假'}` : ''
      }
      onClose={onClose}
    >
      {lesson ? (
        <View className="note number">{`${lessonWhen(lesson, now)}，${lesson.place}`}</View>
      ) : null}
      {free.length > 1 ? (
        <Checks label="谁来不了">
          {free.map(({ attendeeId, name }) => (
            <Check
              key={attendeeId}
              label={name}
              checked={chosen.includes(attendeeId)}
              onChange={() => toggle(attendeeId)}
            />
          ))}
        </Checks>
      ) : null}
      {free.length > 0 ? (
        <View className="excuse-promise">{promiseOf(course)}</View>
      ) : (
        <View className="excuse-promise">
          {course.freesLessons ? '座位还没人接的话，能收回。' : '改主意了就收回，座位还是您的。'}
        </View>
      )}
      <View className="excuse-acts">
        {lesson && free.length > 0 ? (
          <Button
            block
            busy={acts.busy}
            disabled={ids.length === 0}
            onTap={() => void after(acts.excuse(lesson, [...ids]))}
          >
            {excuseLabel(ids.length, only, pupils)}
          </Button>
        ) : null}
        {lesson && back.length > 0 ? (
          <Button
            kind="ghost"
            block
            disabled={acts.busy}
            onTap={() =>
              void after(
                acts.unexcuse(
                  lesson,
                  back.map(({ attendeeId }) => attendeeId),
                ),
              )
            }
          >
            {pupils.length > 1
              ? `${back.map(({ name }) => name).join('、')}还是来`
              : '改主意了，还是来'}
          </Button>
        ) : null}
        <Button kind="quiet" block disabled={acts.busy} onTap={onClose}>
          {free.length > 0 ? '照常来' : '关上'}
        </Button>
      </View>
    </Sheet>
  )
}

function excuseLabel(count: number, only: Pupil | null, pupils: readonly Pupil[]): string {
  if (count === 0) return '先选谁来不了'
  if (!only) return `给 ${count} 人请假`
  return pupils.length > 1 || only.attendeeId !== 'self' ? `给${only.name}请假` : '请假'
}
