import type { Pool, PoolClient } from 'pg'
import type { Service } from '@/domain/consultation/consultation'

/** A consultation of somebody that is not over. */
export interface OpenCase {
  consultationId: string
  service: Service
  state: 'received' | 'assigned' | 'accepted'
  /** Where they agreed to meet; null where they did not. */
  poolId: string | null
}

export async function openCasesOf(client: PoolClient, personId: string): Promise<OpenCase[]> {
  const { rows } = await client.query<OpenCase>({
    name: 'erasure.open-cases',
    text: OPEN,
    values: [personId],
  })
  return rows
}

/** The consultations of somebody, newest first. */
export async function caseIdsOf(
  pool: Pool,
  page: { personId: string; limit: number; offset: number },
): Promise<string[]> {
  const { rows } = await pool.query<{ consultationId: string }>({
    name: 'erasure.case-ids',
    text: IDS,
    values: [page.personId, page.limit, page.offset],
  })
  return rows.map(({ consultationId }) => consultationId)
}

/** How many consultations are kept of somebody. */
export async function caseCountOf(pool: Pool, personId: string): Promise<number> {
  const { rows } = await pool.query<{ count: number }>({
    name: 'erasure.case-count',
    text: 'select count(*) as count from changlai.consultation where person_id = $1',
    values: [personId],
  })
  return rows[0]!.count
}

/**
 * Destroys what somebody wrote and nobody is to read any more: their feedback, and consultations that
 * they took back before any professional opened them. Gives how many others are kept, sealed, until
 * their day of deletion.
 */
export async function destroyUnread(client: PoolClient, personId: string): Promise<number> {
  const { rows } = await client.query<{ kept: number }>({
    name: 'erasure.destroy-unread',
    text: DESTROY,
    values: [personId],
  })
  return rows[0]!.kept
}

const OPEN = `
select consultation.consultation_id as "consultationId", consultation.service, consultation.state,
  booking.pool_id as "poolId"
from changlai.consultation
left join changlai.booking
  on booking.centre_id = consultation.centre_id and booking.booking_id = consultation.booking_id
where consultation.person_id = $1 and consultation.state in ('received', 'assigned', 'accepted')
order by consultation.centre_id, consultation.consultation_id`

const DESTROY = `
with unread as (
  update changlai.consultation as one
  set key_version = null, wrapped_key = null, sealed = null, plain = null
  where one.person_id = $1 and (one.wrapped_key is not null or one.plain is not null)
    and (one.service = 'feedback' or one.state = 'withdrawn' and not exists (
      select from changlai.consultation_opening as opening
      where opening.centre_id = one.centre_id and opening.consultation_id = one.consultation_id))
  returning one.centre_id, one.consultation_id
), lines as (
  update changlai.consultation_entry as entry set sealed = null, plain = null
  from unread
  where entry.centre_id = unread.centre_id and entry.consultation_id = unread.consultation_id
), attachments as (
  delete from changlai.consultation_attachment as attachment
  using unread
  where attachment.centre_id = unread.centre_id
    and attachment.consultation_id = unread.consultation_id
)
select count(*) as kept from changlai.consultation as one
where one.person_id = $1 and one.wrapped_key is not null
  and (one.centre_id, one.consultation_id) not in (select centre_id, consultation_id from unread)`

const IDS = `
select consultation_id as "consultationId" from changlai.consultation
where person_id = $1
order by created_at desc, consultation_id
limit $2 offset $3`
