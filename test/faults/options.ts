import { parseArgs } from 'node:util'

export interface FaultOptions {
  /** Of each fault. */
  rounds: number
  seed: number
  only: string[] | null
}

/** What `npm run faults -- …` was asked for. Throws for a flag or a fault that it does not know. */
export function faultOptions(args: string[], known: readonly string[]): FaultOptions {
  const { values } = parseArgs({
    args,
    options: {
      rounds: { type: 'string', default: '5' },
      seed: { type: 'string', default: '1' },
      only: { type: 'string' },
    },
  })
  const [rounds, seed] = [Number(values.rounds), Number(values.seed)]
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds must be a whole number')
  if (!Number.isInteger(seed) || seed < 0) throw new Error('--seed must be a whole number')
  const only = values.only?.split(',') ?? null
  const unknown = only?.find((name) => !known.includes(name))
  if (unknown !== undefined) throw new Error(`There is no fault ${unknown}: ${known.join(', ')}`)
  return { rounds, seed, only }
}
