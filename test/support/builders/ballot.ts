import type { Store } from '../../../src/cloud/store'
import { DAY, HOUR } from '../../../src/domain/time/instant'
import { NOW, type PoolWish, aPool } from './programme'

let classes = 0

/** Entries until tomorrow at nine, the number the day after at nine, the first lesson in twenty days. */
export const CLOSES = NOW + DAY
export const NUMBER_AT = NOW + 2 * DAY

/** A pool whose seats are drawn, at hours of its own; its entries close with those of the others. */
export function aDrawnPool(store: Store, centreId: string, wish: PoolWish = {}): Promise<string> {
  const startsAt = NOW + 20 * DAY + (classes += 2) * HOUR
  return aPool(store, centreId, {
    lessons: [{ startsAt, endsAt: startsAt + HOUR }],
    closesAt: CLOSES,
    ...wish,
    columns: { mode: 'ballot', ...wish.columns },
  })
}
