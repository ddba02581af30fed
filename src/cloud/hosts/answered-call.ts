import { randomUUID } from 'node:crypto'
import { contract, type OperationName } from '@/contract'

/** The largest request that any host takes, in bytes of JSON. */
export const MAX_REQUEST_BYTES = 64 * 1024

/**
 * A trace id as W3C Trace Context has it: 16 bytes in hexadecimal. A UUID, for node keeps random
 * bytes in stock for those.
 */
export function newTraceId(): string {
  return randomUUID().replaceAll('-', '')
}

/** The operation that a request names, if the contract knows it, else `unknown`: a label must stay bounded. */
export function operationLabel(request: unknown): OperationName | 'unknown' {
  const operation = (request as { operation?: unknown } | null | undefined)?.operation
  const known = typeof operation === 'string' && Object.hasOwn(contract, operation)
  return known ? (operation as OperationName) : 'unknown'
}

/** The code of an answer as logs and metrics name it: `OK` or the refusal's. */
export function codeLabel(answer: unknown): string {
  const { ok, code } = answer as { ok: boolean; code?: string }
  return ok ? 'OK' : (code ?? 'UNKNOWN')
}
