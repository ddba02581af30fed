import type { Answer, Contract, OperationName } from '@/contract'

export type { Answer, Input, OperationName, Output } from '@/contract'

/** The operations that change something and therefore carry a requestId. */
export type CommandName = {
  [N in OperationName]: Contract[N]['kind'] extends 'command' ? N : never
}[OperationName]

/** Made by the gateway alone: no answer came. Whether the request arrived is not known. */
export interface Unreachable {
  ok: false
  code: 'UNREACHABLE'
  /** `offline`: the phone itself has no network; `sent`: at least one try left the phone. */
  facts: { offline: boolean; sent: boolean }
  traceId: string
}

export type Reply<N extends OperationName> = Answer<N> | Unreachable
/** Everything that can come back of these operations but a value. */
export type Failure<N extends OperationName = OperationName> = N extends OperationName
  ? Exclude<Reply<N>, { ok: true }>
  : never

/** What goes over the wire; the same on every host. */
export interface WireRequest {
  operation: string
  input: unknown
  client: string
  requestId?: string
}

/** What came back from one try. `serverTime` is in milliseconds since the epoch. */
export type Arrival =
  | { kind: 'answer'; body: unknown; serverTime?: number }
  | { kind: 'lost'; reason: 'TIMEOUT' | 'NETWORK' }

/** One try, at most `timeoutMs` long. It never rejects. */
export type Transport = (request: WireRequest, timeoutMs: number) => Promise<Arrival>

export const COMMANDS: Record<CommandName, true> = {
  'seats.book': true,
  'seats.cancel': true,
  'seats.bookFor': true,
  'family.save': true,
  'family.remove': true,
  'family.code': true,
  'family.link': true,
  'queue.call': true,
  'queue.mark': true,
  'stations.report': true,
  'stations.confirm': true,
  'stations.settle': true,
  'stations.import': true,
  'stations.setPhoto': true,
  'files.begin': true,
  'files.receive': true,
  'consultation.request': true,
  'consultation.amend': true,
  'consultation.withdraw': true,
  'consultation.reschedule': true,
  'consultation.rate': true,
  'consultation.sendFeedback': true,
  'casework.accept': true,
  'casework.decline': true,
  'casework.ask': true,
  'casework.propose': true,
  'casework.close': true,
  'casework.handOver': true,
  'casework.assign': true,
  'casework.answerFeedback': true,
  'casework.publishHours': true,
  'me.update': true,
}
