/** What must never be. */
export class Wrong extends Error {}

export interface Asked {
  operation: string
  input: { poolId?: string; bookingId?: string; entryId?: string; attendeeIds?: string[] }
  requestId: string
  /** It was sent before, and no answer came. */
  again?: boolean
}

export interface Answer {
  ok: boolean
  code?: string
  facts?: { rule?: string; limit?: { of: string; most: number }; waiting?: number }
  value?: { bookingId: string; entryId?: string; position?: number }
}

export const said = ({ operation, input, requestId }: Asked, answer?: Answer) =>
  `${operation} ${JSON.stringify(input)} ${requestId}${answer ? ` → ${JSON.stringify(answer)}` : ''}`
