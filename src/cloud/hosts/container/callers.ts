import { CannotStart } from '../cannot-start'

/**
 * Whom a container takes calls of, by CHANGLAI_CALLERS: `platform` (the default), whose gateway says
 * who calls, or `desks`, browsers that sign in themselves. Fails with CannotStart for anything else.
 */
export function callersOf(environment: Record<string, string | undefined>): 'platform' | 'desks' {
  const text = environment['CHANGLAI_CALLERS'] || 'platform'
  if (text === 'platform' || text === 'desks') return text
  throw new CannotStart('CHANGLAI_CALLERS must be platform or desks.')
}
