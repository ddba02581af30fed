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

/** The key of the name hashes as it is written down; null before anybody asked for it. */
export async function wrappedNamesSecret(pool: Pool): Promise<WrappedKey | null> {
  const { rows } = await pool.query<WrappedKey>(FIND)
  return rows[0] ?? null
}

/** Writes it down as it is wrapped now, if it is still the one that was read. */
export async function rewrapNamesSecret(
  pool: Pool,
  before: WrappedKey,
  after: WrappedKey,
): Promise<boolean> {
  const { rowCount } = await pool.query(REWRAP, [
    ...[before.keyVersion, before.wrappedKey, after.keyVersion, after.wrappedKey],
  ])
  return rowCount === 1
}

const FIND = `
select key_version as "keyVersion", wrapped_key as "wrappedKey"
from changlai.sealing_secret
where purpose = 'names'`

const REWRAP = `
update changlai.sealing_secret
set key_version = $3, wrapped_key = $4::bytea
where purpose = 'names' and key_version = $1 and wrapped_key = $2::bytea`

// The update changes nothing; it makes the statement give the row of whoever was first.
const KEEP_OR_FIND = `
insert into changlai.sealing_secret as secret (purpose, key_version, wrapped_key, created_at)
values ('names', $1, $2, now())
on conflict (purpose) do update set purpose = secret.purpose
returning key_version as "keyVersion", wrapped_key as "wrappedKey"`
