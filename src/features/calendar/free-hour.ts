import { parseInstant } from '@/domain/time/instant'
import { dateOf } from '@/domain/time/date'
import { dayInWords } from '@/domain/time/words'
import type { Occurrence } from './occurrences'

/** 周四有空: the first of these days on which a lawyer has a free hour; null where none has. */
export function freeHourInWords(occurrences: readonly Occurrence[], today: string): string | null {
  const free = occurrences.find(({ intake }) => intake?.service === 'legal' && intake.free > 0)
  return free ? `${dayInWords(dateOf(parseInstant(free.startsAt)), today)}有空` : null
}
