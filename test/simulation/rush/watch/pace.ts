import { SECOND } from '../../../../src/domain/time/instant'
import type { Allowance } from '../../../../src/cloud/pace/buckets'
import type { Scheduler } from '../scheduler'
import { type Asked, Wrong, said } from './seen'

/** The longest that somebody who was too fast is sent away for. */
const LONGEST_PAUSE_MS = 15 * SECOND

interface Hands {
  asked: number[]
  letIn: number[]
  /** When they last asked for more than is allowed. */
  tooFastAt: number
}

/** How much is too much of what was asked at some times, after what flows off meanwhile. */
function excessOf(times: readonly number[], { perSecond, burst }: Allowance): number {
  let much = 0
  let before = 0
  for (const at of times) {
    much = Math.max(0, much - ((at - before) * perSecond) / SECOND) + 1
    before = at
  }
  return much - burst
}

/** What the pace of hands must keep, in one host from its start to its end: each person for themselves. */
export class PaceWatch {
  private readonly people = new Map<string, Hands>()

  constructor(
    private readonly scheduler: Scheduler,
    private readonly allowance: Allowance,
  ) {}

  private handsOf(subject: string): Hands {
    const hands = this.people.get(subject)
    if (hands) return hands
    const made = { asked: [], letIn: [], tooFastAt: -Infinity }
    this.people.set(subject, made)
    return made
  }

  /** A command comes. */
  arrived(subject: string): void {
    const hands = this.handsOf(subject)
    const { now } = this.scheduler
    hands.asked.push(now)
    if (excessOf(hands.asked, this.allowance) > 0) hands.tooFastAt = now
  }

  /** What came at `since` was told to come back later. */
  slowed(subject: string, asked: Asked, since: number): void {
    if (since - this.handsOf(subject).tooFastAt <= LONGEST_PAUSE_MS) return
    this.scheduler.fail(new Wrong(`Slowed at the pace of hands: ${subject}, ${said(asked)}`))
  }

  /** What came at `since`, and nowhere before, was let in. */
  letIn(subject: string, asked: Asked, since: number): void {
    const { letIn } = this.handsOf(subject)
    letIn.push(since)
    letIn.sort((one, other) => one - other)
    // Whole milliseconds are counted.
    if (excessOf(letIn, this.allowance) <= 1) return
    this.scheduler.fail(new Wrong(`Faster than hands, and not slowed: ${subject}, ${said(asked)}`))
  }
}
