import { openingInWords } from '@/domain/time/opening-hours'
import type { Centre } from './current-centre'

/** 中心今天开到 21:00; `now` in milliseconds since the epoch. */
export function openingOf(centre: Centre, now: number): string {
  const words = openingInWords(centre.hours, now)
  return /^\d/.test(words) ? `中心 ${words}` : `中心${words}`
}
