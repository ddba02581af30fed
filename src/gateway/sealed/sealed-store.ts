import { bytesOfBase64 } from '../stations/base64'
import type { KeyValueStore } from '../storage'
import { base64Of } from './base64-text'
import { SEALED_KEY } from './sealed-key'
import { KEY_BYTES, NONCE_BYTES, openText, sealText } from './sealed-text'

const PREFIX = 'sealed:'
/** Random at each opening; what is left of a nonce counts what was sealed since. */
const RANDOM_PART = 16

interface Surroundings {
  storage: KeyValueStore
  /** Null where the phone has no source of chance that is fit for a key. */
  randomBytes: (length: number) => Promise<Uint8Array | null>
  /** Whose things these are; what was sealed for somebody else does not open. */
  owner: string
}

/**
 * A storage that seals each text before the phone keeps it, under a key of its own. Opened once, it
 * seals at once: an app that is being closed has no time for a phone that answers later. Null where
 * the phone cannot make or keep a key: then nothing private may be kept on it.
 */
export async function openSealedStore(surroundings: Surroundings): Promise<KeyValueStore | null> {
  const { storage, randomBytes, owner } = surroundings
  const key = knownKey(storage) ?? (await newKey(surroundings))
  const random = await randomBytes(RANDOM_PART)
  if (!key || !random) return null
  let sealed = 0

  function nonce(): Uint8Array {
    const bytes = new Uint8Array(NONCE_BYTES)
    bytes.set(random!.subarray(0, RANDOM_PART))
    new DataView(bytes.buffer).setUint32(RANDOM_PART, sealed++)
    return bytes
  }
  return {
    get(name) {
      const text = storage.get(PREFIX + name)
      const whole = text === null ? null : openText(text, key)
      const [of, as, kept] = parse(whole)
      if (of === owner && as === name && typeof kept === 'string') return kept
      if (text !== null) storage.remove(PREFIX + name)
      return null
    },
    // Bound to its owner and its name: moved elsewhere it is no longer what it was.
    set(name, text) {
      storage.set(PREFIX + name, sealText(JSON.stringify([owner, name, text]), key, nonce()))
    },
    remove: (name) => storage.remove(PREFIX + name),
  }
}

function knownKey(storage: KeyValueStore): Uint8Array | null {
  try {
    const key = bytesOfBase64(storage.get(SEALED_KEY) ?? '')
    return key.length === KEY_BYTES ? key : null
  } catch {
    return null
  }
}

async function newKey({ storage, randomBytes }: Surroundings): Promise<Uint8Array | null> {
  const key = (await randomBytes(KEY_BYTES))?.slice(0, KEY_BYTES)
  if (!key) return null
  try {
    storage.set(SEALED_KEY, base64Of(key))
    return key
  } catch {
    return null
  }
}

function parse(whole: string | null): unknown[] {
  try {
    const list: unknown = JSON.parse(whole ?? '')
    return Array.isArray(list) ? list : []
  } catch {
    return []
  }
}
