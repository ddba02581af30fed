import type { Pool, PoolClient } from 'pg'
import { centreOf } from '@/domain/access/key'
import type { Channel, SealedService } from '@/domain/consultation/consultation'
import type { Parties } from '@/cloud/consultations/parties'
import { inOffice } from './in-office'
import { metOtherSide } from './met'
import type { SlotRow } from './parts'

/** A half hour of a professional, free or not. */
export interface KnownSlot {
  poolId: string
  service: SealedService
  professionalId: string
  channels: Channel[]
  startsAt: number
  endsAt: number
  /** Whether its professional still holds the role in the centre. */
  inOffice: boolean
}

/** The free times of a service in a centre at `now` for a person, earliest first. */
export async function freeSlots(
  pool: Pool,
  wish: {
    centreId: string
    service: SealedService
    personId: string
    /** Null where no names were given. */
    parties: Parties | null
    after: [startsAt: number, poolId: string] | undefined
    now: Date
    limit: number
  },
): Promise<SlotRow[]> {
  const { centreId, service, personId, parties, after, now, limit } = wish
  const [startsAt, poolId] = after ?? [null, null]
  const { rows } = await pool.query<SlotRow>({
    name: 'consultations.free-slots',
    text: FREE_SLOTS,
    values: [
      ...[centreId, service, personId, now, parties?.own ?? null, parties?.others ?? []],
      ...[startsAt === null ? null : new Date(startsAt), poolId, limit],
    ],
  })
  return rows
}

/** The slot that a pool is; null for any other pool. */
export async function slotOfPool(client: PoolClient, poolId: string): Promise<KnownSlot | null> {
  const { rows } = await client.query<KnownSlot>({
    name: 'consultations.slot',
    text: SLOT,
    values: [centreOf(poolId), poolId],
  })
  return rows[0] ?? null
}

const IN_OFFICE = inOffice('slot')

// A pool of one slot has one occurrence: the pool's own times are the meeting's.
const FREE_SLOTS = `
select pool.pool_id as "poolId", pool.starts_at as "startsAt", pool.ends_at as "endsAt",
  meeting.place, slot.channels
from changlai.consultation_slot as slot
join changlai.pool on pool.centre_id = slot.centre_id and pool.pool_id = slot.pool_id
join changlai.activity
  on activity.centre_id = pool.centre_id and activity.activity_id = pool.activity_id
join changlai.occurrence as meeting
  on meeting.centre_id = pool.centre_id and meeting.pool_id = pool.pool_id
where slot.centre_id = $1 and slot.service = $2 and slot.person_id <> $3
  and activity.published and meeting.state <> 'cancelled'
  and pool.taken < pool.capacity
  and pool.opens_at <= $4::timestamptz and $4::timestamptz < pool.closes_at
  and ${IN_OFFICE}
  and not ${metOtherSide('slot.person_id', '$5', '$6', 'null')}
  and ($7::timestamptz is null or (pool.starts_at, pool.pool_id) > ($7::timestamptz, $8::text))
order by pool.starts_at, pool.pool_id
limit $9`

const SLOT = `
select slot.pool_id as "poolId", slot.service, slot.person_id as "professionalId", slot.channels,
  pool.starts_at as "startsAt", pool.ends_at as "endsAt", ${IN_OFFICE} as "inOffice"
from changlai.consultation_slot as slot
join changlai.pool on pool.centre_id = slot.centre_id and pool.pool_id = slot.pool_id
where slot.centre_id = $1 and slot.pool_id = $2`
