import type { Output } from '@/contract'
import { parseInstant } from '@/domain/time/instant'

/** One of my entries on a waiting list. */
export type Entry = Output<'waitlist.mine'>['entries'][number]

/** Whether seats are held for an entry now. */
export function isOffered({ state, offerUntil }: Entry, now: number): boolean {
  return state === 'offered' && offerUntil !== null && parseInstant(offerUntil) > now
}

/** The offers that stand, the one that ends soonest first. */
export function offersOf(entries: readonly Entry[], now: number): Entry[] {
  return entries
    .filter((entry) => isOffered(entry, now))
    .sort((a, b) => parseInstant(a.offerUntil!) - parseInstant(b.offerUntil!))
}
