import type { Output } from '@/contract'
import { parseInstant } from '@/domain/time/instant'
import { momentInWords } from '@/domain/time/words'
import { timesOf } from './lesson-time'
import { MARK_TAGS } from './mark-words'

type Booking = Output<'seats.mine'>['bookings'][number]
export type CheckedIn = Output<'attendance.checkIn'>['lessons'][number]

/** 我 到了，小满 迟到; the names are those that this phone knows of its bookings. */
export function whoIsThere(
  { attendees }: Pick<CheckedIn, 'attendees'>,
  bookings: readonly Pick<Booking, 'attendees'>[],
): string {
  const known = bookings.flatMap((booking) => booking.attendees ?? [])
  return attendees
    .map(({ attendeeId, mark }) => {
      const name = known.find((one) => one.attendeeId === attendeeId)?.name
      const who = attendeeId === 'self' ? '我' : (name ?? '一位家里人')
      return `${who} ${MARK_TAGS[mark].text}`
    })
    .join('，')
}

/** What is said once somebody is checked in; late is no reproach. */
export function checkedInWords(lessons: readonly CheckedIn[]): { title: string; next: string } {
  const late = lessons.some(({ attendees }) => attendees.some(({ mark }) => mark === 'late'))
  return late
    ? { title: '来了就好', next: '晚了一点，没有关系，快进去吧。' }
    : { title: '签上了', next: '请进，祝您学得开心。' }
}

/** 吉他 第 4 / 12 课 */
export function lessonTitle({ title, lesson }: Pick<CheckedIn, 'title' | 'lesson'>): string {
  return lesson ? `${title} 第 ${lesson.number} / ${lesson.of} 课` : title
}

/** 19:00–20:30 · 三楼音乐教室 */
export function lessonNote(lesson: { startsAt: string; endsAt: string; place: string }): string {
  return `${timesOf(lesson)} · ${lesson.place}`
}

/** When a lesson that was checked in to begins, and where: 今天 19:00 · 三楼音乐教室 */
export function checkedInNote({ startsAt, place }: CheckedIn, now: number): string {
  return `${momentInWords(parseInstant(startsAt), now)} · ${place}`
}
