import { randomFillSync } from 'node:crypto'
import { contract, type OperationName } from '@/contract'

/** The largest request that any host takes, in bytes of JSON. */
export const MAX_REQUEST_BYTES = 64 * 1024

const TRACE_BYTES = 16
/** Random bytes in stock: to draw them for each call costs more than all the rest of a trace id. */
const stock = Buffer.alloc(256 * TRACE_BYTES)
let used = stock.length

/** A trace id as W3C Trace Context has it: 16 random bytes in hexadecimal. */
export function newTraceId(): string {
  if (used === stock.length) {
    randomFillSync(stock)
    used = 0
  }
  return stock.toString('hex', used, (used += TRACE_BYTES))
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
