import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Caller } from '../call/caller'
import type { Failure, Input, OperationName, Output } from '../call/wire'
import type { Copies } from '../copies/copies'

/** Something a screen wants to know. `copy` says whether and as whose the answer is kept on the phone. */
export interface Question<N extends OperationName> {
  operation: N
  input: Input<N>
  copy?: 'public' | 'private'
  /** Joins the next page to what came before; without it only the first page is asked for. */
  join?: (before: Output<N>, next: Output<N>) => Output<N>
}

/** What is known of an answer at this moment. */
export interface Known<N extends OperationName> {
  value: Output<N> | null
  /** When the value came from the server, in milliseconds since the epoch. */
  savedAt: number
  /** The value is a copy of an earlier time: the server has not answered since. */
  copied: boolean
  busy: boolean
  /** Why the last asking failed; the value before it stays. */
  failure: Failure | null
}

/** The same, of whatever operation. */
export type Held = Omit<Known<OperationName>, 'value'> & { value: unknown }

export interface Answers {
  states: StoreApi<Record<string, Held>>
  keyOf: (question: { operation: string; input: unknown }) => string
  /** What is known at once: what was answered before, else the copy on the phone. */
  known: <N extends OperationName>(question: Question<N>) => Known<N>
  /** Asks the server; the value stays on screen meanwhile. */
  refresh: <N extends OperationName>(question: Question<N>) => Promise<void>
  /** Asks only when the last answer is older than `ms`. */
  refreshIfOlder: <N extends OperationName>(question: Question<N>, ms: number) => Promise<void>
  /** Puts a value that is known by other means, such as a booking just made. */
  put: <N extends OperationName>(question: Question<N>, value: Output<N>) => void
  /** What these operations answered may no longer hold: the next look asks again. */
  outdate: (operations: OperationName[]) => void
  forget: () => void
}

interface Surroundings {
  call: Caller['call']
  copies: Copies
  now: () => number
}

const NOTHING = { value: null, savedAt: 0, copied: false, busy: false, failure: null }
/** A page of a calendar is up to 100 KB; more than this many are not held at once. */
const HELD = 24
const MAX_PAGES = 10

/** Answers shared by all screens: first what this phone knows, then what the server says. */
export function createAnswers({ call, copies, now }: Surroundings): Answers {
  const states = createStore<Record<string, Held>>(() => ({}))
  const outdated = new Set<string>()
  const underWay = new Map<string, Promise<void>>()
  /** How often a value was put by other means than asking. */
  const puts = new Map<string, number>()
  /** Grows when the person changes: an answer for the one before is not shown to the next. */
  let era = 0

  const keyOf: Answers['keyOf'] = ({ operation, input }) => `${operation} ${JSON.stringify(input)}`

  function set(key: string, change: Partial<Held>): void {
    const { [key]: before, ...others } = states.getState()
    const room = Object.fromEntries(Object.entries(others).slice(-(HELD - 1)))
    states.setState({ ...room, [key]: { ...(before ?? NOTHING), ...change } }, true)
  }

  function known<N extends OperationName>(question: Question<N>): Known<N> {
    const state = states.getState()[keyOf(question)]
    if (state) return state as Known<N>
    const copy = question.copy ? copies.read<Output<N>>(keyOf(question)) : null
    return copy ? { ...NOTHING, ...copy, copied: true } : NOTHING
  }

  function keep<N extends OperationName>(question: Question<N>, value: Output<N>): void {
    const key = keyOf(question)
    set(key, { value, savedAt: now(), copied: false, failure: null })
    if (question.copy) copies.keep(key, value, { private: question.copy === 'private' })
  }

  type Outcome<N extends OperationName> = { ok: true; value: Output<N> } | Failure

  async function ask<N extends OperationName>(question: Question<N>): Promise<Outcome<N>> {
    const { operation, input, join } = question
    let outcome = (await call(operation, input)) as Outcome<N>
    for (let page = 1; outcome.ok && join && page < MAX_PAGES; page++) {
      const { after } = outcome.value as { after?: string | null }
      if (!after) break
      const next = (await call(operation, { ...input, after })) as Outcome<N>
      outcome = next.ok ? { ok: true, value: join(outcome.value, next.value) } : next
    }
    return outcome
  }

  /** Asks until the answer is not older than what became known by other means meanwhile. */
  async function renew<N extends OperationName>(
    question: Question<N>,
    startedIn: number,
  ): Promise<void> {
    if (startedIn !== era) return
    const key = keyOf(question)
    set(key, { ...known(question), busy: true })
    for (let again = true; again;) {
      const [startedAt, wasOutdated] = [puts.get(key), outdated.delete(key)]
      const outcome = await ask(question)
      if (startedIn !== era) return
      again = outcome.ok && puts.get(key) !== startedAt
      if (outcome.ok && !again) keep(question, outcome.value)
      if (outcome.ok) continue
      set(key, { failure: outcome })
      if (wasOutdated) outdated.add(key)
    }
    set(key, { busy: false })
  }

  /** One asking at a time; what is asked for meanwhile is asked after it. */
  function refresh<N extends OperationName>(question: Question<N>): Promise<void> {
    const key = keyOf(question)
    const startedIn = era
    const running = underWay.get(key) ?? Promise.resolve()
    const started: Promise<void> = running
      .then(() => renew(question, startedIn))
      .finally(() => {
        if (underWay.get(key) === started) underWay.delete(key)
      })
    underWay.set(key, started)
    return started
  }

  return {
    states,
    keyOf,
    known,
    refresh,
    put(question, value) {
      const key = keyOf(question)
      puts.set(key, (puts.get(key) ?? 0) + 1)
      keep(question, value)
    },
    async refreshIfOlder(question, ms) {
      const key = keyOf(question)
      const running = underWay.get(key)
      if (running && !outdated.has(key)) return running
      const { value, savedAt, copied } = known(question)
      const held = value !== null && !copied && now() - savedAt < ms
      if (!held || outdated.has(key)) await refresh(question)
    },
    outdate(operations) {
      for (const key of Object.keys(states.getState())) {
        if (operations.some((operation) => key.startsWith(`${operation} `))) outdated.add(key)
      }
    },
    forget() {
      era++
      outdated.clear()
      underWay.clear()
      states.setState({}, true)
    },
  }
}
