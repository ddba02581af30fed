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
  /** What sent it, where the host speaks to browsers. */
  browser?: Browser
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

export type Dispatch = (message: Message) => Promise<Dispatched>

/** Booking never does; giving back says itself in which pool. Of other commands it is not known. */
const NEVER_FREES_SEATS = new Set<OperationName>(['seats.book', 'seats.cancel', 'waitlist.join'])

const NO_ROLES: Actor['roles'] = []
const NOBODY: Actor = { personId: null, roles: NO_ROLES }

type Refused = { code: string; facts: object }
type Entered = { name: string | null; known: Known | null } | { refused: Refused }

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
  const identify = createIdentify(store, clock, groups?.personOfIdentity)

  async function answer(message: Message, traceId: string): Promise<Omit<Dispatched, 'status'>> {
    const { request, identity, browser = ANY_BROWSER } = message
    const refuse = ({ code, facts }: Refused) => ({ ok: false, code, facts, traceId })
    const result = parseRequest(request)
    if ('refused' in result) return { answer: refuse(result.refused) }
    const { parsed } = result
    const { operation, input } = parsed
    const entered = await enter(parsed, identity)
    if ('refused' in entered) return { answer: refuse(entered.refused) }
    const { name, known } = entered
    const { role } = PERMISSIONS[operation]
    // Not remembered as the person is: a role that was taken away is gone at once.
    const roles = known && role !== null ? await rolesOf(store.pool, known.personId) : NO_ROLES
    const actor: Actor = known ? { ...known, roles } : NOBODY
    const forbidden = permit(operation, actor, input)
    if (forbidden) {
      const hasEnded = identity?.provider === 'desk' && forbidden.code === 'UNAUTHENTICATED'
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
    const asked = { input, actor, browser, intent, again, dependencies }
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
   * Who comes, as far as it has to be known; or what they are told before that: that they are too fast,
   * or that a pool is known to be full. At however many desks somebody sits, they have one pace.
   */
  async function enter(parsed: ParsedRequest, identity: Identity | null): Promise<Entered> {
    if (identity === null) return { name: null, known: null }
    const { operation, again } = parsed
    const name = nameOf(identity)
    const atDesk = identity.provider === 'desk'
    let retryAfterMs = pace && !atDesk ? pace.take(operation, name) : 0
    if (groups && retryAfterMs === 0 && !again && !atDesk) {
      const facts = groups.door.refusal(name, parsed, clock.now())
      if (facts) return { refused: { code: 'SOLD_OUT', facts } }
    }
    const isAsked = PERMISSIONS[operation].who !== 'visitor'
    const known = isAsked ? await identify(identity, name) : null
    const paced = known?.sessionId ? known.personId : name
    if (pace && atDesk) retryAfterMs = pace.take(operation, paced)
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

  return async (message) => {
    const traceId = message.traceId ?? randomBytes(16).toString('hex')
    try {
      return { ...(await answer(message, traceId)), status: 200 }
    } catch (error) {
      if (error instanceof Overloaded) {
        const { retryAfterMs, waiting } = error
        const facts = { retryAfterMs, waiting }
        const answer = { ok: false, code: 'TOO_MANY_REQUESTS', facts, traceId }
        return { answer, status: 200 }
      }
      const status = statusOf(error)
      const unavailable = { ok: false, code: 'UNAVAILABLE', facts: {}, traceId }
      const facts = { traceId, err: error }
      if (isDatabaseAway(error)) log.warn(facts, 'the database is away')
      else if (status === 503) log.error(facts, 'private consultations are unavailable')
      else log.error(facts, 'an operation failed')
      return { answer: unavailable, status }
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
