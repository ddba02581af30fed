import type { Output } from '@/contract'
import type { Entry } from '@/features/waitlist/offers'

/** A quarter past nine on a Sunday. */
export const NOW = new Date('2026-11-22T09:15:00+08:00').getTime()

/** An entry that waits third of five for two seats. */
export function anEntry(change: Partial<Entry> = {}): Entry {
  return {
    entryId: 'nongye.e1',
    state: 'waiting',
    centreId: 'nongye',
    centreName: '农业银行社区',
    activityId: 'nongye.weiqi',
    poolId: 'nongye.p1',
    title: '围棋启蒙',
    category: 'children',
    place: '二楼棋室',
    startsAt: '2026-11-28T14:30:00+08:00',
    endsAt: '2027-01-02T16:00:00+08:00',
    joinedAt: '2026-11-20T10:00:00+08:00',
    listEndsAt: '2026-11-28T13:30:00+08:00',
    seats: 2,
    attendees: [
      { attendeeId: 'self', name: null },
      { attendeeId: 'm-aaaaaaaaaaaaaaaa', name: '小满' },
    ],
    position: 3,
    waiting: 5,
    chance: null,
    offerUntil: null,
    saved: 0,
    bookingId: null,
    moves: [],
    ...change,
  }
}

/** The same once seats are held for it until half past eight in the evening. */
export function anOffer(change: Partial<Entry> = {}): Entry {
  return anEntry({
    ...{ state: 'offered', position: null, offerUntil: '2026-11-22T20:30:00+08:00' },
    ...change,
  })
}

type Pool = Output<'activities.get'>['pools'][number]

/** A full pool of twelve seats for six lessons, whose list ends at half past one on the 28th. */
export function aFullPool(change: Partial<Pool> = {}): Pool {
  return {
    poolId: 'nongye.p1',
    capacity: 12,
    taken: 12,
    mode: 'open',
    opensAt: '2026-10-24T10:00:00+08:00',
    closesAt: '2026-11-28T13:30:00+08:00',
    cancelUntil: '2026-11-27T14:30:00+08:00',
    state: 'full',
    intake: null,
    waiting: 2,
    occurrences: [
      {
        ...{ occurrenceId: 'nongye.o1', place: '二楼棋室', state: 'scheduled' },
        ...{ startsAt: '2026-11-28T14:30:00+08:00', endsAt: '2026-11-28T16:00:00+08:00' },
        ...{ topic: undefined, lesson: { number: 1, of: 6 } },
      },
    ],
    ...change,
  }
}
