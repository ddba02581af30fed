import type { Span } from '@/domain/seats/clash'
import { HOUR } from '@/domain/time/instant'

/** No lesson lasts longer. */
const LONGEST = 12 * HOUR

/** What is wrong with a time that no lesson can have; null for one that it can. */
export function wrongSpan({ startsAt, endsAt }: Span) {
  if (Number.isNaN(startsAt)) return { invalid: { path: 'startsAt', reason: 'INSTANT' } }
  const fits = endsAt > startsAt && endsAt - startsAt <= LONGEST
  return fits ? null : { invalid: { path: 'endsAt', reason: 'SPAN' } }
}
