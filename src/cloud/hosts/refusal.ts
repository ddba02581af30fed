import type { BoundaryCode, BoundaryFailures, Refused } from '@/contract/envelope'

/** A refusal that a door makes before dispatch has seen the request, in the envelope's form. */
export function refusal<Code extends BoundaryCode>(
  code: Code,
  facts: BoundaryFailures[Code],
  traceId: string,
): Refused<Code, BoundaryFailures[Code]> {
  return { ok: false, code, facts, traceId }
}

/** Thrown while a request is read; `status` is HTTP's, the rest is the refusal's. */
export class RequestRefused<Code extends BoundaryCode = BoundaryCode> extends Error {
  override readonly name = 'RequestRefused'

  constructor(
    readonly status: number,
    readonly code: Code,
    readonly facts: BoundaryFailures[Code],
  ) {
    super(code)
  }
}
