import { createHash, randomBytes } from 'node:crypto'

/** 256 bits (ASVS 4.0.3, 3.2.2 asks for 64): 43 letters of base64url. */
const BYTES = 32

/** What only one browser is to have. */
export function newDeskToken(): string {
  return randomBytes(BYTES).toString('base64url')
}

/**
 * What is kept of a token: its SHA-256. Whoever reads the table cannot sign in. No salt: a token
 * cannot be guessed.
 */
export function hashOfDeskToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
