import { createStore, type StoreApi } from 'zustand/vanilla'
import { firstTryAt, STILL_MEANT_MS, withinOf } from '@/domain/seats/first-try'

/** Seats of a pool that somebody wants. */
export interface Wanted {
  /** What they are wanted in and for whom: in another pool, or for others, is not what was meant. */
  key: string
  /** When the pool opens, by the server's clock, in milliseconds. */
  opensAt: number
  /** Within how many milliseconds after it first tries leave; an older server says nothing of it. */
  withinMs: number | undefined
}

/** What is booked as soon as its turn comes. */
export interface Asked extends Wanted {
  leavesAt: number
  /** One for what was asked, made when it was. */
  requestId: string
  /** Asked before the opening: it can be taken back until then. */
  beforehand: boolean
  /** How often the server has found it too early. */
  tooEarly: number
}

export interface FirstTry {
  state: StoreApi<{ asked: Asked | null }>
  /** Asks at once where the pool has been open for a while, else in a turn of one's own after that. */
  ask: (wanted: Wanted) => Promise<void>
  takeBack: () => void
  /** The page is looked at again: the clock is measured anew. */
  shown: () => Promise<void>
  /** The page was left: what waits for the opening is over, what was asked after it goes on. */
  left: () => void
}

interface Surroundings {
  /** The server's time, never ahead of it. */
  now: () => number
  /** The phone's own. */
  phoneTime: () => number
  /** An even number in [0, 1). */
  chance: () => Promise<number>
  newRequestId: () => Promise<string>
  /** Asks the server once what time it is. */
  measure: () => Promise<void>
  /**
   * Books. Gives when the pool opens, where the server said that it was too early and `mayBeEarly`
   * has that kept from the person; else null.
   */
  send: (requestId: string, mayBeEarly: boolean) => Promise<number | null>
  /** The phone was put away so long that nothing was sent. */
  tooLate: () => void
}

/** Timers of phones are late by more, the longer they are: a long wait is made of these. */
const LOOK_MS = 30_000
/** A timer that is off by so much tells that the phone slept or that its clock was set. */
const DISTURBED_MS = 2_000
/** So often a refusal for being early is taken for an error of measurement. */
const MOST_TOO_EARLY = 2

/** The first try for seats of a pool that opens at an instant (decision 0040). Nothing is polled. */
export function createFirstTry(surroundings: Surroundings): FirstTry {
  const { now, phoneTime, chance, newRequestId, measure, send, tooLate } = surroundings
  const state: FirstTry['state'] = createStore<{ asked: Asked | null }>(() => ({ asked: null }))
  let timer: ReturnType<typeof setTimeout> | undefined
  /** Grows with each wish: what comes of an earlier one is not of this. */
  let turn = 0

  async function plan(wanted: Wanted, beforehand: boolean, tooEarly = 0): Promise<void> {
    const mine = ++turn
    const { key, opensAt, withinMs } = wanted
    const pressedAt = now()
    const [luck, requestId] = await Promise.all([chance(), newRequestId()])
    if (mine !== turn) return
    const leavesAt = firstTryAt({ opensAt, withinMs: withinOf(withinMs) }, pressedAt, luck)
    const asked = { key, opensAt, withinMs, leavesAt, requestId, beforehand, tooEarly }
    state.setState({ asked })
    await watch()
  }

  async function watch(): Promise<void> {
    clearTimeout(timer)
    const { asked } = state.getState()
    if (!asked) return
    const left = asked.leavesAt - now()
    if (left <= 0) return leave(asked)
    const planned = Math.min(left, LOOK_MS)
    const from = phoneTime()
    timer = setTimeout(() => {
      const disturbed = Math.abs(phoneTime() - from - planned) > DISTURBED_MS
      void (disturbed ? measure() : Promise.resolve()).then(watch)
    }, planned)
  }

  async function leave(asked: Asked): Promise<void> {
    const mine = turn
    const { beforehand, tooEarly } = asked
    const isLate = beforehand && now() - asked.opensAt > STILL_MEANT_MS
    const mayBeEarly = tooEarly < MOST_TOO_EARLY
    const sent = isLate ? tooLate() : send(asked.requestId, mayBeEarly)
    state.setState({ asked: null })
    const opensAt = await sent
    if (typeof opensAt !== 'number' || !mayBeEarly) return
    await measure()
    // That refusal is the answer to its requestId for good: the next try is named anew.
    if (mine === turn) await plan({ ...asked, opensAt }, beforehand, tooEarly + 1)
  }

  function takeBack(): void {
    turn++
    clearTimeout(timer)
    state.setState({ asked: null })
  }

  return {
    state,
    ask: (wanted) => plan(wanted, now() < wanted.opensAt),
    takeBack,
    async shown() {
      if (!state.getState().asked) return
      await measure()
      await watch()
    },
    left() {
      const { asked } = state.getState()
      if (asked && now() < asked.opensAt) takeBack()
    },
  }
}
