import type { Span } from '@/domain/seats/clash'
import { HOUR, parseInstant } from '@/domain/time/instant'

/** No lesson lasts longer. */
const LONGEST = 12 * HOUR

/**
 * The time that a lesson is to have, out of two instants as the wire has them, or the field that is
 * wrong: not every text of their form is a time of the calendar.
 */
export function spanIn(wish: {
  startsAt: string
  endsAt: string
}): { span: Span } | { invalid: { path: string; reason: string } } {
  const [startsAt, endsAt] = [instantIn(wish.startsAt), instantIn(wish.endsAt)]
  if (startsAt === null) return { invalid: { path: 'startsAt', reason: 'INSTANT' } }
  if (endsAt === null) return { invalid: { path: 'endsAt', reason: 'INSTANT' } }
  const fits = endsAt > startsAt && endsAt - startsAt <= LONGEST
  return fits ? { span: { startsAt, endsAt } } : { invalid: { path: 'endsAt', reason: 'SPAN' } }
}

function instantIn(text: string): number | null {
  try {
    return parseInstant(text)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
