import type { Contract, Input, OperationName, Output, ParsedInput, Refusals } from '@/contract'
import type { Browser } from '@/domain/devices/browser'
import type { Role } from '@/domain/access/role'
import type { CloudFiles } from './adapters/wechat/cloud-files'
import type { DrawMiniProgramCode } from './adapters/wechat/mini-program-code'
import type { Alerts } from './alerts/alerts'
import type { Clock } from './clock'
import type { Groups } from './group-commit/asked-together'
import type { Intent } from './intent'
import type { Log } from './log'
import type { Pace } from './pace/pace'
import type { Sealing } from './sealing/sealing'
import type { SharedAnswers } from './shared-answers/shared-answers'
import type { Store } from './store'

/** Who asks; null where nobody signed in, or where the operation does not ask who it is. */
export interface Actor {
  personId: string | null
  /** Read anew for each call of an operation that asks for a role; empty for every other. */
  roles: readonly GrantedRole[]
  /** The session at a desk through which they ask; absent on a phone. */
  sessionId?: string
}

/** A role in a centre; a null centre is every centre of the deployment. */
export interface GrantedRole {
  role: Role
  centreId: string | null
}

/** What a handler may use: nothing comes from anywhere else. */
export interface Dependencies {
  store: Store
  clock: Clock
  log: Log
  /** Only where WeChat itself runs the host. */
  drawMiniProgramCode?: DrawMiniProgramCode
  /** Likewise: where phones put the files that they cannot send over HTTP. */
  cloudFiles?: CloudFiles
  /** Where the deployment holds a master key; without it private consultations are unavailable. */
  sealing?: Sealing | undefined
  /** Where the public finds an HTTP host of this deployment, if it does; without a slash at its end. */
  publicUrl?: string | null
  /** Where the host speaks to browsers, and can give one a cookie. */
  desks?: true
  /** Where the host answers many at once; without it each asks the database by itself. */
  groups?: Groups
  /** Likewise: what everybody is shown alike is asked once for all. */
  shared?: SharedAnswers
  /** How people are told something outside the app; without it nobody is asked whether they want to be. */
  alerts?: Alerts
  /** How fast each person may go; without it nobody is slowed. */
  pace?: Pace
}

export type Refusal<N extends OperationName> = {
  [Code in keyof Refusals<N> & string]: { code: Code; facts: Refusals<N>[Code] }
}[keyof Refusals<N> & string]

/**
 * What a handler comes back with. A command gives a `value` only after it has written it down with
 * its effect; `unwritten` when nothing was asked of the database, and the refusal is not written down;
 * `answeredBefore` when it left everything as it is because the requestId is known.
 * `invalid` names an input field that only the handler can judge, such as a cursor.
 */
export type Outcome<N extends OperationName> =
  | { value: Output<N>; atDesk?: AtDesk }
  | { refusal: Refusal<N>; unwritten?: true }
  | { answeredBefore: true }
  | { invalid: { path: string; reason: string } }

/** What the host puts into the browser's cookie; null takes it away. It is never part of an answer. */
export type AtDesk = { token: string } | null

export interface Call<N extends OperationName> {
  input: ParsedInput<N>
  actor: Actor
  /** What asks, as far as the host can tell. */
  browser: Browser
  /** Null for a query, and for an attempt. */
  intent: Contract[N]['kind'] extends 'command' ? Intent : null
  /** Whoever asks has asked before and heard nothing: only what is written down is to be told. */
  again?: boolean
  dependencies: Dependencies
  /** What is shown may not have been asked for before this, on the host's clock that only goes forward. */
  notBefore?: number
}

export type Handler<N extends OperationName> = (call: Call<N>) => Promise<Outcome<N>>

export type { Input, Intent }
