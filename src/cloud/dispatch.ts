import { randomBytes } from 'node:crypto'
import { type OperationName, contract } from '@/contract'
import { SealingUnavailable } from './adapters/crypto/master-keys'
import { writeDown } from './audit/write-down'
import { isDatabaseAway } from './database-errors'
import { ANY_BROWSER, type Browser } from '@/domain/devices/browser'
import type { Actor, AtDesk, Call, Dependencies, Handler, Intent, Outcome } from './handler'
import { type Identity, createIdentify } from './identify'
import { handlers } from './operations'
import { PERMISSIONS } from './permissions'
import { permit, targetCentre } from './permit'
import { type ParsedRequest, canonicalText, inputHash, parseRequest } from './requests'
import { sealingOf } from './sealing/sealing-of'
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

const NOBODY: Actor = { personId: null, roles: [] }

type Refused = { code: string; facts: object }

/**
 * The one way in for every host: parse → identify → permit → write down what needs a role → handle → encode. Here, and only here,
 * errors become answers: a bug is logged once and answered with UNAVAILABLE and a traceId (500), a
 * database that is away, or a master key that is not held, with UNAVAILABLE (503).
 *
 * A command's effect and its answer are written by one statement of its handler; what it refused is
 * written down afterwards. Whichever answer to a requestId was written first is the answer for good.
 */
export function createDispatch(dependencies: Dependencies): Dispatch {
  const { store, clock, log, groups } = dependencies
  const identify = createIdentify(store, clock, groups?.personOfIdentity)

  async function answer(message: Message, traceId: string): Promise<Omit<Dispatched, 'status'>> {
    const { request, identity, browser = ANY_BROWSER } = message
    const refuse = ({ code, facts }: Refused) => ({ ok: false, code, facts, traceId })
    const result = parseRequest(request)
    if ('refused' in result) return { answer: refuse(result.refused) }
    const { parsed } = result
    const { operation, input } = parsed
    const actor = await actorFor(operation, identity)
    const forbidden = permit(operation, actor, input)
    if (forbidden) {
      const hasEnded = identity?.provider === 'desk' && forbidden.code === 'UNAUTHENTICATED'
      return { answer: refuse(forbidden), ...(hasEnded ? { atDesk: null } : {}) }
    }
    const intent = await intentOf(parsed, actor, dependencies)
    await writeDown(dependencies, parsed, actor, intent !== null)
    // The table of handlers is keyed by the operation, which TypeScript cannot follow into a call.
    const handle = handlers[operation] as unknown as Handler<OperationName>
    const call = { input, actor, browser, intent, dependencies } as unknown as Call<OperationName>
    const outcome: Outcome<OperationName> = await handle(call)

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
    const refused = refuse(outcome.refusal)
    if (!intent || outcome.unwritten) return { answer: refused }
    const settling = { intent, answer: refused, now: clock.now() }
    const settled = groups
      ? await groups.settleAnswer(settling)
      : (await settleAnswers(store.pool, [settling]))[0]!
    return { answer: asKept(settled, refuse) }
  }

  async function actorFor(operation: OperationName, identity: Identity | null): Promise<Actor> {
    const { who, role } = PERMISSIONS[operation]
    if (identity === null || who === 'visitor') return NOBODY
    const known = await identify(identity)
    if (!known) return NOBODY
    // Not remembered as the person is: a role that was taken away is gone at once.
    return { ...known, roles: role === null ? [] : await rolesOf(store.pool, known.personId) }
  }

  return async (message) => {
    const traceId = message.traceId ?? randomBytes(16).toString('hex')
    try {
      return { ...(await answer(message, traceId)), status: 200 }
    } catch (error) {
      if (error instanceof Overloaded) {
        const { retryAfterMs } = error
        const answer = { ok: false, code: 'TOO_MANY_REQUESTS', facts: { retryAfterMs }, traceId }
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

async function intentOf(
  { operation, input, requestId }: ParsedRequest,
  actor: Actor,
  dependencies: Dependencies,
): Promise<Intent | null> {
  if (contract[operation].kind !== 'command' || requestId === null || actor.personId === null) {
    return null
  }
  const centreId = targetCentre(operation, input) ?? '-'
  const hash = PERMISSIONS[operation].isPrivate
    ? await sealingOf(dependencies).inputHash(canonicalText(input))
    : inputHash(input)
  return { personId: actor.personId, requestId, operation, inputHash: hash, centreId }
}

function asKept(kept: KeptAnswer, refuse: (refused: Refused) => unknown): unknown {
  return kept.sameRequest ? kept.answer : refuse({ code: 'REQUEST_ID_REUSED', facts: {} })
}
