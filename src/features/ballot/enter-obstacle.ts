import type { Failure } from '@/gateway/call/wire'
import { bookingInTheWay } from '../limit-words'
import { CHANGING, type OutsideWording, type Sentence, sentenceFor } from '../refusal-words'
import { wishName } from './ballot-words'
import { enterWords } from './wording'

/** What somebody is about to enter with. */
export interface EnterWish {
  /** In their order. */
  pools: readonly { poolId: string; title: string }[]
  people: readonly { attendeeId: string; name: string | null }[]
}

/** What stands between a tap and an entry: a clash can be overridden, a lost answer asked again. */
export interface EnterObstacle {
  kind: 'clash' | 'again' | 'refused'
  sentence: Sentence
  /** What could be given back to make room under a limit; null for nothing. */
  bookingId: string | null
}

const KEPT = '填好的都留着。'
const ENTERING: OutsideWording = {
  ...CHANGING,
  UNAVAILABLE: () => ({ title: '还没等到回音', next: `再点一次，不会登记两份。${KEPT}` }),
  TOO_MANY_REQUESTS: () => ({
    title: '这会儿人多',
    next: `等半分钟再点，早登记晚登记都一样。${KEPT}`,
  }),
  UNREACHABLE: ({ offline, sent }) =>
    sent
      ? { title: '还没等到回音', next: `再点一次，不会登记两份。${KEPT}` }
      : {
          title: offline ? '没有网络，没有送出去' : '没连上，没有送出去',
          next: `连上网再点一次。${KEPT}`,
        },
}

/** Why an entry was not made, with the wish or the person that it is about. */
export function enterObstacle(
  failure: Failure<'ballot.enter'>,
  { pools, people }: EnterWish,
  now: number,
): EnterObstacle {
  const sentence = sentenceFor(enterWords, ENTERING, failure as Failure, now)
  const { poolId, attendeeId } = failure.facts as { poolId?: string; attendeeId?: string }
  const place = pools.findIndex((pool) => pool.poolId === poolId) + 1
  const wish = place > 0 && pools.length > 1 ? `${wishName(place)}“${pools[place - 1]!.title}”` : ''
  const person = people.find((one) => one.attendeeId === attendeeId)
  const name = person && people.length > 1 ? (person.name ?? '您自己') : ''
  const about = [name, wish].filter(Boolean).join('，')
  const title = about ? `${about}：${sentence.title}` : sentence.title
  const bookingId = bookingInTheWay(failure)
  return { kind: kindOf(failure.code), sentence: { ...sentence, title }, bookingId }
}

function kindOf(code: string): EnterObstacle['kind'] {
  if (code === 'CLASHES') return 'clash'
  const lost = ['UNREACHABLE', 'UNAVAILABLE', 'TOO_MANY_REQUESTS']
  return lost.includes(code) ? 'again' : 'refused'
}
