import type { Channel } from '@/domain/consultation/consultation'
import { dateOf } from '@/domain/time/date'
import { parseInstant, timeOf } from '@/domain/time/instant'
import { dayInWords, timeRangeInWords } from '@/domain/time/words'
import type { Slot } from './draft'

/** The free times of one day. */
export interface DayOfSlots {
  date: string
  /** 本周四, 12月3日 周四 */
  day: string
  slots: readonly Slot[]
}

/** Free times by day, earliest first; those alone in which the channel is offered. `now` in ms. */
export function daysOf(slots: readonly Slot[], channel: Channel, now: number): DayOfSlots[] {
  const days = new Map<string, Slot[]>()
  const seen = new Set<string>()
  for (const slot of [...slots].sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))) {
    if (!slot.channels.includes(channel) || parseInstant(slot.startsAt) <= now) continue
    // Two professionals who are free at the same time and place are one choice.
    const face = `${slot.startsAt} ${slot.place}`
    if (seen.has(face)) continue
    seen.add(face)
    const date = dateOf(parseInstant(slot.startsAt))
    days.set(date, [...(days.get(date) ?? []), slot])
  }
  return [...days].map(([date, ofDay]) => ({
    date,
    day: dayInWords(date, dateOf(now)),
    slots: ofDay,
  }))
}

/** 本周四 14:00–14:30 */
export function slotInWords({ startsAt, endsAt }: Pick<Slot, 'startsAt' | 'endsAt'>, now: number) {
  const [from, to] = [parseInstant(startsAt), parseInstant(endsAt)]
  return `${dayInWords(dateOf(from), dateOf(now))} ${timeRangeInWords(from, to)}`
}

/** 14:00, on a chip under its day. */
export function slotTime({ startsAt }: Slot): string {
  return timeOf(parseInstant(startsAt))
}
