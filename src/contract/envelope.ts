import * as v from 'valibot'

/** A request id names one intent of a person; it is kept over every retry of that intent. */
export const RequestId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{8,64}$/, 'REQUEST_ID'))

/**
 * What every host accepts. `requestId` is required by commands and ignored by queries. `again`: it was
 * sent before, and no answer came; what became of it is looked up, and nothing said from memory.
 */
export const Request = v.strictObject({
  operation: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  input: v.optional(v.unknown(), {}),
  requestId: v.optional(RequestId),
  again: v.optional(v.boolean()),
  client: v.optional(v.pipe(v.string(), v.regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/, 'CLIENT_VERSION'))),
})
export type Request = v.InferInput<typeof Request>

/** Failures that only dispatch and the gateway make; no operation returns them by itself. */
export interface BoundaryFailures {
  /** `path` names the field (dots between levels, empty for the whole body); `reason` says what is wrong with it. */
  INVALID_INPUT: { path: string; reason: string }
  REQUEST_ID_REUSED: Record<string, never>
  UNAUTHENTICATED: Record<string, never>
  /** `only`: it is this person's to do, but not at a desk; left out where it is not theirs. */
  FORBIDDEN: { only?: 'phone' }
  NOT_FOUND: { what: string }
  /** `waiting`: how many wait already where it was asked; absent from older servers. */
  TOO_MANY_REQUESTS: { retryAfterMs: number; waiting?: number }
  UNAVAILABLE: Record<string, never>
}
export type BoundaryCode = keyof BoundaryFailures

/** A refusal: a closed code with the facts that let a screen be helpful. */
export interface Refused<Code extends string = string, Facts = unknown> {
  ok: false
  code: Code
  facts: Facts
  traceId: string
}

export interface Answered<Value> {
  ok: true
  value: Value
}
