import { randomBytes } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import * as v from 'valibot'
import { type Answer, type Input, type OperationName, contract } from '../../../src/contract'
import type { Dispatch } from '../../../src/cloud/dispatch'

export function newRequestId(): string {
  return `test-${randomBytes(9).toString('hex')}`
}

/** The facts of a boundary failure, by its code. */
const BOUNDARY: Readonly<Record<string, v.GenericSchema>> = {
  INVALID_INPUT: v.strictObject({ path: v.string(), reason: v.pipe(v.string(), v.minLength(1)) }),
  REQUEST_ID_REUSED: v.strictObject({}),
  UNAUTHENTICATED: v.strictObject({}),
  FORBIDDEN: v.strictObject({ only: v.optional(v.literal('phone')) }),
  NOT_FOUND: v.strictObject({ what: v.string() }),
  UNAVAILABLE: v.strictObject({}),
}

const Refused = v.strictObject({
  ok: v.literal(false),
  code: v.string(),
  facts: v.unknown(),
  traceId: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
})

/**
 * Throws unless an answer is one that the contract allows for the operation, field by field; a
 * field that the contract does not name counts as wrong. The operation may be one that does not exist.
 */
export function expectAnswerOfContract(operation: string, answer: unknown): void {
  const known = Object.hasOwn(contract, operation) ? contract[operation as OperationName] : null
  if ((answer as { ok: unknown }).ok === true) {
    const { value } = answer as { value: unknown }
    expectSame(v.parse(known!.output, value), value)
    expect(Object.keys(answer as object).sort()).toEqual(['ok', 'value'])
    return
  }
  const { code, facts } = v.parse(Refused, answer)
  const refusals = (known?.refusals ?? {}) as Record<string, v.GenericSchema>
  const schema = [refusals[code], BOUNDARY[code]].find(
    (one) => one !== undefined && v.is(one, facts),
  )
  if (!schema) throw new Error(`${operation} may not answer ${JSON.stringify(answer)}`)
  expectSame(v.parse(schema, facts), facts)
}

/** Asks the dearer comparison, which also tells the difference, only where there may be one. */
function expectSame(parsed: unknown, given: unknown): void {
  if (!isDeepStrictEqual(parsed, given)) expect(parsed).toEqual(given)
}

/** Somebody who calls operations through a dispatch; null is a visitor. Every answer is checked. */
export function callerOf(dispatch: Dispatch, subject: string | null) {
  return async function call<N extends OperationName>(
    operation: N,
    input: Input<N>,
    requestId: string = newRequestId(),
  ): Promise<Answer<N>> {
    const { answer, status } = await dispatch({
      request: { operation, input, requestId, client: '1.0.0' },
      identity: subject === null ? null : { provider: 'local', subject },
    })
    expect(status).toBe(200)
    expectAnswerOfContract(operation, answer)
    return answer as Answer<N>
  }
}

export type Caller = ReturnType<typeof callerOf>

/** The value of an answer that must be good. */
export function valueOf<Value>(answer: { ok: true; value: Value } | { ok: false }): Value {
  if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer)}`)
  return answer.value
}

/** The refusal of an answer that must be one, without its traceId. */
export function refusalOf(answer: { ok: boolean }): { code: string; facts: unknown } {
  const { code, facts } = answer as { ok: boolean; code: string; facts: unknown }
  if (answer.ok) throw new Error(`not refused: ${JSON.stringify(answer)}`)
  return { code, facts }
}
