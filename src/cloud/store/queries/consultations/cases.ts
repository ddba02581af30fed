import type { Pool } from 'pg'
import type { SealedService } from '@/domain/consultation/consultation'
import { BRIEF_COLUMNS, type BriefRow, CONSULTATIONS, type RawBrief, briefIn } from './row'

/** Whose consultations, of which services, in which centre. */
interface Whose {
  centreId: string
  personId: string
  services: readonly SealedService[]
}

/** `orderedAt` is when they meet, or when the next step is due, in ms. */
export type OpenCase = BriefRow & { overdue: boolean; orderedAt: number }

/**
 * What a professional has under way: what is overdue at `asOf` first, then by the time of the meeting
 * or of the next step. `after` is the last one of the page before, made as of the same instant.
 */
export async function openCases(
  pool: Pool,
  page: Whose & {
    asOf: Date
    after: { calm: boolean; orderedAt: number; consultationId: string } | undefined
    limit: number
  },
): Promise<OpenCase[]> {
  const { centreId, personId, services, asOf, limit } = page
  const { calm, orderedAt, consultationId } = page.after ?? BEFORE_ALL
  const { rows } = await pool.query<RawBrief & { overdue: boolean; orderedAt: number }>({
    name: 'consultations.open-cases',
    text: OPEN_CASES,
    values: [centreId, asOf, personId, services, calm, new Date(orderedAt), consultationId, limit],
  })
  return rows.map(({ overdue, orderedAt, ...row }) => ({ ...briefIn(row), overdue, orderedAt }))
}

const BEFORE_ALL = { calm: false, orderedAt: 0, consultationId: '' }

/** What a professional has closed since an instant, newest first. */
export async function closedCases(
  pool: Pool,
  page: Whose & {
    since: Date
    after: [closedAt: number, consultationId: string] | undefined
    limit: number
  },
): Promise<BriefRow[]> {
  const { centreId, personId, services, since, limit } = page
  const [closedAt, consultationId] = page.after ?? [null, null]
  const { rows } = await pool.query<RawBrief>({
    name: 'consultations.closed-cases',
    text: CLOSED_CASES,
    values: [
      ...[centreId, personId, services, since],
      ...[closedAt === null ? null : new Date(closedAt), consultationId, limit],
    ],
  })
  return rows.map(briefIn)
}

const OVERDUE = `coalesce(consultation.due_at < $2::timestamptz, false)`
const ORDERED_AT = `coalesce(meeting.starts_at, consultation.due_at, consultation.created_at)`

const OPEN_CASES = `
select ${BRIEF_COLUMNS}, ${OVERDUE} as overdue, ${ORDERED_AT} as "orderedAt"
from ${CONSULTATIONS}
where consultation.centre_id = $1 and consultation.professional_id = $3
  and consultation.service = any ($4::text[]) and consultation.state in ('assigned', 'accepted')
  and (not ${OVERDUE}, ${ORDERED_AT}, consultation.consultation_id::text)
    > ($5::boolean, $6::timestamptz, $7::text)
order by not ${OVERDUE}, ${ORDERED_AT}, consultation.consultation_id
limit $8`

const CLOSED_CASES = `
select ${BRIEF_COLUMNS}
from ${CONSULTATIONS}
where consultation.centre_id = $1 and consultation.professional_id = $2
  and consultation.service = any ($3::text[]) and consultation.state = 'closed'
  and consultation.closed_at > $4::timestamptz
  and ($5::timestamptz is null or consultation.closed_at < $5::timestamptz
    or consultation.closed_at = $5::timestamptz and consultation.consultation_id > $6::text)
order by consultation.closed_at desc, consultation.consultation_id
limit $7`
