import { timeOf } from '@/domain/time/instant'
import type { SchemeChoice } from '@/gateway/device/appearance'

const NIGHT_FROM = '19:00'
const DAY_FROM = '06:30'

/**
 * The scheme of the screens for riders at `now` (milliseconds since the epoch): night from 19:00 to
 * 06:30 at UTC+8 by itself. Undefined when the screen is like all the others: by day, and when the
 * person chose a scheme.
 */
export function ridersScheme(choice: SchemeChoice, now: number): 'night' | undefined {
  if (choice !== 'auto') return undefined
  const time = timeOf(now)
  return time >= NIGHT_FROM || time < DAY_FROM ? 'night' : undefined
}
