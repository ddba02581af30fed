import { parseInstant } from '@/domain/time/instant'
import { dateOf } from '@/domain/time/date'
import { dayInWords } from '@/domain/time/words'
import type { Occurrence } from './occurrences'

/** 本周四有空: the first of these days on which a lawyer has an hour; null where none has. */
export function freeHourInWords(occurrences: readonly Occurrence[], today: string): string | null {
  const free = occurrences.find(
    // Mediation is of the same category; only its title tells.
    ({ category, poolState, title }) =>
      category === 'legal' && poolState === 'open' && title.includes('律'),
  )
  return free ? `${dayInWords(dateOf(parseInstant(free.startsAt)), today)}有空` : null
}
