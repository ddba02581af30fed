import { type OperationName, contract } from '@/contract'
import { PERMISSIONS } from '../permissions'
import { type Allowance, Buckets } from './buckets'

/**
 * What is counted for itself: what somebody does for themselves and theirs, what they do by a role in a
 * centre, and what they look at.
 */
export const PACES = ['own', 'work', 'look'] as const
type Kind = (typeof PACES)[number]
export type Allowances = Readonly<Record<Kind, Allowance>>

/**
 * More than hands can do; test/cloud/pace has the densest uses that people make of it.
 *
 * own: a thumb that taps a course again as soon as it was refused, three times a second for a quarter of
 * a minute; a parent who books two children into ten courses; each tried again four times by a phone
 * with a poor network.
 *
 * work: a phone that comes back to the network with the marks of an afternoon at the door, 300 people,
 * and sends them one after another, some 20 a second. By hand a scanner reads one or two a second.
 *
 * look: a page asks up to eight things, a phone ten at a time at most, and three pages a second are
 * opened by nobody; the platform's own audits allow ten requests a second.
 */
export const HUMAN: Allowances = {
  own: { burst: 40, perSecond: 1 },
  work: { burst: 300, perSecond: 5 },
  look: { burst: 240, perSecond: 20 },
}

/** People of each kind of whom a host remembers at least how fast they were, of the last who came. */
const REMEMBERED = 20_000

/**
 * How fast each person may go on one host (decision 0041). Counted by the person whom the platform
 * names, never by where they call from: a whole estate may share one address.
 */
export class Pace {
  private readonly buckets: Readonly<Record<Kind, Buckets>>

  constructor({
    allowances = HUMAN,
    remembered = REMEMBERED,
    time = () => performance.now(),
  }: { allowances?: Allowances; remembered?: number; time?: () => number } = {}) {
    const of = (kind: Kind) => new Buckets(allowances[kind], remembered, time)
    this.buckets = { own: of('own'), work: of('work'), look: of('look') }
  }

  /** Counts an operation of somebody; 0 to go on, else after how long they may come back (whole ms). */
  take(operation: OperationName, name: string): number {
    return this.buckets[kindOf(operation)].take(name)
  }

  /** Counts a command that was answered before: the record of its answer is but looked at. */
  takeAgain(name: string): number {
    return this.buckets.look.take(name)
  }

  /** How often somebody was told to come back later. */
  refused(kind: Kind): number {
    return this.buckets[kind].refused
  }
}

function kindOf(operation: OperationName): Kind {
  // An attempt is of somebody who is not known yet, and waits for somebody else.
  if (contract[operation].kind !== 'command') return 'look'
  return PERMISSIONS[operation].role === null ? 'own' : 'work'
}
