import { request as send } from 'node:http'
import { text } from 'node:stream/consumers'

/**
 * How a call can go wrong: `unreachable` never arrives; `timeout` arrives, is carried out, and the
 * platform reports a timeout; `silence` arrives, is carried out, and nothing ever comes back.
 */
export type Fault = 'unreachable' | 'timeout' | 'silence'

/** What stands in the host's place for one call: an answer that is hard to get out of it. */
export interface Refusal {
  code: string
  facts: object
}

export interface CallRecord {
  request: { operation: string; input: unknown; requestId?: string; client?: string }
  fault?: Fault
  /** When it left the phone, by this machine's clock, in ms. */
  at?: number
  /** What the host answered, even where the answer was lost on the way. */
  answer?: unknown
}

/** Hands a call of the cloud function to the local host, as the persona that holds the phone. */
export async function postCall(
  host: string,
  persona: string | undefined,
  request: CallRecord['request'],
): Promise<unknown> {
  // node:http rather than fetch, which jsdom does not have.
  return new Promise((resolve, reject) => {
    const sent = send(
      `${host}/call`,
      {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(persona !== undefined && { 'x-local-persona': encodeURIComponent(persona) }),
        },
      },
      (response) => {
        text(response).then((body) => resolve(JSON.parse(body)), reject)
      },
    )
    sent.on('error', reject)
    sent.end(JSON.stringify(request))
  })
}
