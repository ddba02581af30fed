import { randomBytes } from 'node:crypto'
import { type OperationName, contract } from '@/contract'
import { SealingUnavailable } from './adapters/crypto/master-keys'
import { writeDown } from './audit/write-down'
import { isDatabaseAway } from './database-errors'
import { ANY_BROWSER, type Browser } from '@/domain/devices/browser'
import type { Actor, AtDesk, Call, Dependencies, Handler, Outcome } from './handler'
import { type Identity, type Known, createIdentify, nameOf } from './identify'
import { intentOf } from './intent-of'
import { handlers } from './operations'
import { PERMISSIONS } from './permissions'
import { peopleOf } from './people'
import { permit } from './permit'
import type { NoSeats } from './group-commit/sold-out'
import { type ParsedRequest, parseRequest } from './requests'
import { sayChanged } from './shared-answers/say-changed'
import { Overloaded } from './overloaded'
import { type KeptAnswer, keptAnswer, settleAnswers } from './store/queries/answered-requests'
import { rolesOf } from './store/queries/people'

export type { Identity } from './identify'

export interface Message {
  /** What was sent: anything. */
  request: unknown
  /** Who sent it, as the platform says. */
  identity: Identity | null
  /** What sent it, where the host speaks to browsers; asked only where it matters. */
  browser?: () => Browser
  /** Made here when the host has none. */
  traceId?: string
}

/** An answer of the wire with the HTTP status it is to have. */
export interface Dispatched {
  answer: unknown
  status: 200 | 500 | 503
  /** What the host does with the cookie of a browser; absent to leave it as it is. */
  atDesk?: AtDesk
}

/** At once where nothing had to be asked of anybody, as at the door of a full pool. */
export type Dispatch = (message: Message) => Dispatched | Promise<Dispatched>

/** Booking never does; giving back says itself in which pool. Of other commands it is not known. */
const NEVER_FREES_SEATS = new Set<OperationName>(['seats.book', 'seats.cancel', 'waitlist.join'])

const NO_ROLES: Actor['roles'] = []
const NOBODY: Actor = { personId: null, roles: NO_ROLES }

type Refused = { code: string; facts: object }
type Answered = Omit<Dispatched, 'status'>
/** Who comes, by the platform's name, and after how long they are to come back; 0 to come in. */
type AtDoor = { identity: Identity; name: string; retryAfterMs: number }
type Entered = { name: string | null; known: Known | null } | { refused: Refused }
const NOBODY_ENTERED: Entered = { name: null, known: null }

/**
 * The one way in for every host: parse → look at the pace → identify → permit → write down what needs a
 * role → handle → encode. Here, and only here, errors become answers: a bug is logged once and answered
 * with UNAVAILABLE and a traceId (500), a database that is away, or a master key that is not held, with
 * UNAVAILABLE (503).
 *
 * A command's effect and its answer are written by one statement of its handler; what it refused is
 * written down afterwards. Whichever answer to a requestId was written first is the answer for good.
 */
