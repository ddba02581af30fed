import { OPENS_BEFORE, checkedIn } from '@/domain/attendance/mark'
import { JUDGED_AFTER } from '@/domain/attendance/strike'
import { parseInstant, timeOf } from '@/domain/time/instant'
import { momentInWords } from '@/domain/time/words'

/** A lesson's times as they come over the wire. */
export interface LessonTimes {
  startsAt: string
  endsAt: string
}

/** From when somebody may check in; instants in milliseconds since the epoch. */
export function opensAt(startsAt: number): number {
  return startsAt - OPENS_BEFORE
}

/** Whether a lesson can be marked now: not yet, now, or no longer because a day has passed. */
export function markable(
  { startsAt, endsAt }: LessonTimes,
  now: number,
): 'too-early' | 'open' | 'closed' {
  const [starts, ends] = [parseInstant(startsAt), parseInstant(endsAt)]
  if (now >= ends + JUDGED_AFTER) return 'closed'
  return checkedIn({ startsAt: starts, endsAt: ends }, now) === 'too-early' ? 'too-early' : 'open'
}

/** Why nothing can be marked now, and what can be done; null while it can. */
export function whyNotMarkable(lesson: LessonTimes, now: number): string | null {
  const state = markable(lesson, now)
  if (state === 'open') return null
  if (state === 'closed') return '这一课的点名收了，名单只能看。'
  return `${momentInWords(opensAt(parseInstant(lesson.startsAt)), now)} 起可以点名，现在先看名单。`
}

/** Whether somebody may check in to a lesson at this moment. */
export function canCheckIn({ startsAt, endsAt }: LessonTimes, now: number): boolean {
  const at = checkedIn({ startsAt: parseInstant(startsAt), endsAt: parseInstant(endsAt) }, now)
  return at === 'present' || at === 'late'
}

/** 19:00–20:30 */
export function timesOf({ startsAt, endsAt }: LessonTimes): string {
  return `${timeOf(parseInstant(startsAt))}–${timeOf(parseInstant(endsAt))}`
}
