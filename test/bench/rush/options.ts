import { parseArgs } from 'node:util'

export interface RushOptions {
  contenders: number
  seats: number
  pools: number
  /** How unlike the courses are in favour: 0 is all alike, 1 is Zipf's own law. */
  zipf: number
  hosts: number
  seed: number
  /** Connections to all hosts together; on each there is one request at a time. */
  connections: number
  /** Processes that make the load. */
  generators: number
  /** Without HTTP, and without what is remembered of full pools. */
  belowHttp: boolean
  /** Where V8's profile of each host is written; nowhere when left out. */
  profile: string | undefined
}

/** Shanghai's night school in the autumn of 2023: 9,117 seats in 382 courses, more than 650,000 people. */
const EVERYBODY = 650_000
/** A part of them that two cores answer, with all that is measured beside them, in about three minutes. */
const SOME = 200_000
const SOME_BELOW_HTTP = 100_000

const NUMBER = { type: 'string' } as const

/** What `npm run bench:rush -- …` was asked for. Throws for a flag that it does not know. */
export function rushOptions(args: string[]): RushOptions {
  const { values } = parseArgs({
    args,
    options: {
      ...{ contenders: NUMBER, seats: NUMBER, pools: NUMBER, zipf: NUMBER, hosts: NUMBER },
      ...{ seed: NUMBER, connections: NUMBER, generators: NUMBER, profile: { type: 'string' } },
      ...{ full: { type: 'boolean' }, 'below-http': { type: 'boolean' } },
    },
  })
  const number = (name: Exclude<keyof typeof values, 'full' | 'below-http'>, usual: number) => {
    const given = values[name]
    const value = given === undefined ? usual : Number(given)
    if (!Number.isFinite(value) || value < 0) throw new Error(`--${name} must be a number`)
    return value
  }
  const belowHttp = values['below-http'] ?? false
  const usual = values.full ? EVERYBODY : belowHttp ? SOME_BELOW_HTTP : SOME
  return {
    contenders: number('contenders', usual),
    seats: number('seats', 9_117),
    pools: number('pools', 382),
    zipf: number('zipf', 1),
    hosts: number('hosts', 1),
    seed: number('seed', 1),
    connections: number('connections', 512),
    generators: number('generators', 1),
    belowHttp,
    profile: values.profile,
  }
}
