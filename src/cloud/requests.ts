import { createHash } from 'node:crypto'
import * as v from 'valibot'
import { type OperationName, contract } from '@/contract'
import { type BoundaryFailures, Request } from '@/contract/envelope'
import { foreignValue } from './foreign-value'

/** A request whose envelope and input the contract allows. */
export interface ParsedRequest {
  operation: OperationName
  input: unknown
  /** Null only for a query. */
  requestId: string | null
  /** It was sent before, and no answer came. */
  again: boolean
}

type Refused =
  | { code: 'INVALID_INPUT'; facts: BoundaryFailures['INVALID_INPUT'] }
  | { code: 'NOT_FOUND'; facts: BoundaryFailures['NOT_FOUND'] }

/**
 * Judges a request by the contract. Gives it parsed, or the refusal: INVALID_INPUT with the first
 * field that is wrong (a field of the input by its own name, one of the envelope by its name), or
 * NOT_FOUND for an operation that does not exist.
 */
export function parseRequest(request: unknown): { parsed: ParsedRequest } | { refused: Refused } {
  const foreign = foreignValue(request)
  if (foreign) return invalid(inputPath(foreign.path), foreign.reason)
  const envelope = v.safeParse(Request, request, { abortEarly: true })
  if (!envelope.success) return invalidField(envelope.issues[0], '')
  const { operation, input = {}, requestId = null, again = false } = envelope.output
  if (!isOperation(operation)) {
    return { refused: { code: 'NOT_FOUND', facts: { what: 'operation' } } }
  }
  if (contract[operation].kind === 'command' && requestId === null) {
    return invalid('requestId', 'REQUIRED')
  }
  // An array passes as an object with fields missing; it is none.
  if (Array.isArray(input)) return invalid('input', 'TYPE')
  const result = v.safeParse(contract[operation].input, input, { abortEarly: true })
  if (!result.success) return invalidField(result.issues[0], 'input')
  return { parsed: { operation, input: result.output, requestId, again } }
}

function isOperation(name: string): name is OperationName {
  return Object.hasOwn(contract, name)
}

function invalid(path: string, reason: string): { refused: Refused } {
  return { refused: { code: 'INVALID_INPUT', facts: { path, reason } } }
}

function invalidField(issue: v.BaseIssue<unknown>, whole: string) {
  return invalid(v.getDotPath(issue) ?? whole, reasonOf(issue))
}

/** `input.poolId` → `poolId`: a sender knows the fields of its input by their own names. */
function inputPath(path: string): string {
  return path.startsWith('input.') ? path.slice('input.'.length) : path
}

const REASONS: Readonly<Record<string, string>> = {
  max_length: 'TOO_LONG',
  min_length: 'TOO_SHORT',
  picklist: 'NOT_ONE_OF',
}

/** One word that says what is wrong: the contract's own where it has one (DATE, CENTRE_KEY). */
function reasonOf(issue: v.BaseIssue<unknown>): string {
  if (issue.type === 'strict_object' && issue.expected === 'never') return 'UNKNOWN_FIELD'
  if (/^[A-Z][A-Z_]+$/.test(issue.message)) return issue.message
  if (issue.type === 'strict_object' && issue.path) return 'REQUIRED'
  return REASONS[issue.type] ?? (issue.input === undefined ? 'REQUIRED' : 'TYPE')
}

/** An input as JSON with sorted keys: the same input in another order is the same text. */
export function canonicalText(input: unknown): string {
  return JSON.stringify(sorted(input)) ?? 'null'
}

/** SHA-256 of an input's canonical text. Not for what is private: a short text can be guessed by it. */
export function inputHash(input: unknown): Buffer {
  return createHash('sha256').update(canonicalText(input)).digest()
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}
