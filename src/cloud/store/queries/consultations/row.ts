import type { Pool, PoolClient } from 'pg'
import { centreOf } from '@/domain/access/key'
import type {
  ConsultationState,
  Outcome,
  SealedService,
  Service,
} from '@/domain/consultation/consultation'
import type { WrappedKey } from '@/cloud/adapters/crypto/master-keys'

/** When and where the two meet: the pool of the booking, instants in ms. */
export interface MeetingRow {
  poolId: string
  startsAt: number
  endsAt: number
  place: string
}

/** What stands open of a consultation; instants in ms. */
export interface BriefRow {
  centreId: string
  centreName: string
  consultationId: string
  service: Service
  state: ConsultationState
  urgent: boolean
  awaiting: 'resident' | 'professional' | null
  outcome: Outcome | null
  createdAt: number
  dueAt: number | null
  closedAt: number | null
  /** Null while no time is agreed. */
  meeting: MeetingRow | null
}

/** A consultation with what is sealed and with what only commands ask for. */
export interface ConsultationRow extends BriefRow {
  personId: string
  professionalId: string | null
  bookingId: string | null
  proposedPoolId: string | null
  satisfaction: number | null
  stateSince: number
  deletedAt: number | null
  /** Both null for feedback, and once the key was destroyed. */
  wrapped: WrappedKey | null
  sealed: Buffer | null
  plain: unknown
  /** The position of the last line of its course; 0 for none. */
  lines: number
}

/** A consultation that is sealed, and whose key is still there. */
export type SealedRow = ConsultationRow & {
  service: SealedService
  wrapped: WrappedKey
  sealed: Buffer
}

/** Who asks for a consultation: its resident, its professional, or staff, whom nothing is opened for. */
export type Asker = { personId: string } | { professionalId: string } | 'staff'

/**
 * A consultation as it stands for who asks; null for none of theirs. What the resident took back is
 * the professional's no longer.
 */
export async function consultationFor(
  database: Pool | PoolClient,
  asker: Asker,
  consultationId: string,
): Promise<ConsultationRow | null> {
  const { rows } = await database.query<RawRow>({
    name: 'consultations.one',
    text: ONE,
    values: [centreOf(consultationId), consultationId, ...valuesOf(asker)],
  })
  return rows[0] ? consultationIn(rows[0]) : null
}

/**
 * The same, held until the transaction ends: two commands on one consultation come one after the
 * other, and the second sees what the first has written.
 */
export async function holdConsultation(
  client: PoolClient,
  asker: Asker,
  consultationId: string,
): Promise<ConsultationRow | null> {
  // Two statements: what the lock had to wait for is not in the snapshot of the one that waited.
  await client.query({
    name: 'consultations.hold',
    text: HOLD,
    values: [centreOf(consultationId), consultationId],
  })
  return consultationFor(client, asker, consultationId)
}

/** Whether a consultation can be read: it was sealed, and its key is still there. */
export function isSealed(row: ConsultationRow): row is SealedRow {
  return row.service !== 'feedback' && row.wrapped !== null && row.sealed !== null
}

function valuesOf(asker: Asker): [personId: string | null, professionalId: string | null] {
  if (asker === 'staff') return [null, null]
  return 'personId' in asker ? [asker.personId, null] : [null, asker.professionalId]
}

/** The columns of BriefRow as BRIEF_COLUMNS names them. */
export interface RawBrief extends Omit<BriefRow, 'meeting'> {
  meetingPoolId: string | null
  meetingStartsAt: number
  meetingEndsAt: number
  meetingPlace: string
}

interface RawRow extends RawBrief, Omit<ConsultationRow, keyof BriefRow | 'wrapped'> {
  keyVersion: number | null
  wrappedKey: Buffer | null
}

/** A brief out of its columns. */
export function briefIn(row: RawBrief): BriefRow {
  const { meetingPoolId, meetingStartsAt, meetingEndsAt, meetingPlace, ...brief } = row
  const meeting = meetingPoolId !== null && {
    poolId: meetingPoolId,
    startsAt: meetingStartsAt,
    endsAt: meetingEndsAt,
    place: meetingPlace,
  }
  return { ...brief, meeting: meeting || null }
}

function consultationIn({ keyVersion, wrappedKey, ...row }: RawRow): ConsultationRow {
  const wrapped = keyVersion !== null && wrappedKey !== null && { keyVersion, wrappedKey }
  return { ...row, ...briefIn(row), wrapped: wrapped || null }
}

/** Consultations with their meeting: what BRIEF_COLUMNS are read from. */
export const CONSULTATIONS = `
  changlai.consultation
  join changlai.centre on centre.centre_id = consultation.centre_id
  left join changlai.booking
    on booking.centre_id = consultation.centre_id and booking.booking_id = consultation.booking_id
  left join lateral (
    select occurrence.pool_id, occurrence.starts_at, occurrence.ends_at, occurrence.place
    from changlai.occurrence
    where occurrence.centre_id = booking.centre_id and occurrence.pool_id = booking.pool_id
    order by occurrence.starts_at
    limit 1
  ) as meeting on true`

export const BRIEF_COLUMNS = `
  consultation.centre_id as "centreId", centre.short_name as "centreName",
  consultation.consultation_id as "consultationId", consultation.service, consultation.state,
  consultation.urgent, consultation.awaiting, consultation.outcome,
  consultation.created_at as "createdAt", consultation.due_at as "dueAt",
  consultation.closed_at as "closedAt",
  meeting.pool_id as "meetingPoolId", meeting.starts_at as "meetingStartsAt",
  meeting.ends_at as "meetingEndsAt", meeting.place as "meetingPlace"`

const ONE = `
select ${BRIEF_COLUMNS},
  consultation.person_id as "personId", consultation.professional_id as "professionalId",
  consultation.booking_id as "bookingId", consultation.proposed_pool_id as "proposedPoolId",
  consultation.satisfaction, consultation.state_since as "stateSince",
  consultation.deleted_at as "deletedAt", consultation.key_version as "keyVersion",
  consultation.wrapped_key as "wrappedKey", consultation.sealed, consultation.plain,
  coalesce((
    select max(position) from changlai.consultation_entry as entry
    where entry.centre_id = $1 and entry.consultation_id = $2
  ), 0) as lines
from ${CONSULTATIONS}
where consultation.centre_id = $1 and consultation.consultation_id = $2
  and ($3::uuid is null or consultation.person_id = $3)
  and ($4::uuid is null
    or (consultation.professional_id = $4 and consultation.state <> 'withdrawn'))`

const HOLD = `
select from changlai.consultation
where centre_id = $1 and consultation_id = $2
for no key update`
