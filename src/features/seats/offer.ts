import { BEFOREHAND_MS } from '@/domain/seats/first-try'
import { type PoolState, poolState, seatsLeft } from '@/domain/seats/pool'
import { parseInstant } from '@/domain/time/instant'
import { momentInWords, untilInWords } from '@/domain/time/words'
import { opensAtInWords } from './waiting-wording'
import { canCancel, cancelUntilInWords } from './wording'

/** What the foot of a detail page needs to know of a pool. */
export interface OfferedPool {
  poolId: string
  capacity: number
  taken: number
  mode: 'open' | 'ballot'
  /** The form through which alone it is booked. */
  intake?: string | null | undefined
  opensAt: string
  closesAt: string
  cancelUntil: string
  occurrences: readonly { state: string }[]
}

/** The one button of a detail page and the reason beside it. */
export interface Offer {
  kind:
    | 'book'
    | 'booked'
    | 'upcoming'
    | 'beforehand'
    | 'full'
    | 'closed'
    | 'cancelled'
    | 'ballot'
    | 'intake'
    | 'walk-in'
    | 'choose'
    | 'few'
    | 'wait'
    | 'waiting'
  /** In bold beside the button: how it stands. */
  title: string
  reason: string
  /** On the button; null where there is nothing to tap. */
  button: string | null
}

/**
 * What can be done with a pool at `now` (milliseconds since the epoch); `pool` is null where no
 * seat is needed. The server decides; this only says beforehand what it will say.
 */
export function offerOf(pool: OfferedPool | null, booked: boolean, now: number): Offer {
  if (pool === null) {
    return { kind: 'walk-in', title: '不用报名', reason: '到时直接来就行', button: null }
  }
  if (booked) {
    const reason = cancelUntilInWords(pool.cancelUntil, now)
    return { kind: 'booked', title: '我已报', reason, button: '看签到码' }
  }
  const { length } = pool.occurrences
  if (length > 0 && pool.occurrences.every(({ state }) => state === 'cancelled')) {
    return { kind: 'cancelled', title: '这一场取消了', reason: '看看别的日期', button: null }
  }
  if (pool.mode === 'ballot') {
    return { kind: 'ballot', title: '摇号分配', reason: '不拼手速', button: null }
  }
  if (pool.intake) {
    const reason = '先填一张只有接待的人能看的表'
    return { kind: 'intake', title: '一对一，保密', reason, button: '去填表' }
  }
  return OFFERS[stateOf(pool, now)](pool, now)
}

/** Whether seats of a pool can be taken now or later, by anybody at all and without a form. */
export function canBook(pool: OfferedPool | null, now: number): boolean {
  const { kind } = offerOf(pool, false, now)
  return kind === 'book' || kind === 'upcoming' || kind === 'beforehand'
}

/**
 * The offer for a family, where `seats` people are chosen. Nobody chosen yet: who shall it be; more
 * than there are seats: how many too many.
 */
export function offerForSeveral(offer: Offer, pool: OfferedPool, seats: number): Offer {
  const isBeforehand = offer.kind === 'beforehand'
  if (offer.kind !== 'book' && !isBeforehand) return offer
  const left = seatsLeft(pool)
  if (seats === 0) return { ...offer, kind: 'choose', reason: '先选给谁报' }
  if (isBeforehand && seats <= left) return offer
  if (seats <= left) return { ...offer, title: `${seats} 席` }
  return { ...offer, kind: 'few', reason: `不够 ${seats} 席，少选${inHan(seats - left)}位` }
}

/** 一位, 两位, 三位 …; a family has no more than seven. */
function inHan(count: number): string {
  return ' 一两三四五六七'[count] ?? String(count)
}

function stateOf(pool: OfferedPool, now: number): PoolState {
  const [opensAt, closesAt] = [parseInstant(pool.opensAt), parseInstant(pool.closesAt)]
  return poolState({ ...pool, opensAt, closesAt }, now)
}

const OFFERS: Record<PoolState, (pool: OfferedPool, now: number) => Offer> = {
  open: (pool, now) => ({
    kind: 'book',
    title: `余 ${seatsLeft(pool)} 席`,
    reason: canCancel(pool.cancelUntil, now)
      ? cancelUntilInWords(pool.cancelUntil, now)
      : '现在报了，再退算半次没来',
    button: '报名',
  }),
  upcoming: (pool, now) => {
    const opens = parseInstant(pool.opensAt)
    const reason = untilInWords(opens, now) ?? '马上开放'
    if (opens - now <= BEFOREHAND_MS) {
      const title = opensAtInWords(opens)
      return { kind: 'beforehand', title, reason, button: '到点替我报名' }
    }
    return {
      kind: 'upcoming',
      title: '还没开放',
      reason,
      button: `${momentInWords(opens, now)} 开放`,
    }
  },
  full: () => ({
    kind: 'full',
    title: '报满了',
    reason: '有人退会空出来，过会儿再看',
    button: '报满了',
  }),
  closed: (pool, now) => ({
    kind: 'closed',
    title: '报名截止了',
    reason: `${momentInWords(parseInstant(pool.closesAt), now)} 截止`,
    button: '报名截止',
  }),
}
