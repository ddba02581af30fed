/** One of the three hosts, as a client of it sees it. */
export interface Door {
  /** Sends a request of the wire as a person; null is a visitor. */
  call(request: unknown, as: string | null): Promise<Answer>
  /** Everything that the host has written. */
  output(): string
  end(): Promise<unknown>
}

export interface Answer {
  ok: boolean
  code?: string
  value?: Record<string, unknown>
  facts?: Record<string, unknown>
  traceId?: string
}
