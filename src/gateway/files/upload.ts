import type { BoundaryFailures, Refused } from '@/contract/envelope'
import { backoffMs, MAX_TRIES } from '../call/backoff'
import type { Unreachable } from '../call/wire'

/** Why a file was not taken: what the host says of it, or that no answer came. */
export type UploadFailure =
  | {
      [Code in keyof BoundaryFailures]: Refused<Code, BoundaryFailures[Code]>
    }[keyof BoundaryFailures]
  | Unreachable

export type Uploaded = { ok: true; value: { fileId: string } } | UploadFailure

/** What the host takes; a larger file is not even sent. */
const MOST_BYTES = 10 * 1024 * 1024
/** The host gives a body a quarter of a minute. */
const TIMEOUT_MS = 20_000

interface Surroundings {
  base: string
  fetch: typeof fetch
  /** A number in [0, 1). */
  chance: () => number
  wait: (ms: number) => Promise<void>
}

/**
 * Sends a file to an HTTP host, in H5 alone, and again when no answer comes. A file that was sent
 * twice is there twice for a day and then not at all. Never rejects.
 */
export function createUpload({ base, fetch, chance, wait }: Surroundings) {
  async function once(file: File): Promise<Uploaded> {
    const abort = new AbortController()
    const timer = setTimeout(() => abort.abort(), TIMEOUT_MS)
    try {
      const response = await fetch(`${base}/upload`, {
        method: 'POST',
        credentials: 'same-origin',
        headers: {
          'content-type': 'application/octet-stream',
          'x-file-name': encodeURIComponent(file.name),
        },
        body: file,
        signal: abort.signal,
      })
      return (await response.json()) as Uploaded
    } catch {
      return { ok: false, code: 'UNREACHABLE', facts: { offline: false, sent: true }, traceId: '' }
    } finally {
      clearTimeout(timer)
    }
  }

  return async function upload(file: File): Promise<Uploaded> {
    if (file.size > MOST_BYTES) {
      const facts = { path: '', reason: 'TOO_LARGE' }
      return { ok: false, code: 'INVALID_INPUT', facts, traceId: '' }
    }
    for (let tries = 1; ; tries++) {
      const uploaded = await once(file)
      const lost =
        !uploaded.ok && (uploaded.code === 'UNREACHABLE' || uploaded.code === 'UNAVAILABLE')
      if (!lost || tries >= MAX_TRIES) return uploaded
      await wait(backoffMs(tries, chance()))
    }
  }
}
