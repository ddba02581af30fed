import {
  type BookedCourse,
  type BookedLesson,
  canChange,
  excusable,
  marksInWords,
  nextLesson,
  progressInWords,
  shapeOf,
  shapesInWords,
} from '@/features/lessons/booked-course'
import { DAY, HOUR, toInstantText } from '@/domain/time/instant'

const NOW = Date.parse('2026-11-22T09:00:00+08:00')
type Mark = NonNullable<BookedLesson['marks']>[number]['mark']

function lesson(number: number, marks: Mark[] = [], state: BookedLesson['state'] = 'scheduled') {
  const startsAt = NOW + (number * 7 - 17) * DAY
  return {
    occurrenceId: `nongye.l${number}`,
    startsAt: toInstantText(startsAt),
    endsAt: toInstantText(startsAt + HOUR),
    place: '二楼书画室',
    ...{ state, lesson: { number, of: 6 } },
    marks: marks.map((mark, index) => ({ attendeeId: PUPILS[index]!.attendeeId, mark })),
  }
}

const PUPILS = [
  { attendeeId: 'm-aaaaaaaaaaaaaaaa', name: '小满' },
  { attendeeId: 'm-bbbbbbbbbbbbbbbb', name: '小雨' },
]

/** Lessons 1 and 2 are over; the one after the called-off third is the next. */
function course(...changed: BookedLesson[]): BookedCourse {
  const lessons = [1, 2, 3, 4, 5, 6].map(
    (number) => changed.find((one) => one.lesson?.number === number) ?? lesson(number),
  )
  return {
    ...({ status: 'booked', lessons: 6, occurrences: lessons } as unknown as BookedCourse),
    attendees: PUPILS.map((one) => ({ ...one, status: 'booked', number: null, state: null })),
  }
}

describe('a course that somebody booked', () => {
  it('says how far it has come, and skips what is called off and what all are excused from', () => {
    const off = lesson(3, [], 'cancelled')
    const excused = lesson(4, ['excused', 'excused'])
    expect(progressInWords(course(), NOW)).toBe('下一课是第 3 课，共 6 课')
    expect(nextLesson(course(off, excused), NOW)?.lesson?.number).toBe(5)
    expect(nextLesson(course(off, lesson(4, ['excused'])), NOW)?.lesson?.number).toBe(4)
    expect(progressInWords(course(), NOW + 60 * DAY)).toBe('共 6 课，都上完了')
  })

  it('has a shape for each lesson, and the same in a sentence', () => {
    const one = course(
      lesson(1, ['present', 'late']),
      lesson(2, ['absent']),
      lesson(3, [], 'cancelled'),
      lesson(4, ['excused', 'excused']),
    )
    const shapes = one.occurrences.map((each) => shapeOf(one, each, NOW))
    expect(shapes).toEqual(['there', 'absent', 'cancelled', 'excused', 'next', 'to-come'])
    expect(shapesInWords(one, NOW)).toBe(
      '6 课：到了 1 课，没来 1 课，取消 1 课，请过假 1 课，还没上 2 课',
    )
  })

  it('says how it stands with each of several people', () => {
    expect(marksInWords(lesson(1, ['present', 'late']), PUPILS)).toBe('到了')
    expect(marksInWords(lesson(1, ['present', 'excused']), PUPILS)).toBe('小满到了，小雨请过假')
    expect(marksInWords(lesson(1), PUPILS)).toBeNull()
  })

  it('lets those be excused who were not seen there, before the lesson begins', () => {
    expect(excusable(lesson(4, ['excused']), PUPILS).map(({ name }) => name)).toEqual(['小雨'])
    expect(excusable(lesson(4, ['present', 'absent']), PUPILS)).toHaveLength(1)
    const one = course()
    const [, second, third] = one.occurrences
    expect([second, third].map((each) => canChange(one, each!, NOW))).toEqual([false, true])
    expect(canChange(one, lesson(3, [], 'cancelled'), NOW)).toBe(false)
    expect(canChange({ ...one, status: 'cancelled' }, third!, NOW)).toBe(false)
  })
})
