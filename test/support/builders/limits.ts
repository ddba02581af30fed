import type { Store } from '../../../src/cloud/store'
import { DAY, HOUR } from '../../../src/domain/time/instant'
import { NOW, type PoolWish, aPool } from './programme'

/** The seating of an activity whose seats are of a whole term. */
export const SEATING = JSON.stringify({
  per: 'term',
  capacity: 10,
  opensDaysBefore: 30,
  closesMinutesBefore: 0,
  cancelHoursBefore: 2,
})

let courses = 0

/** A course of this term whose one pool covers it all, at hours of its own. */
export async function aCourse(
  store: Store,
  centreId: string,
  { title = '示例课', startsAt, ...wish }: PoolWish & { title?: string; startsAt?: number } = {},
): Promise<{ poolId: string }> {
  const first = startsAt ?? NOW + 20 * DAY + (courses += 1) * 2 * HOUR
  const lessons = [{ startsAt: first, endsAt: first + HOUR }]
  const activity = { title, seating: SEATING }
  return { poolId: await aPool(store, centreId, { lessons, ...wish, activity }) }
}

/** An hour of a day so many days from now, for a pool of its own. */
export function aDay(days = 1): PoolWish {
  const startsAt = NOW + days * DAY
  return { lessons: [{ startsAt, endsAt: startsAt + HOUR }] }
}
