import { isUtf8 } from 'node:buffer'
import type { IncomingMessage } from 'node:http'
import { MAX_REQUEST_BYTES } from '../answered-call'
import { RequestRefused } from '../refusal'

const tooLarge = () => new RequestRefused(413, 'INVALID_INPUT', { path: '', reason: 'TOO_LARGE' })
const notJson = () => new RequestRefused(400, 'INVALID_INPUT', { path: '', reason: 'NOT_JSON' })

/** Refuses (413) a body whose announced length is over a limit in bytes, before a byte of it is read. */
export function refuseAnnouncedLength(request: IncomingMessage, limit: number): void {
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge()
}

/**
 * The body of a request as JSON. Refuses with RequestRefused: 413 as soon as the limit is passed,
 * announced or counted; 400 for what is not UTF-8 JSON.
 */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  refuseAnnouncedLength(request, MAX_REQUEST_BYTES)
  const body = await readLimited(request, MAX_REQUEST_BYTES)
  if (!isUtf8(body)) throw notJson()
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    throw notJson()
  }
}

/**
 * The whole body of a request; refuses (413) what is over a limit in bytes: as soon as it is, or,
 * where there is `patience` for so many bytes more, at its end, when its sender reads answers.
 */
export function readLimited(
  request: IncomingMessage,
  limit: number,
  patience = 0,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let length = 0
    request.on('data', (chunk: Buffer) => {
      length += chunk.length
      if (length > limit + patience) {
        request.removeAllListeners('data')
        reject(tooLarge())
      } else if (length <= limit) chunks.push(chunk)
    })
    request.on('end', () => {
      if (length > limit) reject(tooLarge())
      else resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks))
    })
    // What breaks a request off closes it too; nobody listens for errors, so that none is thrown.
    request.on('close', () => {
      if (!request.complete) reject(notJson())
    })
  })
}

/** How much of a refused body is taken in and thrown away, so that its sender can read why. */
const DISCARDED_BYTES = 256 * 1024
const DISCARD_MS = 1000

/** Lets the sender of a refused body read the answer, then closes the connection. */
export function discardRest(request: IncomingMessage): void {
  if (request.complete) return
  let left = DISCARDED_BYTES
  const hangUp = () => request.socket.destroy()
  const timer = setTimeout(hangUp, DISCARD_MS)
  request.on('data', (chunk: Buffer) => {
    left -= chunk.length
    if (left < 0) hangUp()
  })
  request.on('close', () => clearTimeout(timer))
  request.resume()
}
