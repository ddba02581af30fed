import type { Span } from '@/domain/seats/clash'
import { dateOf } from '@/domain/time/date'

/** Whether `now` lies on a day of a clinic (instants in milliseconds): numbers are called then alone. */
export function isOnTheDay({ startsAt, endsAt }: Span, now: number): boolean {
  const today = dateOf(now)
  return dateOf(startsAt) <= today && today <= dateOf(endsAt)
}
