import { dateOf, startOfDay } from '@/domain/time/date'
import { DAY, HOUR, MINUTE } from '@/domain/time/instant'

/** A list ends so long before the first lesson: who is offered a seat must still be able to come. */
const ENDS_BEFORE_START = HOUR

/** Nobody is given longer than this to answer… */
const LONGEST = 12 * HOUR
/** …nor shorter. */
const SHORTEST = 30 * MINUTE
/** Of what is left until the list ends an offer takes at most this part, so that it can pass on. */
const PART = 1 / 4

/** How long the winners of a draw have to confirm: many did not know the hour of it. */
const LONGEST_OF_DRAW = 48 * HOUR

/** Nobody has to answer in the night; an offer that would end in it ends an hour after. */
const NIGHT_BEGINS = 22 * HOUR
const NIGHT_ENDS = 8 * HOUR
const MORNING = 9 * HOUR

/** When the waiting list of a pool ends whose first lesson starts at `startsAt`; in milliseconds. */
export function listEndsAt(startsAt: number): number {
  return startsAt - ENDS_BEFORE_START
}

/**
 * Until when somebody may answer who is offered seats at `now`; all instants in milliseconds. Twelve
 * hours, or a quarter of what is left until the list ends where that is shorter, and half an hour at
 * least; never in the night from 22 to 8. Null when no such hour is left before the list ends.
 */
export function offerDeadline(now: number, startsAt: number): number | null {
  return deadline(now, startsAt, LONGEST)
}

/** As `offerDeadline`, for those who won seats in a draw: up to two days. */
export function confirmDeadline(now: number, startsAt: number): number | null {
  return deadline(now, startsAt, LONGEST_OF_DRAW)
}

function deadline(now: number, startsAt: number, longest: number): number | null {
  const end = listEndsAt(startsAt)
  const span = Math.max(SHORTEST, Math.min(longest, (end - now) * PART))
  const wished = now + span
  if (wished > end) return null
  return byDay(now, Math.floor(wished / MINUTE) * MINUTE, end)
}

/** The deadline itself, or the next one that is not in the night. */
function byDay(now: number, wished: number, end: number): number | null {
  const midnight = startOfDay(dateOf(wished))
  const time = wished - midnight
  const late = time > NIGHT_BEGINS
  if (!late && time >= MORNING) return wished
  const day = late ? midnight + DAY : midnight
  const morning = Math.min(day + MORNING, end)
  if (morning >= day + NIGHT_ENDS) return morning
  // It starts early in the morning: the evening before, if that leaves time to answer.
  const evening = Math.min(day - DAY + NIGHT_BEGINS, end)
  return evening - now >= SHORTEST ? evening : null
}

/** Until when seats may be saved up for a party that is too large for what comes free. */
export function savesUntil(startsAt: number): number {
  return listEndsAt(startsAt) - DAY
}
