import type { Failure } from '@/gateway/call/wire'
import { bookingInTheWay } from '../limit-words'
import type { Sentence } from '../refusal-words'

/** What stands between a tap and what was wanted: a question, no answer yet, or a refusal. */
export interface Obstacle {
  kind: 'clash' | 'unknown' | 'refused'
  sentence: Sentence
  /** What could be given back to make room under a limit; null for nothing. */
  bookingId: string | null
}

const UNKNOWN = ['UNREACHABLE', 'UNAVAILABLE', 'TOO_MANY_REQUESTS']

/** Asking again helps where no true answer came, a second word where times clash; else nothing does. */
function obstacleKind(code: string): Obstacle['kind'] {
  if (code === 'CLASHES') return 'clash'
  return UNKNOWN.includes(code) ? 'unknown' : 'refused'
}

/** Why something was not done, in the words of its operation. */
export function obstacleOf(failure: Failure, sentence: Sentence): Obstacle {
  return { kind: obstacleKind(failure.code), sentence, bookingId: bookingInTheWay(failure) }
}
