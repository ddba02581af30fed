import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type MasterKeys, masterKeysFrom } from '@/cloud/adapters/crypto/master-keys'
import { writeOnce } from '@/cloud/store/embedded/private-files'

const KEY_BYTES = 32

/**
 * The master keys of a local host without CHANGLAI_MASTER_KEYS: the file `master-keys` (0600) of its
 * data directory, made by whichever host starts first. It must be kept as the database is: without it
 * nobody can read a private consultation again. Throws SealingUnavailable for a file that is wrong.
 */
export function keptMasterKeys(dataDir: string): MasterKeys {
  mkdirSync(dataDir, { recursive: true })
  const file = path.join(dataDir, 'master-keys')
  writeOnce(file, `1:${randomBytes(KEY_BYTES).toString('base64')}\n`)
  return masterKeysFrom(readFileSync(file, 'utf8'))!
}