export function createDispatch(dependencies: Dependencies): Dispatch {
  const { store, clock, log, groups, pace, shared } = dependencies
  const identify = createIdentify(store, clock, peopleOf(dependencies))

  function answer(message: Message, traceId: string): Answered | Promise<Answered> {
    const { request, identity } = message
    const refuse = ({ code, facts }: Refused) => ({ ok: false, code, facts, traceId })
    const result = parseRequest(request)
    if ('refused' in result) return { answer: refuse(result.refused) }
    const { parsed } = result
    const atDoor = identity ? comesTo(parsed, identity) : null
    if (atDoor && 'refused' in atDoor) return { answer: refuse(atDoor.refused) }
    return letIn(parsed, atDoor, message.browser, refuse)
  }

  /** Of somebody who was not refused at the door. */
  async function letIn(
    parsed: ParsedRequest,
    atDoor: AtDoor | null,
    browser: Message['browser'],
    refuse: (refused: Refused) => object,
  ): Promise<Answered> {
    const { operation, input } = parsed
    const entered = atDoor ? await enter(parsed, atDoor) : NOBODY_ENTERED
    if ('refused' in entered) return { answer: refuse(entered.refused) }
    const { name, known } = entered
    const { role } = PERMISSIONS[operation]
    // Not remembered as the person is: a role that was taken away is gone at once.
    const roles = known && role !== null ? await rolesOf(store.pool, known.personId) : NO_ROLES
    const actor: Actor = known ? { ...known, roles } : NOBODY
    const forbidden = permit(operation, actor, input)
    if (forbidden) {
      const hasEnded = atDoor?.identity.provider === 'desk' && forbidden.code === 'UNAUTHENTICATED'
      return { answer: refuse(forbidden), ...(hasEnded ? { atDesk: null } : {}) }
    }
    const intent = await intentOf(parsed, actor, dependencies)
    await writeDown(dependencies, parsed, actor, intent !== null)
    const { again } = parsed
    const told = again || !name ? null : groups?.door.toldBefore(name, parsed)
    if (told) {
      const kept = await keptAnswer(store.pool, intent!)
      return { answer: kept ? asKept(kept, refuse) : refuse({ code: 'SOLD_OUT', facts: told }) }
    }
    // The table of handlers is keyed by the operation, which TypeScript cannot follow into a call.
    const handle = handlers[operation] as unknown as Handler<OperationName>
    const asked = { input, actor, browser: browser?.() ?? ANY_BROWSER, intent, again, dependencies }
    const call = asked as unknown as Call<OperationName>
    if (shared && name && known === null) call.notBefore = shared.lastChangeBy(name)
    const outcome: Outcome<OperationName> = await handle(call)
    if (shared && intent && !('unwritten' in outcome)) sayChanged(shared, intent, name!, outcome)

    if ('value' in outcome) {
      const { value, ...more } = outcome
      if (intent && !NEVER_FREES_SEATS.has(operation)) groups?.soldOut.forgetCentre(intent.centreId)
      return { answer: { ok: true, value }, ...more }
    }
    if ('invalid' in outcome) {
      return { answer: refuse({ code: 'INVALID_INPUT', facts: outcome.invalid }) }
    }
    if ('answeredBefore' in outcome) {
      const kept = intent && (await keptAnswer(store.pool, intent))
      if (!kept) throw new Error('A command found its requestId answered, but there is no answer')
      return { answer: asKept(kept, refuse) }
    }
    const { refusal, unwritten } = outcome as { refusal: Refused; unwritten?: true }
    const refused = refuse(refusal)
    if (unwritten) groups?.door.tell(name!, parsed, refusal.facts as NoSeats)
    if (!intent || unwritten) return { answer: refused }
    const settling = { intent, answer: refused, now: clock.now() }
    const settled = groups
      ? await groups.settleAnswer(settling)
      : (await settleAnswers(store.pool, [settling]))[0]!
    return { answer: asKept(settled, refuse) }
  }

  /**
   * What can be said of somebody before it is asked who they are: that a pool is known to be full, else
   * whether they are too fast. At however many desks somebody sits, they have one pace, which is not
   * known here.
   */
  function comesTo(parsed: ParsedRequest, identity: Identity): AtDoor | { refused: Refused } {
    const { operation, again } = parsed
    const name = nameOf(identity)
    if (identity.provider === 'desk') return { identity, name, retryAfterMs: 0 }
    const retryAfterMs = pace?.take(operation, name) ?? 0
    if (groups && retryAfterMs === 0 && !again) {
      const facts = groups.door.refusal(name, parsed, clock.now())
      if (facts) return { refused: { code: 'SOLD_OUT', facts } }
    }
    return { identity, name, retryAfterMs }
  }

  /** Who comes, as far as it has to be known; or that they are too fast. */
  async function enter(parsed: ParsedRequest, atDoor: AtDoor): Promise<Entered> {
    const { operation } = parsed
    const { identity, name } = atDoor
    let { retryAfterMs } = atDoor
    const isAsked = PERMISSIONS[operation].who !== 'visitor'
    const known = isAsked ? await identify(identity, name) : null
    const paced = known?.sessionId ? known.personId : name
    if (pace && identity.provider === 'desk') retryAfterMs = pace.take(operation, paced)
    if (retryAfterMs === 0 || (await wasAnswered(parsed, known, paced))) return { name, known }
    return { refused: { code: 'TOO_MANY_REQUESTS', facts: { retryAfterMs } } }
  }

  /** Whether a command of somebody who is too fast has its answer already: then they are given it. */
  async function wasAnswered(parsed: ParsedRequest, known: Known | null, paced: string) {
    if (!known || contract[parsed.operation].kind !== 'command') return false
    if (pace!.takeAgain(paced) > 0) return false
    const intent = await intentOf(parsed, known, dependencies)
    return intent !== null && (await keptAnswer(store.pool, intent)) !== null
  }

  /** What a call is answered that was broken off by an error. */
  function failed(error: unknown, traceId: string): Dispatched {
    if (error instanceof Overloaded) {
      const { retryAfterMs, waiting } = error
      const facts = { retryAfterMs, waiting }
      return { answer: { ok: false, code: 'TOO_MANY_REQUESTS', facts, traceId }, status: 200 }
    }
    const status = statusOf(error)
    const facts = { traceId, err: error }
    if (isDatabaseAway(error)) log.warn(facts, 'the database is away')
    else if (status === 503) log.error(facts, 'private consultations are unavailable')
    else log.error(facts, 'an operation failed')
    return { answer: { ok: false, code: 'UNAVAILABLE', facts: {}, traceId }, status }
  }

  return (message) => {
    const traceId = message.traceId ?? randomBytes(16).toString('hex')
    try {
      const answered = answer(message, traceId)
      if (!(answered instanceof Promise)) return { ...answered, status: 200 }
      return answered.then(
        (later) => ({ ...later, status: 200 }),
        (error: unknown) => failed(error, traceId),
      )
    } catch (error) {
      return failed(error, traceId)
    }
  }
}

/** 503 where the code is right and what it needs is not there: the database, a master key. */
function statusOf(error: unknown): 500 | 503 {
  return isDatabaseAway(error) || error instanceof SealingUnavailable ? 503 : 500
}

function asKept(kept: KeptAnswer, refuse: (refused: Refused) => unknown): unknown {
  return kept.sameRequest ? kept.answer : refuse({ code: 'REQUEST_ID_REUSED', facts: {} })
}
