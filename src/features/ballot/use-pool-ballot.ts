import { useAnswer } from '../use-answer'
import type { DrawnPool } from './drawn-pool'

/**
 * What was announced of the ballot of a pool, while entries are taken. Not afterwards: then the whole
 * list comes with it, which the page that checks it asks for.
 */
export function usePoolBallot({ poolId, ballotId, state }: DrawnPool) {
  const wanted = ballotId !== null && state !== 'closed'
  return useAnswer(wanted ? { operation: 'ballot.proof', input: { poolId } } : null)
}
