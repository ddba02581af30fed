import { createHmac, randomBytes } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'
import { openBytes, sealBytes } from '@/cloud/adapters/crypto/authenticated'
import type { MasterKeys, WrappedKey } from '@/cloud/adapters/crypto/master-keys'
import { namesSecret } from '@/cloud/store/queries/sealing-secret'

const KEY_BYTES = 32

/** The data key of one consultation, opened. It lives in memory for one call and is never written. */
export interface CaseKey {
  seal(part: string, content: Uint8Array | string): Buffer
  /** Throws SealBroken when it was sealed for another consultation or another part. */
  open(part: string, sealed: Buffer): Buffer
  openText(part: string, sealed: Buffer): string
}

/** Seals what is private before it reaches a table (docs/decisions, "sealed consultations"). */
export interface Sealing {
  masterKeys: MasterKeys
  /** A new data key for a consultation, and the form in which it is written down. */
  newKey(consultationId: string): Promise<{ key: CaseKey; wrapped: WrappedKey }>
  keyOf(consultationId: string, wrapped: WrappedKey): Promise<CaseKey>
  /**
   * Reads the key of the hashes, once for this process, over a connection of its own: after it,
   * hashing needs none. Ask before a transaction, which may have the only connection.
   */
  prepareHashes(): Promise<void>
  /** The keyed hash of a normalised name: the same for the same name in this deployment, 32 bytes. */
  nameHash(normalised: string): Promise<Buffer>
  /** The keyed hash of a private command's input, by which a requestId knows it again; 32 bytes. */
  inputHash(input: string): Promise<Buffer>
  /** The keyed hash that a secret address is made of; 32 bytes. */
  tokenHash(source: string): Promise<Buffer>
}

/** The context that a wrapped key of a consultation is bound to; rotation needs it too. */
export function caseContext(consultationId: string): string {
  return `consultation:${consultationId}`
}

export function createSealing(masterKeys: MasterKeys, database: Pool | PoolClient): Sealing {
  let names: Promise<Buffer> | null = null

  const namesKey = () => {
    names ??= namesSecret(database, masterKeys).catch((error: unknown) => {
      names = null
      throw error
    })
    return names
  }

  /** `purpose` keeps hashes of one kind from being those of another. */
  const keyedHash = async (purpose: string, text: string) =>
    createHmac('sha256', await namesKey())
      .update(`${purpose}:${text}`, 'utf8')
      .digest()

  const caseKey = (consultationId: string, key: Buffer): CaseKey => {
    const context = (part: string) => `${caseContext(consultationId)}:${part}`
    const open = (part: string, sealed: Buffer) => openBytes(key, context(part), sealed)
    return {
      seal: (part, content) =>
        sealBytes(
          key,
          context(part),
          typeof content === 'string' ? Buffer.from(content, 'utf8') : content,
        ),
      open,
      openText: (part, sealed) => open(part, sealed).toString('utf8'),
    }
  }

  return {
    masterKeys,
    async newKey(consultationId) {
      const key = randomBytes(KEY_BYTES)
      const wrapped = await masterKeys.wrap(key, caseContext(consultationId))
      return { key: caseKey(consultationId, key), wrapped }
    },
    async keyOf(consultationId, wrapped) {
      const key = await masterKeys.unwrap(wrapped, caseContext(consultationId))
      return caseKey(consultationId, key)
    },
    async prepareHashes() {
      await namesKey()
    },
    nameHash: (normalised) => keyedHash('name', normalised),
    inputHash: (input) => keyedHash('input', input),
    tokenHash: (source) => keyedHash('token', source),
  }
}
