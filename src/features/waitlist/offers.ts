import type { Output } from '@/contract'
import { parseInstant } from '@/domain/time/instant'
import { momentInWords } from '@/domain/time/words'

/** One of my entries on a waiting list. */
export type Entry = Output<'waitlist.mine'>['entries'][number]

/** Whether seats are held for an entry now. */
export function isOffered({ state, offerUntil }: Entry, now: number): boolean {
  return state === 'offered' && parseInstant(offerUntil!) > now
}

/** The offers that stand, the one that ends soonest first. */
export function offersOf(entries: readonly Entry[], now: number): Entry[] {
  return entries
    .filter((entry) => isOffered(entry, now))
    .sort((a, b) => parseInstant(a.offerUntil!) - parseInstant(b.offerUntil!))
}

/** 留给您 2 席，到明天 09:00, of a guest 有一课空出一席给您; null where no offer stands at `now` (milliseconds since the epoch). */
export function offerInWords(mine: Output<'waitlist.mine'> | null, now: number): string | null {
  const first = mine && offersOf(mine.entries, now)[0]
  if (!first) return null
  const what = first.onlyLesson ? '有一课空出一席给您' : `留给您 ${first.seats} 席`
  return `${what}，到${momentInWords(parseInstant(first.offerUntil!), now)}`
}
