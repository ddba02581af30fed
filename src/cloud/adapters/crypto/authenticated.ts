import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** AES-256-GCM (NIST SP 800-38D) with a nonce of 96 random bits and a tag of 128 bits. */
const ALGORITHM = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16
/** The form of what is sealed: this byte, the nonce, the ciphertext, the tag. */
const FORM = 1

/** What was sealed is not what is opened: another key, another context, or altered bytes. */
export class SealBroken extends Error {
  constructor() {
    super('Something sealed cannot be opened with this key in this context')
    this.name = 'SealBroken'
  }
}

/** Seals bytes under a key of 32 bytes. `context` is not kept, but must be the same at opening. */
export function sealBytes(key: Buffer, context: string, content: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES })
  cipher.setAAD(Buffer.from(context))
  const sealed = [cipher.update(content), cipher.final()]
  return Buffer.concat([Buffer.of(FORM), nonce, ...sealed, cipher.getAuthTag()])
}

/** The bytes that were sealed. Throws SealBroken. */
export function openBytes(key: Buffer, context: string, sealed: Buffer): Buffer {
  if (sealed[0] !== FORM || sealed.length < 1 + NONCE_BYTES + TAG_BYTES) throw new SealBroken()
  const nonce = sealed.subarray(1, 1 + NONCE_BYTES)
  const tagAt = sealed.length - TAG_BYTES
  try {
    const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES })
    decipher.setAAD(Buffer.from(context))
    decipher.setAuthTag(sealed.subarray(tagAt))
    return Buffer.concat([
      decipher.update(sealed.subarray(1 + NONCE_BYTES, tagAt)),
      decipher.final(),
    ])
  } catch {
    throw new SealBroken()
  }
}
