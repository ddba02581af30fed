import type { Pool } from 'pg'
import { SealBroken } from '@/cloud/adapters/crypto/authenticated'
import {
  type MasterKeys,
  SealingUnavailable,
  type WrappedKey,
} from '@/cloud/adapters/crypto/master-keys'
import {
  type KeyRow,
  keysNotUnder,
  nextKeysNotUnder,
  rewrapKey,
} from '@/cloud/store/queries/consultations/keys'
import {
  NAMES_CONTEXT,
  rewrapNamesSecret,
  wrappedNamesSecret,
} from '@/cloud/store/queries/sealing-secret'
import { caseContext } from './sealing'

const BATCH = 100

/** How far a rotation is. */
export interface Progress {
  /** Keys of consultations that were to be wrapped when it began. */
  of: number
  wrapped: number
  /** Keys that cannot be opened with the master keys given, by the version they are wrapped under. */
  failed: ReadonlyMap<number, number>
}

/**
 * Wraps the data key of every consultation, and the key of the name hashes, under the current master
 * key. One statement a key, each with what was read as its condition: it may end at any point and be
 * begun again, run twice at once, and beside hosts. What is sealed is never touched.
 */
export async function rotateKeys(
  pool: Pool,
  masterKeys: MasterKeys,
  onProgress: (progress: Progress) => void = () => {},
): Promise<Progress> {
  const failed = new Map<number, number>()
  const anew = async (wrapped: WrappedKey, context: string): Promise<WrappedKey | null> => {
    try {
      return await masterKeys.wrap(await masterKeys.unwrap(wrapped, context), context)
    } catch (error) {
      if (!(error instanceof SealBroken || error instanceof SealingUnavailable)) throw error
      failed.set(wrapped.keyVersion, (failed.get(wrapped.keyVersion) ?? 0) + 1)
      return null
    }
  }
  const names = await wrappedNamesSecret(pool)
  if (names && names.keyVersion !== masterKeys.current) {
    const after = await anew(names, NAMES_CONTEXT)
    if (after) await rewrapNamesSecret(pool, names, after)
  }
  const of = await keysNotUnder(pool, masterKeys.current)
  let [wrapped, last]: [number, KeyRow | null] = [0, null]
  for (;;) {
    const rows: KeyRow[] = await nextKeysNotUnder(pool, masterKeys.current, last, BATCH)
    for (const row of rows) {
      const after = await anew(row.wrapped, caseContext(row.consultationId))
      if (after && (await rewrapKey(pool, row, after))) wrapped += 1
    }
    onProgress({ of, wrapped, failed })
    if (rows.length < BATCH) return { of, wrapped, failed }
    last = rows[rows.length - 1]!
  }
}
