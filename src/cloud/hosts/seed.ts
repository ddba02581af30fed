import { CannotStart } from './cannot-start'

/** What a new database is filled with: the sample programme, or nothing. */
export type Seed = 'demo' | 'none'

/** SEED of the environment; fails with CannotStart for anything but demo and none. */
export function seedOf(text: string | undefined, fallback: Seed): Seed {
  if (text === undefined || text === '') return fallback
  if (text === 'demo' || text === 'none') return text
  throw new CannotStart(`SEED must be demo or none, not "${text}".`)
}
