/** An answer of the wire. */
export interface Answer {
  ok: boolean
  code?: string
  value?: Record<string, unknown>
  facts?: Record<string, unknown>
  traceId?: string
}

/** An answer that somebody heard, with when they asked and when they heard it (ms). */
export interface Heard {
  answer: Answer
  sentAt: number
  at: number
}

/** One intent of one person: one requestId, however often it was sent. */
export interface Asked {
  person: number
  openid: string
  operation: 'seats.book' | 'seats.cancel' | 'waitlist.join'
  input: { poolId?: string; bookingId?: string; attendeeIds?: string[] }
  requestId: string
  /** Every answer but those that ask to come back. */
  heard: Heard[]
  /** How often it was answered "not now, send it again". */
  later: number
  /** How often no answer came. */
  unanswered: number
}

/** Everything that was asked in a round, and what came back. */
export class Ledger {
  readonly asked: Asked[] = []
  /** Whether what is sent once more says so; phones of older releases did not. */
  saysAgain = true
  /** Answers that are none of the wire, or came too late, in words. */
  readonly malformed: string[] = []
  /** Of every answer, in milliseconds. */
  readonly latencies: number[] = []

  begin(one: Pick<Asked, 'person' | 'openid' | 'operation' | 'input' | 'requestId'>): Asked {
    const asked: Asked = { ...one, heard: [], later: 0, unanswered: 0 }
    this.asked.push(asked)
    return asked
  }

  /** Those whose sender does not know what became of them. */
  open(): Asked[] {
    return this.asked.filter(({ heard }) => heard.length === 0)
  }

  /** How often somebody had to ask once more, or heard nothing. */
  notAtOnce(): number {
    return this.asked.reduce((sum, { later, unanswered }) => sum + later + unanswered, 0)
  }

  longestMs(): number {
    return Math.round(this.latencies.reduce((longest, one) => Math.max(longest, one), 0))
  }
}

/** Codes after which the same request is to be sent again. */
const LATER = new Set(['UNAVAILABLE', 'TOO_MANY_REQUESTS'])

/** Writes down what came back for a request; gives it where it decides. */
export function take(
  ledger: Ledger,
  asked: Asked,
  { status, body }: { status: number; body: string },
  sentAt: number,
): Answer | null {
  const at = Date.now()
  ledger.latencies.push(at - sentAt)
  const answer = read(body)
  const fault = faultOf(answer, status)
  if (fault !== null || answer === null) {
    ledger.malformed.push(`${asked.operation}: ${fault} ${status} ${body.slice(0, 200)}`)
    asked.later += 1
    return null
  }
  if (!answer.ok && LATER.has(answer.code!)) {
    asked.later += 1
    return null
  }
  asked.heard.push({ answer, sentAt, at })
  return answer
}

function read(body: string): Answer | null {
  try {
    return JSON.parse(body) as Answer
  } catch {
    return null
  }
}

const PARTS = new Set(['ok', 'code', 'facts', 'traceId', 'value'])

/** What is wrong with the form of an answer: a fault of ours is no excuse for showing what is inside. */
function faultOf(answer: Answer | null, status: number): string | null {
  if (answer === null || typeof answer.ok !== 'boolean') return 'no envelope'
  if (Object.keys(answer).some((part) => !PARTS.has(part))) return 'more than the envelope'
  if (answer.ok ? typeof answer.value !== 'object' : typeof answer.code !== 'string')
    return 'half an envelope'
  if (answer.code === 'UNAVAILABLE') {
    if (Object.keys(answer.facts ?? {}).length > 0) return 'UNAVAILABLE with facts'
    return status === 503 ? null : 'a bug and not a database that is away'
  }
  return status === 200 ? null : 'not the status of an answer'
}
