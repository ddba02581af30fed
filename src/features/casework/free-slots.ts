import type { Output } from '@/contract'
import { dateOf } from '@/domain/time/date'
import { parseInstant } from '@/domain/time/instant'
import { dayInWords, timeRangeInWords } from '@/domain/time/words'

type Slot = Output<'casework.officeHours'>['slots'][number]

export interface FreeDay {
  /** 12月3日 周四 */
  day: string
  slots: { poolId: string; time: string; startsAt: string; endsAt: string }[]
}

/** The times of months that nobody has taken and that are still to come, by day, earliest first. */
export function freeDaysOf(slots: readonly Slot[], now: number): FreeDay[] {
  const days = new Map<string, FreeDay>()
  const free = slots
    .filter(({ taken, startsAt }) => !taken && parseInstant(startsAt) > now)
    .sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
  for (const { poolId, startsAt, endsAt } of free) {
    const [from, until] = [parseInstant(startsAt), parseInstant(endsAt)]
    const day = dayInWords(dateOf(from), dateOf(now))
    const known = days.get(day) ?? { day, slots: [] }
    days.set(day, known)
    known.slots.push({ poolId, startsAt, endsAt, time: timeRangeInWords(from, until) })
  }
  return [...days.values()]
}
