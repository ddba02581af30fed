import { parseInstant, timeOf } from '@/domain/time/instant'
import type { TagTone } from '@/ui/tag/tag'
import { lessonTitle } from './check-in-words'
import { timesOf } from './lesson-time'
import { thereInWords } from './mark-words'
import type { DayLesson } from './use-lessons'

/** What a row says of a lesson: when, what, where, and how many are there. */
export function lessonRow(lesson: DayLesson): {
  time: string
  title: string
  note: string
  tag: { tone: TagTone; text: string }
  off: boolean
  label: string
} {
  const { place, startsAt, state, expected, there } = lesson
  const off = state === 'cancelled'
  const title = lessonTitle(lesson)
  const tag = off
    ? { tone: 'full' as const, text: '取消了' }
    : expected === 0
      ? { tone: 'quiet' as const, text: '没人报' }
      : there === expected
        ? { tone: 'free' as const, text: '到齐了' }
        : { tone: 'info' as const, text: `${there} / ${expected}` }
  const standing = off ? '取消了' : thereInWords(lesson)
  return {
    time: timeOf(parseInstant(startsAt)),
    title,
    note: place,
    tag,
    off,
    label: `${title}，${timesOf(lesson)}，${place}，${standing}`,
  }
}
