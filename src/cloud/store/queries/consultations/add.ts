import type { PoolClient } from 'pg'
import { centreOf } from '@/domain/access/key'
import type { ConsultationState, SealedService } from '@/domain/consultation/consultation'
import type { WrappedKey } from '@/cloud/adapters/crypto/master-keys'

/** A consultation as it is first written down; instants in ms. */
export interface NewConsultation {
  consultationId: string
  personId: string
  service: SealedService
  state: ConsultationState
  urgent: boolean
  professionalId: string | null
  bookingId: string | null
  consentVersion: string
  dueAt: number | null
  wrapped: WrappedKey
  sealed: Buffer
}

/** How many sealed consultations of a person are under way, in any centre. */
export async function openConsultationsOf(client: PoolClient, personId: string): Promise<number> {
  const { rows } = await client.query<{ open: number }>({
    name: 'consultations.open-of-person',
    text: OPEN_OF_PERSON,
    values: [personId],
  })
  return rows[0]!.open
}

export async function addConsultation(
  client: PoolClient,
  one: NewConsultation,
  now: Date,
): Promise<void> {
  const { wrapped, dueAt } = one
  await client.query({
    name: 'consultations.add',
    text: ADD,
    values: [
      ...[centreOf(one.consultationId), one.consultationId, one.personId, one.service, one.state],
      ...[one.urgent, one.professionalId, one.bookingId, one.consentVersion, now],
      ...[dueAt === null ? null : new Date(dueAt), wrapped.keyVersion, wrapped.wrappedKey],
      one.sealed,
    ],
  })
}

const OPEN_OF_PERSON = `
select count(*) as open
from changlai.consultation
where person_id = $1 and service <> 'feedback' and closed_at is null`

const ADD = `
insert into changlai.consultation
  (centre_id, consultation_id, person_id, service, state, urgent, professional_id, booking_id,
    consent_version, created_at, state_since, due_at, key_version, wrapped_key, sealed)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::timestamptz, $10::timestamptz, $11::timestamptz,
  $12, $13::bytea, $14::bytea)`
