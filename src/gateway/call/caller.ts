import { createIntents, inThisRun, type Intent, type Intents } from './intents'
import { type Line, type Progress, tryAll } from './tries'
import { COMMANDS, type CommandName, type Input, type OperationName, type Reply } from './wire'

export interface Surroundings extends Line {
  intents: Intents
  client: string
  newRequestId: () => Promise<string>
}

/** What there is to say of a command beyond its input. */
export interface Given {
  /** Who writes it down. */
  keeper?: Intents
  /** Made beforehand, when the person said what they want before it could be asked for. */
  requestId?: string
  /** Is told how it stands while there is no answer. */
  onProgress?: (progress: Progress) => void
}

export interface Caller {
  /**
   * Asks the server for an operation. It never rejects: the reply is an answer, a refusal, or
   * `UNREACHABLE`. A command is one intent of the person: its requestId is written down before the
   * first try and kept over retries, a second tap and a restart, until a true answer has come.
   * A private command is written down by the keeper that it brings, who seals it; without one it
   * is known for as long as the app runs.
   */
  call: <N extends OperationName>(operation: N, input: Input<N>, given?: Given) => Promise<Reply<N>>
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

  async function command(
    operation: CommandName,
    input: unknown,
    { keeper: intents = keeperOf(operation), requestId, onProgress }: Given = {},
  ): Promise<Reply<CommandName>> {
    const known = intents.find(operation, input)
    const intent = known ?? {
      requestId: requestId ?? (await surroundings.newRequestId()),
      operation,
      input: input as Intent['input'],
      createdAt: surroundings.now(),
    }
    if (!known) intents.add(intent)
    return settle(intent, known !== null, intents, onProgress)
  }

  async function settle(
    intent: Intent,
    sentBefore: boolean,
    intents = keeperOf(intent.operation),
    onProgress?: Given['onProgress'],
  ): Promise<Reply<CommandName>> {
    const { requestId, operation, input } = intent
    const again = sentBefore ? { again: true } : {}
    const request = { operation, input, requestId, client: surroundings.client, ...again }
    const reply = await tryAll(surroundings, request, onProgress)
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
    call: (operation, input, given) =>
      (isCommand(operation)
        ? once(operation, input, () => command(operation, input, given))
        : tryAll(surroundings, {
            operation,
            input,
            client: surroundings.client,
          })) as Promise<never>,
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
