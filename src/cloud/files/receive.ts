import type { Clock } from '@/cloud/clock'
import { type Identity, createIdentify } from '@/cloud/identify'
import { HOUR } from '@/domain/time/instant'
import type { Store } from '@/cloud/store'
import { keepFile } from '@/cloud/store/queries/uploaded-files'
import { fileKind } from './file-kind'
import { ALLOWANCE, newFileId } from './waiting-file'

export { MAX_FILE_BYTES } from '@/contract/files'

const NAME_LENGTH = 120

export type Received =
  | { fileId: string }
  | { refused: 'UNAUTHENTICATED' }
  | { refused: 'TOO_MANY_REQUESTS'; retryAfterMs: number }
  | { refused: 'INVALID_INPUT'; path: 'x-file-name' | ''; reason: 'NAME' | 'EMPTY' | 'FILE_KIND' }

/** Takes in a file of whoever the platform says sends it, whatever host it came to. */
export type Receive = (file: {
  identity: Identity | null
  name: string
  content: Buffer
}) => Promise<Received>

/**
 * Files belong to the person who sent them and wait a day for an operation to take them up. Refuses
 * visitors, names that are empty, long or hold control characters, and what is none of FILE_KINDS.
 */
export function createReceive(store: Store, clock: Clock): Receive {
  const identify = createIdentify(store, clock)
  return async ({ identity, name, content }) => {
    if (identity === null) return { refused: 'UNAUTHENTICATED' }
    if (!/^[^\p{Cc}\u2028\u2029/\\]+$/u.test(name) || name.length > NAME_LENGTH) {
      return { refused: 'INVALID_INPUT', path: 'x-file-name', reason: 'NAME' }
    }
    if (content.length === 0) return { refused: 'INVALID_INPUT', path: '', reason: 'EMPTY' }
    const kind = fileKind(content)
    if (kind === null) return { refused: 'INVALID_INPUT', path: '', reason: 'FILE_KIND' }
    const known = await identify(identity)
    if (!known) return { refused: 'UNAUTHENTICATED' }
    const { personId } = known
    const fileId = newFileId()
    const file = { fileId, personId, name, kind, content }
    if (await keepFile(store.pool, file, ALLOWANCE, clock.now())) return { fileId }
    return { refused: 'TOO_MANY_REQUESTS', retryAfterMs: HOUR }
  }
}
