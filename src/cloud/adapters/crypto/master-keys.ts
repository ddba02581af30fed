import { openBytes, sealBytes } from './authenticated'

/** A data key as it is written down: wrapped under the master key of a version. */
export interface WrappedKey {
  keyVersion: number
  wrappedKey: Buffer
}

/**
 * What wraps data keys. A small deployment holds its master keys itself, a large one asks a KMS;
 * nothing else ever sees a master key. `context` binds a wrapped key to what it belongs to.
 */
export interface MasterKeys {
  /** The version that new keys are wrapped under. */
  readonly current: number
  wrap(key: Buffer, context: string): Promise<WrappedKey>
  /** Throws SealBroken, and SealingUnavailable for a version that this deployment does not hold. */
  unwrap(wrapped: WrappedKey, context: string): Promise<Buffer>
}

/** The deployment has no master key for what was asked; the message is for its operator. */
export class SealingUnavailable extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'SealingUnavailable'
  }
}

const KEY_BYTES = 32

/**
 * Master keys out of the environment: `CHANGLAI_MASTER_KEYS`, a list `<version>:<32 bytes in base64>`
 * with commas. The highest version is the current one; older ones stay until nothing is wrapped under
 * them any more (`npm run rotate-keys`). Null when the text is empty; throws SealingUnavailable when
 * it is wrong, without quoting it.
 */
export function masterKeysFrom(text: string | undefined): MasterKeys | null {
  const parts = (text ?? '').split(',').map((part) => part.trim())
  const keys = new Map<number, Buffer>()
  for (const part of parts.filter((one) => one !== '')) {
    const [, version, encoded] = /^([1-9]\d{0,5}):([A-Za-z0-9+/]{43}=)$/.exec(part) ?? []
    const key = Buffer.from(encoded ?? '', 'base64')
    if (version === undefined || key.length !== KEY_BYTES || keys.has(Number(version))) {
      throw new SealingUnavailable(
        'CHANGLAI_MASTER_KEYS must be a list like 1:<32 bytes in base64>, with commas, and no version twice.',
      )
    }
    keys.set(Number(version), key)
  }
  return keys.size === 0 ? null : heldMasterKeys(keys)
}

/** Master keys that this process holds, by version; at least one. */
export function heldMasterKeys(keys: ReadonlyMap<number, Buffer>): MasterKeys {
  const current = Math.max(...keys.keys())
  return {
    current,
    async wrap(key, context) {
      return { keyVersion: current, wrappedKey: sealBytes(keys.get(current)!, context, key) }
    },
    async unwrap({ keyVersion, wrappedKey }, context) {
      const master = keys.get(keyVersion)
      if (!master) {
        throw new SealingUnavailable(
          `Something is sealed under master key ${keyVersion}, which CHANGLAI_MASTER_KEYS does not hold.`,
        )
      }
      return openBytes(master, context, wrappedKey)
    },
  }
}
