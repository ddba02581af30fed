import { randomUUID } from 'node:crypto'
import type { PoolClient } from 'pg'
import { MINUTE } from '@/domain/time/instant'
import { PROFESSIONALS } from '@/domain/consultation/consultation'
import type { SealedRow } from './row'

/** Pieces of attachments that are fetched within so long of each other are one opening. */
const ONE_READING_MS = 10 * MINUTE

/** Writes down that its professional opens a consultation at `now`, before anything is given. */
export async function writeOpening(
  client: PoolClient,
  row: SealedRow,
  what: 'consultation' | 'attachment' | 'referral',
  now: Date,
): Promise<void> {
  await client.query({
    name: 'consultations.opening',
    text: OPENING,
    values: valuesOf(row, what, now),
  })
}

/** The same for the further pieces of an attachment, unless they are of a reading that stands there. */
export async function writeReading(client: PoolClient, row: SealedRow, now: Date): Promise<void> {
  const since = new Date(now.getTime() - ONE_READING_MS)
  await client.query({
    name: 'consultations.reading',
    text: READING,
    values: [...valuesOf(row, 'attachment', now), since],
  })
}

function valuesOf(
  { centreId, consultationId, professionalId, service }: SealedRow,
  what: string,
  now: Date,
) {
  return [centreId, consultationId, randomUUID(), professionalId, PROFESSIONALS[service], what, now]
}

const OPENING = `
insert into changlai.consultation_opening
  (centre_id, consultation_id, opening_id, person_id, role, what, at)
values ($1, $2, $3, $4, $5, $6, $7::timestamptz)`

const READING = `
insert into changlai.consultation_opening
  (centre_id, consultation_id, opening_id, person_id, role, what, at)
select $1, $2, $3, $4::uuid, $5, $6, $7::timestamptz
where not exists (
  select from changlai.consultation_opening as before
  where before.centre_id = $1 and before.consultation_id = $2 and before.person_id = $4::uuid
    and before.what = $6 and before.at >= $8::timestamptz)`
