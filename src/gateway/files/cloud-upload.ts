import { parseInstant } from '@/domain/time/instant'
import { backoffMs, MAX_TRIES } from '../call/backoff'
import type { Caller } from '../call/caller'
import type { Failure } from '../call/wire'
import type { PickedFile } from '../device/pick-file'
import { LOST, notWorthSending, refusedFile, type Upload, type Uploaded } from './uploaded'

interface Surroundings {
  call: Caller['call']
  /** Puts a file of the phone at a path in cloud storage; gives its id there. Rejects when it is lost. */
  put: (file: { cloudPath: string; filePath: string }) => Promise<{ fileID: string }>
  now: () => number
  /** A number in [0, 1). */
  chance: () => number
  wait: (ms: number) => Promise<void>
}

/**
 * Sends a file from a mini-program, which has no HTTP host: asks for a path in cloud storage, puts it
 * there, and has it taken in. One after the other: two at once would be given the same path.
 */
export function createCloudUpload({ call, put, now, chance, wait }: Surroundings): Upload {
  let before: Promise<unknown> = Promise.resolve()

  async function send({ name, size, path }: PickedFile): Promise<Uploaded> {
    const begun = await call('files.begin', { name, bytes: size })
    if (!begun.ok) return asUploadFailure(begun)
    const cloudFileId = await putAt(begun.value.cloudPath, path!)
    if (cloudFileId === null) return LOST
    const received = await call('files.receive', { cloudFileId })
    return received.ok ? received : asUploadFailure(received)
  }

  async function putAt(cloudPath: string, filePath: string): Promise<string | null> {
    for (let tries = 1; ; tries++) {
      try {
        return (await put({ cloudPath, filePath })).fileID
      } catch {
        if (tries >= MAX_TRIES) return null
        await wait(backoffMs(tries, chance()))
      }
    }
  }

  function asUploadFailure(failure: Failure<'files.begin' | 'files.receive'>): Uploaded {
    const { traceId } = failure
    switch (failure.code) {
      case 'FILE_REFUSED':
        return refusedFile(failure.facts.reason, traceId)
      case 'TOO_MANY_FILES': {
        const retryAfterMs = Math.max(0, parseInstant(failure.facts.until) - now())
        return { ok: false, code: 'TOO_MANY_REQUESTS', facts: { retryAfterMs }, traceId }
      }
      case 'INVALID_INPUT':
        return failure.facts.path === 'name' ? refusedFile('NAME', traceId) : failure
      case 'NO_CLOUD_STORAGE':
        return { ok: false, code: 'UNAVAILABLE', facts: {}, traceId }
      default:
        return failure
    }
  }

  return (file) => {
    const known = notWorthSending(file)
    if (known) return Promise.resolve(known)
    const sent = before.then(() => send(file))
    before = sent
    return sent
  }
}
