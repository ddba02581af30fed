import { type ListedSeats, seatsForAnyone } from '../seats/pool'
import { listEndsAt } from './offer-deadline'

/** A pool that somebody wants to wait for. Instants in milliseconds. */
export interface WantedList extends ListedSeats {
  startsAt: number
  listOverAt: number | null
}

export type NoNeedToWait =
  | { code: 'NEVER_FITS'; facts: { capacity: number } }
  | { code: 'SEATS_LEFT'; facts: { left: number } }
  | { code: 'LIST_OVER'; facts: { startsAt: number } }

/** Why so many seats of a pool are not to be waited for at `now`; null where they are. */
export function noNeedToWait(list: WantedList, asked: number, now: number): NoNeedToWait | null {
  const { capacity, startsAt } = list
  if (asked > capacity) return { code: 'NEVER_FITS', facts: { capacity } }
  const left = seatsForAnyone(list)
  if (asked <= left) return { code: 'SEATS_LEFT', facts: { left } }
  const isOver = list.listOverAt !== null || now >= listEndsAt(startsAt)
  return isOver ? { code: 'LIST_OVER', facts: { startsAt } } : null
}
