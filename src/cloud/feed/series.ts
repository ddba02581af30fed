import type { Rule } from '@/domain/calendar/recurrence'
import { recurrenceSet } from '@/domain/calendar/recurrence-rfc5545'
import { isBounded, rulePositions } from '@/domain/calendar/rule-positions'
import { dateOf } from '@/domain/time/date'
import { instantAt } from '@/domain/time/instant'
import type { FeedActivity, FeedOccurrence } from '@/cloud/store/queries/feed'

/** A VEVENT that repeats by a rule, with its exceptions; instants in milliseconds since the epoch. */
export interface Series {
  /** When the occurrences start after the rule's time of day, in milliseconds: 0 but for slots. */
  offset: number
  /** DTSTART, DTEND and the place of every day that has no override. */
  usual: { startsAt: number; endsAt: number; place: string }
  rrule: string
  /** What the rule gives and does not take place (EXDATE). */
  exceptions: number[]
  /** What takes place otherwise than the rule says, or was cancelled (RECURRENCE-ID). */
  overrides: FeedOccurrence[]
}

export interface ActivityEvents {
  series: Series[]
  /** What no rule gives: VEVENTs of their own, for too many calendars ignore RDATE. */
  single: FeedOccurrence[]
}

/**
 * An activity's occurrences as RFC 5545 repeats them. The table of occurrences is what is true; the
 * rule is how it is written down shortly. Occurrences cut into slots become one series for each slot.
 */
export function eventsOf({ rule, occurrences }: FeedActivity): ActivityEvents {
  const bySlot = new Map<number, FeedOccurrence[]>()
  for (const one of [...occurrences].sort((a, b) => a.originalStartsAt - b.originalStartsAt)) {
    const offset = one.originalStartsAt - instantAt(dateOf(one.originalStartsAt), rule.time)
    bySlot.set(offset, [...(bySlot.get(offset) ?? []), one])
  }
  // A rule without end is written as far as anybody has laid it out: nobody knows the holidays beyond.
  const horizon = dateOf(Math.max(...occurrences.map((one) => one.originalStartsAt)))
  const events: ActivityEvents = { series: [], single: [] }
  for (const [offset, held] of bySlot) {
    const { series, single } = slotEvents(rule, horizon, offset, held)
    if (series) events.series.push(series)
    events.single.push(...single)
  }
  return events
}

function slotEvents(rule: Rule, horizon: string, offset: number, held: FeedOccurrence[]) {
  const rrule = recurrenceSet(rule, horizon)?.rrule
  const days = new Set(
    rulePositions(rule, horizon).map((one) => instantAt(one.originalDate, rule.time) + offset),
  )
  const first = held.find((one) => days.has(one.originalStartsAt))
  if (!rrule || !first) return { series: null, single: held }

  const given = [...days].filter((at) => at >= first.originalStartsAt)
  const exceptions = given.filter((at) => !held.some((one) => one.originalStartsAt === at))
  const byRule = held.filter((one) => days.has(one.originalStartsAt))
  // More exceptions than days is no rule any more.
  if (byRule.length < 2 || exceptions.length > byRule.length) return { series: null, single: held }
  const { milliseconds, place } = usualOf(byRule)
  const startsAt = first.originalStartsAt
  const usual = { startsAt, endsAt: startsAt + milliseconds, place }
  const series: Series = {
    offset,
    usual,
    rrule: isBounded(rule)
      ? rrule.replace(/COUNT=\d+/, `COUNT=${given.length}`)
      : `${rrule};UNTIL=${horizon.replace(/-/g, '')}T155959Z`,
    exceptions,
    overrides: byRule.filter((one) => differs(one, usual)),
  }
  return { series, single: held.filter((one) => !days.has(one.originalStartsAt)) }
}

/** How long and where most occurrences take place. */
function usualOf(held: readonly FeedOccurrence[]): { milliseconds: number; place: string } {
  const kinds = new Map<string, { times: number; milliseconds: number; place: string }>()
  for (const { startsAt, endsAt, place } of held) {
    const milliseconds = endsAt - startsAt
    const key = `${milliseconds} ${place}`
    const times = (kinds.get(key)?.times ?? 0) + 1
    kinds.set(key, { times, milliseconds, place })
  }
  return [...kinds.values()].reduce((most, kind) => (kind.times > most.times ? kind : most))
}

/** Whether an occurrence has to be written down beside the rule that gives it. */
function differs(one: FeedOccurrence, usual: Series['usual']): boolean {
  return (
    one.topic !== null ||
    one.state === 'cancelled' ||
    one.startsAt !== one.originalStartsAt ||
    one.endsAt - one.startsAt !== usual.endsAt - usual.startsAt ||
    one.place !== usual.place
  )
}
