import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Caller } from './caller'
import type { Intent, Intents } from './intents'
import type { CommandName, Failure, Input, Output, Reply } from './wire'

/** Something that was kept and then refused, while nobody waited for it any more. */
export interface Returned {
  intent: Intent
  failure: Failure
}

export interface Outboxed {
  /** What has no answer yet, oldest first. */
  kept: readonly Intent[]
  /** What got through since the app started, with what came of it; the last few hundred. */
  sent: readonly { intent: Intent; value: Output<CommandName> }[]
  /** What somebody has to hear of. */
  returned: readonly Returned[]
}

export interface Outbox {
  state: StoreApi<Outboxed>
  /** Keeps a command, over a restart too, until a true answer has come, and sends it. */
  keep: <N extends CommandName>(operation: N, input: Input<N>) => Promise<void>
  /**
   * The same, and waits for the answer: UNREACHABLE where none came in `patienceMs` or there is no
   * network; the command is kept all the same.
   */
  send: <N extends CommandName>(
    operation: N,
    input: Input<N>,
    patienceMs: number,
  ) => Promise<Reply<N>>
  /** Sends what is kept, oldest first, until the server cannot be reached. */
  flush: () => Promise<void>
  /** What came back was read. */
  dismiss: () => void
  /** Another person holds the phone: nothing kept is theirs. */
  forget: () => void
}

interface Surroundings {
  resume: Caller['resume']
  /** Where what is kept is written down. */
  intents: Intents
  offline: () => boolean
  now: () => number
  wait: (ms: number) => Promise<void>
  newRequestId: () => Promise<string>
  /** So long after a command was given it is not meant any more, in milliseconds. */
  meantMs: (operation: CommandName) => number
}

const NOTHING: Outboxed = { kept: [], sent: [], returned: [] }
const REMEMBERED = 300

/** Commands that must get through however long there is no network, such as marks at the door. */
export function createOutbox(surroundings: Surroundings): Outbox {
  const { resume, intents, offline, now, wait, newRequestId, meantMs } = surroundings
  const state: Outbox['state'] = createStore(() => ({ ...NOTHING, kept: intents.all() }))
  /** Who waits for the answer of what was just sent. */
  const waiting = new Map<string, (reply: Reply<CommandName>) => void>()
  let running: Promise<void> | null = null
  let era = 0

  const answer = (requestId: string, reply: Reply<CommandName>): boolean => {
    const told = waiting.get(requestId)
    waiting.delete(requestId)
    told?.(reply)
    return told !== undefined
  }
  const nothing = (): Reply<CommandName> => {
    const facts = { offline: offline(), sent: true }
    return { ok: false, code: 'UNREACHABLE', facts, traceId: '' }
  }

  function add(intent: Intent): void {
    intents.add(intent)
    // A full phone writes nothing down: what is kept stands here as well.
    state.setState(({ kept }) => ({ kept: [...kept, intent] }))
  }

  /** Takes out what has its answer, in one step with what came of it. */
  function settle(intent: Intent, reply: Reply<CommandName> | null): void {
    const { requestId } = intent
    intents.remove(requestId)
    const isTold = reply !== null && answer(requestId, reply)
    state.setState(({ kept, sent, returned }) => ({
      kept: kept.filter((one) => one.requestId !== requestId),
      sent: reply?.ok ? [...sent, { intent, value: reply.value }].slice(-REMEMBERED) : sent,
      returned:
        reply && !reply.ok && !isTold ? [...returned, { intent, failure: reply }] : returned,
    }))
  }

  /** Gives whether the server was there. */
  async function deliver(intent: Intent): Promise<boolean> {
    if (now() - intent.createdAt >= meantMs(intent.operation)) {
      settle(intent, null)
      return true
    }
    const startedIn = era
    let isFinal = false
    const keeper = { ...intents, remove: () => void (isFinal = true) }
    const reply: Reply<CommandName> = await resume(intent, keeper)
    if (startedIn !== era) return false
    if (isFinal) settle(intent, reply)
    else answer(intent.requestId, reply)
    return reply.ok || reply.code !== 'UNREACHABLE'
  }

  async function run(): Promise<void> {
    const tried = new Set<string>()
    const next = (): Intent | undefined =>
      state.getState().kept.find(({ requestId }) => !tried.has(requestId))
    try {
      // What is given in the same moment goes with it.
      await Promise.resolve()
      for (let intent = next(); intent && !offline(); intent = next()) {
        tried.add(intent.requestId)
        if (!(await deliver(intent))) break
      }
    } finally {
      running = null
      for (const requestId of [...waiting.keys()]) answer(requestId, nothing())
    }
  }

  const flush = (): Promise<void> => (running ??= run())

  return {
    state,
    flush,
    async keep(operation, input) {
      const requestId = await newRequestId()
      add({ requestId, operation, input, createdAt: now() })
      void flush()
    },
    async send<N extends CommandName>(operation: N, input: Input<N>, patienceMs: number) {
      const requestId = await newRequestId()
      const reply = new Promise<Reply<CommandName>>((resolve) => waiting.set(requestId, resolve))
      add({ requestId, operation, input, createdAt: now() })
      void flush()
      void wait(patienceMs).then(() => answer(requestId, nothing()))
      return (await reply) as Reply<N>
    },
    dismiss: () => state.setState({ returned: [] }),
    forget() {
      era++
      intents.clear()
      waiting.clear()
      state.setState(NOTHING)
    },
  }
}
