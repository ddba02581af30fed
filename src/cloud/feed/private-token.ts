import { createHash } from 'node:crypto'
import type { Sealing } from '@/cloud/sealing/sealing'

/** 192 bits of a keyed hash, which nobody can guess: 32 letters of base64url. */
const BYTES = 24

/** What a private address ends in. */
export const PRIVATE_TOKEN = '[A-Za-z0-9_-]{32}'

/**
 * What opens the calendar that a person asked for with a requestId. It follows from the two under the
 * deployment's secret, so that a retry gives the same one although it is written down nowhere.
 */
export async function privateToken(
  sealing: Sealing,
  { personId, requestId }: { personId: string; requestId: string },
): Promise<string> {
  const hash = await sealing.tokenHash(`${personId}:${requestId}`)
  return hash.subarray(0, BYTES).toString('base64url')
}

/**
 * What is kept of a token: its SHA-256. Looking up by it tells nothing by its time, and whoever reads
 * the table cannot open a calendar. No salt: a token cannot be guessed.
 */
export function hashOfPrivateToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
