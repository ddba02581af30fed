import type { IncomingMessage } from 'node:http'
import { MAX_FILE_BYTES, type Receive, type Received } from '@/cloud/files/receive'
import type { Log } from '@/cloud/log'
import { refusal, RequestRefused } from '../refusal'
import { readLimited, refuseAnnouncedLength } from './body'
import type { Identify } from './call'
import type { Metrics } from './metrics'
import { FILE_NAME_HEADER } from './own-page'
import { jsonReply, type Reply } from './reply'

/** Somebody whose photograph is a little too large should read that, not see the line break. */
const PATIENCE_BYTES = 5 * 1024 * 1024

/** A photograph of a few megabytes over a bad line; a call has a quarter of it. */
export const UPLOAD_WITHIN_MS = 60_000

interface Door {
  receive: Receive
  identify: Identify
  metrics: Metrics
  log: Log
}

/**
 * POST /upload: one file as the raw body, its name in `x-file-name`; gives `{ fileId }`. Refuses
 * (413) what is larger than 10 MB, and by name what `receive` does not take.
 */
export async function upload(
  door: Door,
  request: IncomingMessage,
  traceId: string,
): Promise<Reply> {
  const startedAt = performance.now()
  let bytes = 0
  request.on('data', (chunk: Buffer) => (bytes += chunk.length))
  const answered = (code: string): void => {
    const milliseconds = performance.now() - startedAt
    door.metrics.uploaded(code, bytes, milliseconds / 1000)
    door.log.info({ traceId, code, bytes, ms: Math.round(milliseconds) }, 'upload answered')
  }
  try {
    const identity = door.identify(request)
    refuseAnnouncedLength(request, MAX_FILE_BYTES + PATIENCE_BYTES)
    const content = await readLimited(request, MAX_FILE_BYTES, PATIENCE_BYTES)
    const received = await door.receive({ identity, name: nameIn(request), content })
    answered('fileId' in received ? 'OK' : received.refused)
    return replyTo(received, traceId)
  } catch (error) {
    answered(error instanceof RequestRefused ? (error as RequestRefused).code : 'UNAVAILABLE')
    throw error
  }
}

function replyTo(received: Received, traceId: string): Reply {
  if ('fileId' in received) return jsonReply(200, { ok: true, value: received })
  switch (received.refused) {
    case 'UNAUTHENTICATED':
      return jsonReply(200, refusal('UNAUTHENTICATED', {}, traceId))
    case 'TOO_MANY_REQUESTS': {
      const { retryAfterMs } = received
      return jsonReply(200, refusal('TOO_MANY_REQUESTS', { retryAfterMs }, traceId))
    }
    case 'INVALID_INPUT': {
      const { path, reason } = received
      return jsonReply(200, refusal('INVALID_INPUT', { path, reason }, traceId))
    }
  }
}

function nameIn(request: IncomingMessage): string {
  const header = request.headers[FILE_NAME_HEADER]
  try {
    return decodeURIComponent(typeof header === 'string' ? header : '')
  } catch {
    throw new RequestRefused(400, 'INVALID_INPUT', { path: FILE_NAME_HEADER, reason: 'ENCODING' })
  }
}
