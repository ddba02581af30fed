import type { Pool, PoolClient } from 'pg'
import { centreOf } from '@/domain/access/key'
import type { WrappedKey } from '@/cloud/adapters/crypto/master-keys'

export interface NewAttachment {
  attachmentId: string
  kind: 'jpeg' | 'png' | 'webp' | 'pdf'
  /** How long it is opened. */
  bytes: number
  sealedName: Buffer
  sealed: Buffer
}

/** An attachment with its consultation's key. */
export interface SealedAttachment extends NewAttachment {
  consultationId: string
  wrapped: WrappedKey
}

export async function addAttachment(
  client: PoolClient,
  consultationId: string,
  { attachmentId, kind, bytes, sealedName, sealed }: NewAttachment,
  now: Date,
): Promise<void> {
  await client.query({
    name: 'consultations.add-attachment',
    text: ADD_ATTACHMENT,
    values: [
      ...[centreOf(consultationId), consultationId, attachmentId, kind, bytes],
      ...[sealedName, sealed, now],
    ],
  })
}

/** Removes attachments of a consultation; gives how many of them were there. */
export async function removeAttachments(
  client: PoolClient,
  consultationId: string,
  attachmentIds: readonly string[],
): Promise<number> {
  const { rowCount } = await client.query({
    name: 'consultations.remove-attachments',
    text: REMOVE_ATTACHMENTS,
    values: [centreOf(consultationId), consultationId, attachmentIds],
  })
  return rowCount ?? 0
}

/** How many attachments a consultation has. */
export async function attachmentsOf(client: PoolClient, consultationId: string): Promise<number> {
  const { rows } = await client.query<{ count: number }>({
    name: 'consultations.count-attachments',
    text: COUNT_ATTACHMENTS,
    values: [centreOf(consultationId), consultationId],
  })
  return rows[0]!.count
}

/**
 * An attachment of a consultation of this resident, or of this professional while it is theirs; null
 * for any other, and once the key was destroyed.
 */
export async function attachmentFor(
  database: Pool | PoolClient,
  asker: { personId: string } | { professionalId: string },
  attachmentId: string,
): Promise<SealedAttachment | null> {
  const [person, professional] =
    'personId' in asker ? [asker.personId, null] : [null, asker.professionalId]
  const { rows } = await database.query<SealedAttachment & WrappedKey>({
    name: 'consultations.attachment',
    text: ATTACHMENT,
    values: [centreOf(attachmentId), attachmentId, person, professional],
  })
  if (!rows[0]) return null
  const { keyVersion, wrappedKey, ...attachment } = rows[0]
  return { ...attachment, wrapped: { keyVersion, wrappedKey } }
}

const ADD_ATTACHMENT = `
insert into changlai.consultation_attachment
  (centre_id, consultation_id, attachment_id, kind, bytes, sealed_name, sealed, added_at)
values ($1, $2, $3, $4, $5, $6::bytea, $7::bytea, $8::timestamptz)`

const REMOVE_ATTACHMENTS = `
delete from changlai.consultation_attachment
where centre_id = $1 and consultation_id = $2 and attachment_id = any ($3::text[])`

const COUNT_ATTACHMENTS = `
select count(*) as count
from changlai.consultation_attachment
where centre_id = $1 and consultation_id = $2`

const ATTACHMENT = `
select attachment.attachment_id as "attachmentId", attachment.kind, attachment.bytes,
  attachment.sealed_name as "sealedName", attachment.sealed,
  consultation.consultation_id as "consultationId",
  consultation.key_version as "keyVersion", consultation.wrapped_key as "wrappedKey"
from changlai.consultation_attachment as attachment
join changlai.consultation on consultation.centre_id = attachment.centre_id
  and consultation.consultation_id = attachment.consultation_id
where attachment.centre_id = $1 and attachment.attachment_id = $2
  and consultation.wrapped_key is not null
  and ($3::uuid is null or consultation.person_id = $3)
  and ($4::uuid is null
    or (consultation.professional_id = $4 and consultation.state <> 'withdrawn'))`
