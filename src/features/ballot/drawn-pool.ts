import type { Output } from '@/contract'
import { parseInstant } from '@/domain/time/instant'
import { momentInWords } from '@/domain/time/words'

/** What is looked at of a pool whose seats are drawn. */
export type DrawnPool = Pick<
  Output<'activities.get'>['pools'][number],
  'poolId' | 'capacity' | 'ballotId' | 'state' | 'opensAt' | 'closesAt'
>

/** The foot of the page of a pool that is drawn for. */
export interface BallotOffer {
  title: string
  reason: string
  act: 'enter' | 'verify' | null
  button: string | null
}

/** What can be done about a pool that is drawn for at `now` (milliseconds since the epoch). */
export function ballotOffer(pool: DrawnPool, now: number): BallotOffer {
  const [opensAt, closesAt] = [parseInstant(pool.opensAt), parseInstant(pool.closesAt)]
  if (now >= closesAt) {
    const act = pool.ballotId ? 'verify' : null
    return { title: '登记截止了', reason: '等公布数字再摇', act, button: act && '看这次摇号' }
  }
  // An older server does not say which ballot it is; to enter is still the way to find out.
  if (pool.ballotId === null) {
    return { title: '摇号分配', reason: '摇号时间还没公布', act: null, button: null }
  }
  if (now < opensAt) {
    const button = `${momentInWords(opensAt, now)} 开始登记`
    return { title: '摇号分配', reason: '还没开始登记', act: null, button }
  }
  const reason = `登记到 ${momentInWords(closesAt, now)}`
  return { title: '摇号分配', reason, act: 'enter', button: '登记摇号' }
}
