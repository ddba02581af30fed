import { backoffMs, MAX_TRIES } from '../call/backoff'
import type { PickedFile } from '../device/pick-file'
import { LOST, notWorthSending, type Upload, type Uploaded } from './uploaded'

export type { UploadFailure, Uploaded } from './uploaded'

/** The host gives a body a minute. */
const TIMEOUT_MS = 65_000

interface Surroundings {
  base: string
  fetch: typeof fetch
  /** A number in [0, 1). */
  chance: () => number
  wait: (ms: number) => Promise<void>
}

/**
 * Sends a file to an HTTP host, and again when no answer comes. A file that was sent twice is there
 * twice for a day and then not at all.
 */
export function createUpload({ base, fetch, chance, wait }: Surroundings): Upload {
  async function once({ name, blob }: PickedFile): Promise<Uploaded> {
    const abort = new AbortController()
    const timer = setTimeout(() => abort.abort(), TIMEOUT_MS)
    try {
      const response = await fetch(`${base}/upload`, {
        method: 'POST',
        credentials: 'same-origin',
        headers: {
          'content-type': 'application/octet-stream',
          'x-file-name': encodeURIComponent(name),
        },
        body: blob,
        signal: abort.signal,
      })
      return (await response.json()) as Uploaded
    } catch {
      return LOST
    } finally {
      clearTimeout(timer)
    }
  }

  return async function upload(file) {
    const known = notWorthSending(file)
    if (known) return known
    for (let tries = 1; ; tries++) {
      const uploaded = await once(file)
      const lost =
        !uploaded.ok && (uploaded.code === 'UNREACHABLE' || uploaded.code === 'UNAVAILABLE')
      if (!lost || tries >= MAX_TRIES) return uploaded
      await wait(backoffMs(tries, chance()))
    }
  }
}
