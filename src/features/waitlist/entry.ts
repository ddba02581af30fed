import { parseInstant } from '@/domain/time/instant'
import type { TagTone } from '@/ui/tag/tag'
import { type Entry, isOffered } from './offers'

/** Whether an entry may still get its seats at `now` (milliseconds since the epoch). */
export function isLive(entry: Entry, now: number): boolean {
  return isOffered(entry, now) || entry.state === 'waiting'
}

/** The live entries of a pool; a family may have one for each of them. */
export function entriesIn(entries: readonly Entry[], poolId: string, now: number): Entry[] {
  return entries.filter((entry) => entry.poolId === poolId && isLive(entry, now))
}

/** Those who wait for a pool already: `self` and keys of my family. */
export function waitingIn(entries: readonly Entry[]): ReadonlySet<string> {
  return new Set(
    entries.flatMap(({ attendees }) =>
      attendees.flatMap(({ attendeeId }) => (attendeeId === null ? [] : [attendeeId])),
    ),
  )
}

/** 我 + 小满; somebody who is no longer in the family has no name. */
export function whoInWords({ attendees }: Entry): string {
  return attendees
    .map(({ attendeeId, name }) => (attendeeId === 'self' ? '我' : (name ?? '一位家里人')))
    .join(' + ')
}

/** What became of an entry that can get no more seats. */
export function endInWords({ state }: Entry): { tone: TagTone; text: string } {
  switch (state) {
    case 'accepted':
      return { tone: 'info', text: '报上了' }
    case 'left':
      return { tone: 'quiet', text: '退了' }
    case 'over':
      return { tone: 'quiet', text: '没等到' }
    default:
      return { tone: 'quiet', text: '没确认' }
  }
}

/** When offers end, in milliseconds: the instants at which a screen of them changes. */
export function offerEnds(entries: readonly Entry[]): number[] {
  return entries.flatMap(({ offerUntil }) =>
    offerUntil === null ? [] : [parseInstant(offerUntil)],
  )
}
