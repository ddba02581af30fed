import type { Pool } from 'pg'
import type { WrappedKey } from '@/cloud/adapters/crypto/master-keys'

/** A consultation's key as it is written down. */
export interface KeyRow {
  centreId: string
  consultationId: string
  wrapped: WrappedKey
}

/** How many consultations have a key that is not wrapped under a version. */
export async function keysNotUnder(pool: Pool, version: number): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(COUNT, [version])
  return rows[0]!.count
}

/** The next keys, by consultation, that are not wrapped under a version. */
export async function nextKeysNotUnder(
  pool: Pool,
  version: number,
  after: KeyRow | null,
  limit: number,
): Promise<KeyRow[]> {
  const { rows } = await pool.query<Omit<KeyRow, 'wrapped'> & WrappedKey>(NEXT, [
    ...[version, after?.centreId ?? '', after?.consultationId ?? '', limit],
  ])
  return rows.map(({ keyVersion, wrappedKey, ...row }) => ({
    ...row,
    wrapped: { keyVersion, wrappedKey },
  }))
}

/**
 * Writes a key down as it is wrapped now, if it is still the one that was read: not for a
 * consultation whose key was destroyed meanwhile, or that another run was at. Gives whether it did.
 */
export async function rewrapKey(
  pool: Pool,
  { centreId, consultationId, wrapped: before }: KeyRow,
  after: WrappedKey,
): Promise<boolean> {
  const { rowCount } = await pool.query(REWRAP, [
    ...[centreId, consultationId, before.keyVersion, before.wrappedKey],
    ...[after.keyVersion, after.wrappedKey],
  ])
  return rowCount === 1
}

const COUNT = `
select count(*) as count
from changlai.consultation
where wrapped_key is not null and key_version <> $1`

const NEXT = `
select centre_id as "centreId", consultation_id as "consultationId",
  key_version as "keyVersion", wrapped_key as "wrappedKey"
from changlai.consultation
where wrapped_key is not null and key_version <> $1
  and (centre_id, consultation_id) > ($2, $3)
order by centre_id, consultation_id
limit $4`

const REWRAP = `
update changlai.consultation
set key_version = $5, wrapped_key = $6::bytea
where centre_id = $1 and consultation_id = $2 and key_version = $3 and wrapped_key = $4::bytea`
