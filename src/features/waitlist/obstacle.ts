import type { Sentence } from '../refusal-words'

/** What stands between a tap and what was wanted: a question, no answer yet, or a refusal. */
export interface Obstacle {
  kind: 'clash' | 'unknown' | 'refused'
  sentence: Sentence
}

const UNKNOWN = ['UNREACHABLE', 'UNAVAILABLE', 'TOO_MANY_REQUESTS']

/** Asking again helps where no true answer came, a second word where times clash; else nothing does. */
export function obstacleKind(code: string): Obstacle['kind'] {
  if (code === 'CLASHES') return 'clash'
  return UNKNOWN.includes(code) ? 'unknown' : 'refused'
}
