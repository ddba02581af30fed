import { type Caller, createCaller } from '../../../src/gateway/call/caller'
import { createIntents, inThisRun, type Intents } from '../../../src/gateway/call/intents'
import { requestIdOf } from '../../../src/gateway/call/request-id-text'
import type { CommandName, Input } from '../../../src/gateway/call/wire'
import type { Chance } from './chance'
import type { Network } from './network'
import { BEGIN } from './platform'
import type { Run, Scheduler } from './scheduler'
import type { Answer, Asked, Watch } from './watch'

/** Nothing is done on a phone with more under way than this. */
const HANDS = 3

/** Somebody with a phone: the real caller and its intents, which outlive the app. */
export class Phone {
  /** What it does no more of its own accord. */
  isCalm = false
  private readonly storage = inThisRun()
  private readonly bookings = new Map<string, string[] | undefined>()
  private run: Run
  private intents: Intents
  private caller: Caller
  private underWay = 0
  private runs = 0

  constructor(
    readonly subject: string,
    private readonly family: readonly string[],
    private readonly pools: readonly string[],
    private readonly pace: number,
    private readonly scheduler: Scheduler,
    private readonly chance: Chance,
    private readonly network: Network,
    private readonly watch: Watch,
  ) {
    ;[this.run, this.intents, this.caller] = this.open()
  }

  /** What it asked for and has no answer to. */
  unanswered(): string[] {
    return this.intents.all().map(({ operation }) => `${operation} of ${this.subject}`)
  }

  private open(): [Run, Intents, Caller] {
    const { scheduler, chance, storage } = this
    const run: Run = { name: `${this.subject}.${(this.runs += 1)}`, alive: true, clockAhead: 0 }
    this.underWay = 0
    const now = () => BEGIN + scheduler.now
    const kept = createIntents(storage, now)
    const heard = new Map<string, unknown>()
    const remove = (requestId: string) => {
      const intent = kept.all().find((one) => one.requestId === requestId)!
      this.settled(intent as unknown as Asked, heard.get(requestId) as Answer | undefined)
      kept.remove(requestId)
    }
    const send = this.network.transportOf(run, this.subject)
    const caller = createCaller({
      transport: async (request, timeoutMs) => {
        const arrival = await send(request, timeoutMs)
        if (arrival.kind === 'answer') heard.set(request.requestId!, arrival.body)
        return arrival
      },
      intents: { ...kept, remove },
      client: '1.0.0',
      offline: () => false,
      now,
      chance: () => chance.number(),
      wait: (ms) =>
        new Promise((resolve) => void scheduler.after(ms, run, 'tries again', () => resolve())),
      newRequestId: () => Promise.resolve(requestIdOf(chance.bytes(22))),
      readServerTime: () => () => {},
      turnedAway: () => {},
    })
    scheduler.after(chance.delay(this.pace), run, 'is taken up', () => this.live(run))
    return [run, { ...kept, remove }, caller]
  }

  /** Asks about what has no answer, does something, and comes back after a while. */
  private live(run: Run): void {
    const unanswered = this.underWay === 0 ? this.intents.all() : []
    for (const intent of unanswered.slice(0, HANDS)) this.track(this.caller.resume(intent))
    if (!this.isCalm && this.underWay < HANDS) this.act()
    if (this.underWay < HANDS) this.takeUpLater(run)
  }

  private takeUpLater(run: Run): void {
    if (this.isCalm && this.intents.all().length === 0) return
    const wait = this.chance.delay(this.pace)
    this.scheduler.after(wait, run, 'is taken up', () => this.live(run))
  }

  private act(): void {
    const { chance, bookings } = this
    if (bookings.size > 0 && chance.isIt(0.4)) {
      const [bookingId, attendeeIds] = chance.one([...bookings])
      const some = attendeeIds && chance.isIt(0.3) ? { attendeeIds: [chance.one(attendeeIds)] } : {}
      return this.ask('seats.cancel', { bookingId, ...some })
    }
    const named = chance.isIt(0.3) ? this.somebody() : undefined
    const wish = { poolId: chance.one(this.pools), evenIfClashes: chance.isIt(0.5) }
    this.ask('seats.book', { ...wish, ...(named ? { attendeeIds: named } : {}) })
  }

  /** Oneself, one's own, or all of them. */
  private somebody(): string[] | undefined {
    const all = ['self', ...this.family]
    const some = all.filter(() => this.chance.isIt(0.5))
    return some.length > 0 ? some : undefined
  }

  private ask<N extends CommandName>(operation: N, input: Input<N>): void {
    const taps = this.chance.isIt(0.05) ? 2 : 1
    for (let tap = 0; tap < taps; tap += 1) this.track(this.caller.call(operation, input))
  }

  private track(asking: Promise<unknown>): void {
    const { run } = this
    this.underWay += 1
    void asking.then(() => {
      const hadHandsFull = this.underWay === HANDS
      this.underWay -= 1
      if (hadHandsFull) this.takeUpLater(run)
    })
  }

  private settled(asked: Asked, answer: Answer | undefined): void {
    if (!answer) return this.scheduler.fail(new Error('An intent was settled without an answer'))
    const { operation, input } = asked
    this.watch.heard(this.subject, asked, answer)
    if (operation === 'seats.book' && answer.ok) {
      this.bookings.set(answer.value!.bookingId, input.attendeeIds)
    }
    if (operation === 'seats.cancel' && !input.attendeeIds) this.bookings.delete(input.bookingId!)
  }

  /** The app is killed and opened again: what was under way goes on elsewhere, or is lost. */
  kill(): void {
    this.run.alive = false
    ;[this.run, this.intents, this.caller] = this.open()
  }
}
