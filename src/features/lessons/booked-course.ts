import type { Output } from '@/contract'
import { parseInstant } from '@/domain/time/instant'
import { whenInWords } from '@/domain/time/words'

export type BookedCourse = Output<'seats.mine'>['bookings'][number]
export type BookedLesson = BookedCourse['occurrences'][number]

/** Somebody for whom a seat of a course is held. */
export interface Pupil {
  attendeeId: string
  name: string
}

/** How it stands with a lesson, of the most that can be said of it in one shape. */
export type LessonShape = 'there' | 'absent' | 'excused' | 'over' | 'cancelled' | 'next' | 'to-come'

type Mark = NonNullable<BookedLesson['marks']>[number]['mark']

const MARK_WORDS: Readonly<Record<Mark, string>> = {
  present: '到了',
  late: '到了',
  absent: '没来',
  excused: '请过假',
}
const SHAPE_WORDS: Readonly<Record<LessonShape, string>> = {
  there: '到了',
  absent: '没来',
  excused: '请过假',
  over: '上过了',
  cancelled: '取消',
  next: '下一课',
  'to-come': '还没上',
}

export const isOver = ({ endsAt }: BookedLesson, now: number) => parseInstant(endsAt) <= now
const isOff = ({ state }: BookedLesson) => state === 'cancelled'

/** Who is excused from a lesson. */
export function excusedFrom({ marks = [] }: BookedLesson): string[] {
  return marks.filter(({ mark }) => mark === 'excused').map(({ attendeeId }) => attendeeId)
}

/** The next lesson that takes place and that somebody comes to; null when the course is over. */
export function nextLesson(course: BookedCourse, now: number): BookedLesson | null {
  const held = course.attendees?.filter(({ status }) => status === 'booked').length ?? 1
  const isNext = (one: BookedLesson) =>
    !isOff(one) && !isOver(one, now) && excusedFrom(one).length < Math.max(1, held)
  return course.occurrences.find(isNext) ?? null
}

/** Those who can still be excused from a lesson: all who were not seen there and are not yet. */
export function excusable({ marks = [] }: BookedLesson, pupils: readonly Pupil[]): Pupil[] {
  const settled = new Map(marks.map(({ attendeeId, mark }) => [attendeeId, mark]))
  return pupils.filter(({ attendeeId }) => {
    const mark = settled.get(attendeeId)
    return mark === undefined || mark === 'absent'
  })
}

/** The shape of a lesson in the row of all of them. */
export function shapeOf(course: BookedCourse, lesson: BookedLesson, now: number): LessonShape {
  if (isOff(lesson)) return 'cancelled'
  const marks = (lesson.marks ?? []).map(({ mark }) => mark)
  if (marks.some((mark) => mark === 'present' || mark === 'late')) return 'there'
  if (marks.includes('excused')) return 'excused'
  if (isOver(lesson, now)) return marks.includes('absent') ? 'absent' : 'over'
  return lesson === nextLesson(course, now) ? 'next' : 'to-come'
}

/** 请过假; of several people who stand differently: 小满请过假，小雨到了. Null where nothing is known. */
export function marksInWords(
  { marks = [] }: BookedLesson,
  pupils: readonly Pupil[],
): string | null {
  const known = pupils.flatMap(({ attendeeId, name }) => {
    const mark = marks.find((one) => one.attendeeId === attendeeId)?.mark
    return mark === undefined ? [] : [{ name, words: MARK_WORDS[mark] }]
  })
  const [first] = known
  if (!first) return null
  const same = known.length === pupils.length && known.every(({ words }) => words === first.words)
  return same ? first.words : known.map(({ name, words }) => `${name}${words}`).join('，')
}

/** How far a course has come: 下一课是第 3 课，共 12 课. */
export function progressInWords(course: BookedCourse, now: number): string {
  const next = nextLesson(course, now)
  const all = `共 ${course.occurrences.length} 课`
  return next ? `下一课是${lessonName(course, next)}，${all}` : `${all}，都上完了`
}

/** 第 3 课 */
export function lessonName({ occurrences }: BookedCourse, lesson: BookedLesson): string {
  return `第 ${lesson.lesson?.number ?? occurrences.indexOf(lesson) + 1} 课`
}

/** The row of shapes as one sentence: 12 课：到了 2 课，请过假 1 课，还没上 9 课. */
export function shapesInWords(course: BookedCourse, now: number): string {
  const counts = new Map<string, number>()
  for (const lesson of course.occurrences) {
    const shape = shapeOf(course, lesson, now)
    const words = SHAPE_WORDS[shape === 'next' ? 'to-come' : shape]
    counts.set(words, (counts.get(words) ?? 0) + 1)
  }
  const parts = [...counts].map(([words, count]) => `${words} ${count} 课`)
  return `${course.occurrences.length} 课：${parts.join('，')}`
}

/** 12月5日 周六 09:30–11:00 */
export function lessonWhen({ startsAt, endsAt }: BookedLesson, now: number): string {
  return whenInWords(parseInstant(startsAt), parseInstant(endsAt), now)
}

/** Whether somebody can still say of a lesson that they cannot come, or that they can after all. */
export function canChange(course: BookedCourse, lesson: BookedLesson, now: number): boolean {
  const isCourse = course.occurrences.length > 1 && !course.consultationId
  return (
    isCourse &&
    course.status === 'booked' &&
    lesson.occurrenceId !== undefined &&
    !isOff(lesson) &&
    parseInstant(lesson.startsAt) > now
  )
}

/** What happens to the seat of somebody who is excused, as it is promised before. */
export function promiseOf({ freesLessons = false }: BookedCourse): string {
  return freesLessons
    ? '这一课的座位会让给候补的人。有人接了，就不能反悔了。'
    : '跟老师说一声，这一课不等您。开课前改主意，还能收回。'
}
