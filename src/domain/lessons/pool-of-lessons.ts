import type { Span } from '@/domain/seats/clash'
import { SECOND } from '@/domain/time/instant'

/** When a pool may be booked and given back; instants in milliseconds since the epoch. */
export interface LessonPoolTimes extends Span {
  opensAt: number
  closesAt: number
  cancelUntil: number
}

/** A lesson that a pool covers. */
export interface CoveredLesson extends Span {
  isCancelled: boolean
}

/**
 * The times of a pool after one of its lessons was moved or cancelled at `now`; `lessons` are as they
 * stand then. What depends on the first lesson goes along with it, unless the course has begun. Nobody
 * loses the right to give seats back: where the pool has one lesson alone, it can be given back until
 * that begins, whatever was said before.
 */
export function timesAfterChange(
  pool: LessonPoolTimes,
  lessons: readonly CoveredLesson[],
  now: number,
): LessonPoolTimes {
  const held = lessons.filter(({ isCancelled }) => !isCancelled)
  const spanned = held.length > 0 ? held : lessons
  const endsAt = Math.max(...spanned.map((one) => one.endsAt))
  const isCourse = lessons.length > 1
  if (isCourse && pool.startsAt <= now) return { ...pool, endsAt }
  const startsAt = Math.min(...spanned.map((one) => one.startsAt))
  const later = startsAt - pool.startsAt
  const cancelUntil = Math.max(pool.cancelUntil, pool.cancelUntil + later)
  return {
    ...{ opensAt: pool.opensAt, startsAt, endsAt },
    closesAt: Math.max(pool.closesAt + later, pool.opensAt + SECOND),
    cancelUntil: isCourse ? Math.min(cancelUntil, startsAt) : startsAt,
  }
}
