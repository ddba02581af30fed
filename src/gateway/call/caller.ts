import { backoffMs, MAX_TRIES, retryAfterWaitMs } from './backoff'
import { createIntents, inThisRun, type Intent, type Intents } from './intents'
import {
  type Arrival,
  COMMANDS,
  type CommandName,
  type Input,
  type OperationName,
  type Reply,
  type Transport,
  type Unreachable,
  type WireRequest,
} from './wire'

/** One try may take this long; a cloud function is given less. */
const TIMEOUT_MS = 8_000

export interface Surroundings {
  transport: Transport
  intents: Intents
  client: string
  /** Whether the phone knows that it has no network at all. */
  offline: () => boolean
  now: () => number
  /** A number in [0, 1). */
  chance: () => number
  wait: (ms: number) => Promise<void>
  newRequestId: () => Promise<string>
  learnServerTime: (serverTime: number) => void
  /** The server knows nobody who asks: whoever was signed in is so no more. */
  turnedAway: () => void
}

export interface Caller {
  /**
   * Asks the server for an operation. It never rejects: the reply is an answer, a refusal, or
   * `UNREACHABLE`. A command is one intent of the person: its requestId is written down before the
   * first try and kept over retries, a second tap and a restart, until a true answer has come.
   * A private command is written down by the keeper that it brings, who seals it; without one it
   * is known for as long as the app runs.
   */
  call: <N extends OperationName>(
    operation: N,
    input: Input<N>,
    keeper?: Intents,
  ) => Promise<Reply<N>>
  /** Asks again about an intent that an earlier run of the app left unanswered. */
  resume: <N extends CommandName>(intent: Intent<N>, keeper?: Intents) => Promise<Reply<N>>
  /** Another person asks from now on: nothing under way is theirs. */
  forget: () => void
}

const isCommand = (operation: OperationName): operation is CommandName => operation in COMMANDS

export function createCaller(surroundings: Surroundings): Caller {
  const unwritten = createIntents(inThisRun(), surroundings.now)
  const keeperOf = (operation: CommandName): Intents =>
    COMMANDS[operation] === 'private' ? unwritten : surroundings.intents
  const underWay = new Map<string, Promise<Reply<CommandName>>>()

  async function tryAll(request: WireRequest): Promise<Reply<OperationName>> {
    for (let tries = 1; ; tries++) {
      const offline = surroundings.offline()
      if (offline) return unreachable({ offline, sent: tries > 1 })
      const arrival = await surroundings.transport(request, TIMEOUT_MS)
      const reply = read(arrival)
      const serverTime = serverTimeOf(arrival, reply)
      if (serverTime !== null) surroundings.learnServerTime(serverTime)
      if (!reply.ok && reply.code === 'UNAUTHENTICATED') surroundings.turnedAway()
      const pause = tries < MAX_TRIES ? pauseBeforeNext(reply, tries) : null
      if (pause === null) return reply
      await surroundings.wait(pause)
    }
  }

  function pauseBeforeNext(reply: Reply<OperationName>, tries: number): number | null {
    if (reply.ok) return null
    if (reply.code === 'UNREACHABLE' || reply.code === 'UNAVAILABLE') {
      return backoffMs(tries, surroundings.chance())
    }
    if (reply.code === 'TOO_MANY_REQUESTS') {
      const { retryAfterMs } = reply.facts
      return retryAfterWaitMs(retryAfterMs, tries, surroundings.chance())
    }
    return null
  }

  async function command(
    operation: CommandName,
    input: unknown,
    intents = keeperOf(operation),
  ): Promise<Reply<CommandName>> {
    const known = intents.find(operation, input)
    const intent = known ?? {
      requestId: await surroundings.newRequestId(),
      operation,
      input: input as Intent['input'],
      createdAt: surroundings.now(),
    }
    if (!known) intents.add(intent)
    return settle(intent, known !== null, intents)
  }

  async function settle(
    intent: Intent,
    sentBefore: boolean,
    intents = keeperOf(intent.operation),
  ): Promise<Reply<CommandName>> {
    const { requestId, operation, input } = intent
    const reply = await tryAll({ operation, input, requestId, client: surroundings.client })
    if (!reply.ok && reply.code === 'UNREACHABLE' && sentBefore) reply.facts.sent = true
    if (isFinal(reply)) intents.remove(requestId)
    return reply
  }

  /** The same command given twice at once is one intent: a double tap books once. */
  function once<N extends CommandName>(
    operation: N,
    input: unknown,
    settled: () => Promise<Reply<CommandName>>,
  ): Promise<Reply<N>> {
    const key = `${operation} ${JSON.stringify(input)}`
    const running = underWay.get(key)
    if (running) return running as Promise<Reply<N>>
    const started = settled().finally(() => {
      if (underWay.get(key) === started) underWay.delete(key)
    })
    underWay.set(key, started)
    return started as Promise<Reply<N>>
  }

  return {
    call: (operation, input, keeper) =>
      (isCommand(operation)
        ? once(operation, input, () => command(operation, input, keeper))
        : tryAll({ operation, input, client: surroundings.client })) as Promise<never>,
    resume: (intent, keeper) =>
      once(intent.operation, intent.input, () => settle(intent, true, keeper)),
    forget: () => {
      underWay.clear()
      unwritten.clear()
    },
  }
}

/** Whether a reply tells what became of an intent, so that asking again is pointless. */
function isFinal(reply: Reply<OperationName>): boolean {
  if (reply.ok) return true
  if (reply.code === 'UNREACHABLE') return !reply.facts.sent
  return reply.code !== 'UNAVAILABLE' && reply.code !== 'TOO_MANY_REQUESTS'
}

/** The server's clock in milliseconds: as its value says it, else as its HTTP date does. */
function serverTimeOf(arrival: Arrival, reply: Reply<OperationName>): number | null {
  if (reply.ok && 'now' in reply.value) return new Date(reply.value.now).getTime()
  return arrival.kind === 'answer' ? (arrival.serverTime ?? null) : null
}

function unreachable(facts: Unreachable['facts']): Unreachable {
  return { ok: false, code: 'UNREACHABLE', facts, traceId: '' }
}

/** Anything that is not the envelope (a gateway's error page, say) is as good as no answer. */
function read(arrival: Arrival): Reply<OperationName> {
  if (arrival.kind === 'lost') return unreachable({ offline: false, sent: true })
  const body = arrival.body as { ok?: unknown; code?: unknown; facts?: unknown } | null
  if (typeof body === 'object' && body !== null) {
    if (body.ok === true && 'value' in body) return body as Reply<OperationName>
    if (body.ok === false && typeof body.code === 'string') {
      return { traceId: '', ...body, facts: body.facts ?? {} } as Reply<OperationName>
    }
  }
  return unreachable({ offline: false, sent: true })
}
