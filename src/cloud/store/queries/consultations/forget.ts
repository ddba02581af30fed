import type { Pool } from 'pg'

/** Consultations that are to be forgotten at `now`, at most so many. */
export async function consultationsToForget(
  pool: Pool,
  now: Date,
  limit: number,
): Promise<{ centreId: string; consultationId: string }[]> {
  const { rows } = await pool.query<{ centreId: string; consultationId: string }>(DUE, [now, limit])
  return rows
}

/**
 * Destroys the key of a consultation that is to be forgotten at `now`, with all that was written in it,
 * in one statement; gives whether it did. That it was, when, and how it ended stays.
 */
export async function forgetConsultation(
  pool: Pool,
  { centreId, consultationId }: { centreId: string; consultationId: string },
  now: Date,
): Promise<boolean> {
  const { rows } = await pool.query<{ count: number }>(FORGET, [centreId, consultationId, now])
  return rows[0]!.count > 0
}

/** Deletes whom professionals met before an instant, at most 1,000 rows at once; gives how many. */
export async function forgetMetBefore(pool: Pool, instant: Date): Promise<number> {
  const { rowCount } = await pool.query(FORGET_MET, [instant])
  return rowCount ?? 0
}

const DUE = `
select centre_id as "centreId", consultation_id as "consultationId"
from changlai.consultation
where deleted_at <= $1::timestamptz and (wrapped_key is not null or plain is not null)
order by deleted_at
limit $2`

const FORGET = `
with forgotten as (
  update changlai.consultation
  set key_version = null, wrapped_key = null, sealed = null, plain = null
  where centre_id = $1 and consultation_id = $2 and deleted_at <= $3::timestamptz
    and (wrapped_key is not null or plain is not null)
  returning centre_id, consultation_id
), lines as (
  update changlai.consultation_entry as entry
  set sealed = null, plain = null
  from forgotten
  where entry.centre_id = forgotten.centre_id
    and entry.consultation_id = forgotten.consultation_id
), attachments as (
  delete from changlai.consultation_attachment as attachment
  using forgotten
  where attachment.centre_id = forgotten.centre_id
    and attachment.consultation_id = forgotten.consultation_id
)
select count(*) as count from forgotten`

const FORGET_MET = `
delete from changlai.professional_met
where ctid = any (array(
  select ctid from changlai.professional_met
  where met_at < $1::timestamptz
  order by met_at
  limit 1000
  for update skip locked))`
