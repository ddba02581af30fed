import type { Entry } from '@/features/ballot/ballot-words'
import type { Line } from '@/features/ballot/entry-words'

/** An entry for two classes that close on 1 December, as `ballot.mine` has it. */
export function anEntry(change: Partial<Entry> = {}): Entry {
  const wish = {
    activityId: 'nongye.weiqi',
    startsAt: '2026-12-12T09:30:00+08:00',
    endsAt: '2027-01-30T10:30:00+08:00',
    capacity: 12,
    won: false,
  }
  return {
    ballotId: 'nongye.b1',
    state: 'open',
    closesAt: '2026-12-01T18:00:00+08:00',
    numberSource: '福彩双色球当期开奖号码',
    numberAt: '2026-12-01T22:00:00+08:00',
    entryNumber: 218,
    enteredAt: '2026-11-22T09:00:00+08:00',
    seats: 1,
    attendees: [{ attendeeId: 'm-aaaaaaaaaaaaaaaa', name: '小满' }],
    wishes: [
      { ...wish, poolId: 'nongye.p1', title: '围棋上午班' },
      { ...wish, poolId: 'nongye.p2', title: '围棋下午班' },
    ],
    weight: null,
    listHash: null,
    number: null,
    place: null,
    waitlistEntryIds: [],
    ...change,
  }
}

/** A place on a waiting list, or an offer, as `waitlist.mine` has it. */
export function aLine(change: Partial<Line> = {}): Line {
  return {
    entryId: 'nongye.w1',
    state: 'waiting',
    centreId: 'nongye',
    centreName: '示例社区',
    activityId: 'nongye.weiqi',
    poolId: 'nongye.p1',
    title: '围棋上午班',
    category: 'children',
    place: '二楼棋室',
    startsAt: '2026-12-12T09:30:00+08:00',
    endsAt: '2027-01-30T10:30:00+08:00',
    joinedAt: '2026-12-01T22:01:00+08:00',
    listEndsAt: '2026-12-12T08:30:00+08:00',
    seats: 1,
    attendees: [],
    position: 7,
    waiting: 24,
    chance: null,
    offerUntil: null,
    saved: 0,
    bookingId: null,
    moves: [],
    ...change,
  }
}
