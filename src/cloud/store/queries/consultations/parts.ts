import type { Pool, PoolClient } from 'pg'
import type { Channel, EntryAuthor, EntryKind } from '@/domain/consultation/consultation'
import type { ConsultationRow } from './row'

/** A line of the course; instants in ms. */
export interface LineRow {
  position: number
  kind: EntryKind
  author: EntryAuthor
  at: number
  sealed: Buffer | null
  plain: string | null
}

/** An attachment without its bytes. */
export interface AttachmentRow {
  attachmentId: string
  kind: 'jpeg' | 'png' | 'webp' | 'pdf'
  bytes: number
  sealedName: Buffer
}

export interface OpeningRow {
  at: number
  role: 'lawyer' | 'mediator'
  what: string
}

export interface SlotRow {
  poolId: string
  startsAt: number
  endsAt: number
  place: string
  channels: Channel[]
}

/** All that hangs on a consultation. */
export interface Parts {
  lines: LineRow[]
  attachments: AttachmentRow[]
  openings: OpeningRow[]
  /** The time that was proposed, as long as it is free. */
  proposal: SlotRow | null
}

const OPENINGS_SHOWN = 50

/** What hangs on a consultation at `now`, in order; openings latest first. */
export async function partsOf(
  database: Pool | PoolClient,
  row: ConsultationRow,
  now: Date,
): Promise<Parts> {
  const of = [row.centreId, row.consultationId]
  const ask = async <Row extends object>(name: string, text: string, values: unknown[]) =>
    (await database.query<Row>({ name: `consultations.${name}`, text, values })).rows
  return {
    lines: await ask<LineRow>('lines', LINES, of),
    attachments: await ask<AttachmentRow>('attachments', ATTACHMENTS, of),
    openings: await ask<OpeningRow>('openings', OPENINGS, [...of, OPENINGS_SHOWN]),
    proposal:
      row.proposedPoolId === null
        ? null
        : ((await ask<SlotRow>('proposal', PROPOSAL, [row.centreId, row.proposedPoolId, now]))[0] ??
          null),
  }
}

/** How many lines of its course the resident wrote. */
export async function repliesOf(
  client: PoolClient,
  { centreId, consultationId }: ConsultationRow,
): Promise<number> {
  const { rows } = await client.query<{ count: number }>({
    name: 'consultations.count-replies',
    text: COUNT_REPLIES,
    values: [centreId, consultationId],
  })
  return rows[0]!.count
}

const COUNT_REPLIES = `
select count(*) as count
from changlai.consultation_entry
where centre_id = $1 and consultation_id = $2 and author = 'resident'`

const LINES = `
select position, kind, author, at, sealed, plain
from changlai.consultation_entry
where centre_id = $1 and consultation_id = $2
order by position`

const ATTACHMENTS = `
select attachment_id as "attachmentId", kind, bytes, sealed_name as "sealedName"
from changlai.consultation_attachment
where centre_id = $1 and consultation_id = $2
order by added_at, attachment_id`

const OPENINGS = `
select at, role, what
from changlai.consultation_opening
where centre_id = $1 and consultation_id = $2
order by at desc, opening_id
limit $3`

const PROPOSAL = `
select pool.pool_id as "poolId", meeting.starts_at as "startsAt", meeting.ends_at as "endsAt",
  meeting.place, slot.channels
from changlai.consultation_slot as slot
join changlai.pool on pool.centre_id = slot.centre_id and pool.pool_id = slot.pool_id
join changlai.occurrence as meeting
  on meeting.centre_id = pool.centre_id and meeting.pool_id = pool.pool_id
where slot.centre_id = $1 and slot.pool_id = $2
  and pool.taken < pool.capacity
  and pool.opens_at <= $3::timestamptz and $3::timestamptz < pool.closes_at
  and meeting.state <> 'cancelled'
order by meeting.starts_at
limit 1`
