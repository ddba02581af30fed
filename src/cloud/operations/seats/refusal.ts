import { type BookingRefusal } from '@/domain/seats/explain-refusal'
import { toInstantText } from '@/domain/time/instant'
import type { Refusal } from '@/cloud/handler'

/** A refusal of the domain with its instants as the wire has them. */
export function refusalOnTheWire(refusal: BookingRefusal): Refusal<'seats.book'> {
  switch (refusal.code) {
    case 'CLOSED':
      return { code: 'CLOSED', facts: { closesAt: toInstantText(refusal.facts.closesAt) } }
    case 'NOT_OPEN_YET':
      return { code: 'NOT_OPEN_YET', facts: { opensAt: toInstantText(refusal.facts.opensAt) } }
    case 'NOT_ELIGIBLE': {
      const { until } = refusal.facts
      const facts = { ...refusal.facts, until: until === null ? null : toInstantText(until) }
      return { code: 'NOT_ELIGIBLE', facts }
    }
    case 'CLASHES': {
      const { startsAt, endsAt } = refusal.facts
      const span = { startsAt: toInstantText(startsAt), endsAt: toInstantText(endsAt) }
      return { code: 'CLASHES', facts: { ...refusal.facts, ...span } }
    }
    default:
      return refusal
  }
}
