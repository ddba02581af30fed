import type { Input, OperationName, Output, ParsedInput, Refusals } from '@/contract'
import type { Clock } from './clock'
import type { Log } from './log'
import type { Store } from './store'

/** Who asks, as the platform says; null before anybody signed in. */
export interface Actor {
  personId: string | null
}

/** What a handler may use: nothing comes from anywhere else. */
export interface Dependencies {
  store: Store
  clock: Clock
  log: Log
}

/** A command's handler gets these of its request, to write its answer down together with its effect. */
export interface Intent {
  requestId: string
  operation: OperationName
  inputHash: Buffer
}

export type Refusal<N extends OperationName> = {
  [Code in keyof Refusals<N> & string]: { code: Code; facts: Refusals<N>[Code] }
}[keyof Refusals<N> & string]

export type Outcome<N extends OperationName> = { value: Output<N> } | { refusal: Refusal<N> }

export interface Call<N extends OperationName> {
  input: ParsedInput<N>
  actor: Actor
  intent: Intent
  dependencies: Dependencies
}

export type Handler<N extends OperationName> = (call: Call<N>) => Promise<Outcome<N>>

export type { Input }
