import { randomBytes } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'
import type { MasterKeys, WrappedKey } from '@/cloud/adapters/crypto/master-keys'

/** The context that the key of the name hashes is bound to. */
export const NAMES_CONTEXT = 'secret:names'

/** The key of the name hashes; made by whoever asks first, the same for all hosts ever after. */
export async function namesSecret(
  database: Pool | PoolClient,
  masterKeys: MasterKeys,
): Promise<Buffer> {
  const made = await masterKeys.wrap(randomBytes(32), NAMES_CONTEXT)
  const { rows } = await database.query<WrappedKey>(KEEP_OR_FIND, [
    made.keyVersion,
    made.wrappedKey,
  ])
  return masterKeys.unwrap(rows[0]!, NAMES_CONTEXT)
}

// The update changes nothing; it makes the statement give the row of whoever was first.
const KEEP_OR_FIND = `
insert into changlai.sealing_secret as secret (purpose, key_version, wrapped_key, created_at)
values ('names', $1, $2, now())
on conflict (purpose) do update set purpose = secret.purpose
returning key_version as "keyVersion", wrapped_key as "wrappedKey"`
