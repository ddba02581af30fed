import { type Caller, createCaller } from '../../../src/gateway/call/caller'
import { createIntents, inThisRun, type Intents } from '../../../src/gateway/call/intents'
import { requestIdOf } from '../../../src/gateway/call/request-id-text'
import type { EntryState } from '../../../src/domain/waitlist/entry-state'
import type { CommandName, Input } from '../../../src/gateway/call/wire'
import type { Chance } from './chance'
import type { Network } from './network'
import { BEGIN } from './platform'
import type { Run, Scheduler } from './scheduler'
import type { Answer, Asked } from './watch/seen'
import type { Watch } from './watch/watch'

/** Nothing is done on a phone with more under way than this. */
const HANDS = 3
/** One that a script taps, of which there are few. */
const HANDS_OF_A_SCRIPT = 40

/** How soon a phone is taken up when all it still wants is its answers. */
const CALM_MS = 1_000
/** As long as a command of several steps takes. */
const SOON_MS = 20

/** What there is to be done, and what is shown of it. */
export interface Scene {
  pools: readonly string[]
  /** Whether somebody who finds a pool full waits for a seat. */
  hasLists: boolean
  /** Whether somebody taps several pools at once. */
  tapsMany: boolean
  /** How an entry stands, as the page of lists shows it. */
  entryState(entryId: string): EntryState | null
  /** Until when nobody takes a phone up. */
  awayUntil: number
}

/** Somebody with a phone: whom else they book for, and how soon they tap again (ms). */
export interface Holder {
  subject: string
  family: readonly string[]
  pace: number
  isScript: boolean
}

type Seats = { poolId: string; attendeeIds?: string[] }

/** Somebody with a phone: the real caller and its intents, which outlive the app. */
export class Phone {
  /** What it does no more of its own accord. */
  isCalm = false
  private readonly storage = inThisRun()
  private readonly bookings = new Map<string, string[] | undefined>()
  private readonly entries = new Set<string>()
  /** What there was no seat for. */
  private missed: Seats[] = []
  private run: Run
  private intents: Intents
  private caller: Caller
  private underWay = 0
  private runs = 0

  constructor(
    private readonly holder: Holder,
    private readonly scene: Scene,
    private readonly scheduler: Scheduler,
    private readonly chance: Chance,
    private readonly network: Network,
    private readonly watch: Watch,
  ) {
    ;[this.run, this.intents, this.caller] = this.open()
  }

  private get subject(): string {
    return this.holder.subject
  }

  private get hands(): number {
    return this.holder.isScript ? HANDS_OF_A_SCRIPT : HANDS
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
    scheduler.after(chance.delay(this.holder.pace), run, 'is taken up', () => this.live(run))
    return [run, { ...kept, remove }, caller]
  }

  /** Asks about what has no answer, does something, and comes back after a while. */
  private live(run: Run): void {
    if (this.scheduler.now < this.scene.awayUntil) return this.takeUpLater(run)
    const unanswered = this.underWay === 0 ? this.intents.all() : []
    for (const intent of unanswered.slice(0, this.hands)) this.track(this.caller.resume(intent))
    if (!this.isCalm && this.underWay < this.hands) this.act()
    if (this.underWay < this.hands) this.takeUpLater(run)
  }

  private takeUpLater(run: Run): void {
    if (this.isCalm && this.intents.all().length === 0) return
    const away = Math.max(0, this.scene.awayUntil - this.scheduler.now)
    // To look whether an answer has come is no haste.
    const wait = away + this.chance.delay(this.isCalm ? CALM_MS : this.holder.pace)
    this.scheduler.after(wait, run, 'is taken up', () => this.live(run))
  }

  private act(): void {
    const { chance, scene, entries } = this
    const joins = scene.hasLists && this.missed.length > 0
    if (joins && chance.isIt(entries.size > 0 ? 0.3 : 0.7)) return this.wait()
    const offered = [...entries].find((entryId) => scene.entryState(entryId) === 'offered')
    if (offered && chance.isIt(0.7)) {
      this.answer(offered)
      if (scene.tapsMany) this.bookSoon()
      return
    }
    if (entries.size > 0 && chance.isIt(0.05)) return this.answer(chance.one([...entries]))
    const { bookings } = this
    if (bookings.size > 0 && chance.isIt(scene.hasLists ? 0.7 : 0.4)) {
      const [bookingId, attendeeIds] = chance.one([...bookings])
      const some = attendeeIds && chance.isIt(0.3) ? { attendeeIds: [chance.one(attendeeIds)] } : {}
      return this.ask('seats.cancel', { bookingId, ...some })
    }
    // Whoever waits mostly does.
    if (entries.size === 0 || chance.isIt(0.3)) this.book()
  }

  /** Whoever takes what is offered may want something else before it is theirs. */
  private bookSoon(): void {
    const wait = this.chance.delay(SOON_MS)
    this.scheduler.after(wait, this.run, 'is tapped once more', () => this.book())
  }

  private book(): void {
    const { chance, scene } = this
    const named = chance.isIt(0.3) ? this.somebody() : undefined
    const pools = scene.tapsMany && chance.isIt(0.5) ? scene.pools : [chance.one(scene.pools)]
    for (const poolId of pools.slice(0, Math.max(0, this.hands - this.underWay))) {
      const wish = { poolId, evenIfClashes: chance.isIt(scene.tapsMany ? 0.9 : 0.5) }
      this.ask('seats.book', { ...wish, ...(named ? { attendeeIds: named } : {}) })
    }
  }

  /** Goes on the list of a pool that was full. */
  private wait(): void {
    const seats = this.chance.one(this.missed)
    this.missed = this.missed.filter((one) => one !== seats)
    this.ask('waitlist.join', { ...seats, evenIfClashes: this.chance.isIt(0.7) })
  }

  /** Takes what is offered, mostly; now and then asks for what is not. */
  private answer(entryId: string): void {
    const { chance } = this
    if (chance.isIt(0.2)) return this.ask('waitlist.leave', { entryId })
    this.ask('waitlist.accept', { entryId, evenIfClashes: chance.isIt(0.7) })
  }

  /** Oneself, one's own, or all of them. */
  private somebody(): string[] | undefined {
    const all = ['self', ...this.holder.family]
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
      const hadHandsFull = this.underWay === this.hands
      this.underWay -= 1
      if (hadHandsFull) this.takeUpLater(run)
    })
  }

  private settled(asked: Asked, answer: Answer | undefined): void {
    if (!answer) return this.scheduler.fail(new Error('An intent was settled without an answer'))
    const { operation, input } = asked
    this.watch.heard(this.subject, asked, answer)
    const { poolId, attendeeIds, bookingId, entryId } = input
    if (answer.ok && (operation === 'seats.book' || operation === 'waitlist.accept')) {
      this.bookings.set(answer.value!.bookingId, attendeeIds)
    }
    if (operation === 'seats.book' && answer.code === 'SOLD_OUT') {
      this.missed.push({ poolId: poolId!, ...(attendeeIds ? { attendeeIds } : {}) })
    }
    if (operation === 'waitlist.join' && answer.ok) this.entries.add(answer.value!.entryId!)
    const isOver = answer.ok || answer.code === 'ENTRY_ENDED' || answer.code === 'OFFER_LAPSED'
    if (entryId !== undefined && isOver) this.entries.delete(entryId)
    if (operation === 'seats.cancel' && !attendeeIds) this.bookings.delete(bookingId!)
  }

  /** The app is killed and opened again: what was under way goes on elsewhere, or is lost. */
  kill(): void {
    this.run.alive = false
    ;[this.run, this.intents, this.caller] = this.open()
  }
}
