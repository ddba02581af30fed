import type { Pool } from 'pg'
import type { Input } from '@/contract'
import type { Office } from './publish'

/** Hours as they were published, and for which month. */
export interface KeptHours {
  month: string
  hours: Input<'casework.publishHours'>['hours']
}

/** A slot of a month as its professional sees it; instants in ms. */
export interface OwnSlot {
  poolId: string
  startsAt: number
  endsAt: number
  taken: boolean
  /** The consultation that holds it, if it is assigned to the professional. */
  consultationId: string | null
}

/** The hours of a month, or of the last month before it that has any; null before the first. */
export async function latestHours(
  pool: Pool,
  { centreId, personId, service }: Office,
  month: string,
): Promise<KeptHours | null> {
  const { rows } = await pool.query<KeptHours>({
    name: 'office-hours.latest',
    text: LATEST,
    values: [centreId, personId, service, month],
  })
  return rows[0] ?? null
}

/** Every slot of an office that begins between two instants, in order. */
export async function ownSlots(
  pool: Pool,
  { centreId, personId, service }: Office,
  { from, until }: { from: number; until: number },
): Promise<OwnSlot[]> {
  const { rows } = await pool.query<OwnSlot>({
    name: 'office-hours.own-slots',
    text: OWN_SLOTS,
    values: [centreId, personId, service, new Date(from), new Date(until)],
  })
  return rows
}

const LATEST = `
select month, hours from changlai.office_hours
where centre_id = $1 and person_id = $2 and service = $3 and month <= $4
order by month desc
limit 1`

const OWN_SLOTS = `
select pool.pool_id as "poolId", pool.starts_at as "startsAt", pool.ends_at as "endsAt",
  pool.taken > 0 as taken, consultation.consultation_id as "consultationId"
from changlai.consultation_slot as slot
join changlai.pool on pool.centre_id = slot.centre_id and pool.pool_id = slot.pool_id
left join changlai.booking
  on booking.centre_id = pool.centre_id and booking.pool_id = pool.pool_id
  and booking.status = 'booked'
left join changlai.consultation
  on consultation.centre_id = booking.centre_id and consultation.booking_id = booking.booking_id
  and consultation.professional_id = slot.person_id
where slot.centre_id = $1 and slot.person_id = $2 and slot.service = $3
  and pool.starts_at >= $4::timestamptz and pool.starts_at < $5::timestamptz
order by pool.starts_at, pool.pool_id`
