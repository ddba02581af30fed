import type { Pool } from 'pg'
import { BRIEF_COLUMNS, type BriefRow, CONSULTATIONS, type RawBrief, briefIn } from './row'

/** A consultation that staff see without a word of it. */
export type WaitingRow = BriefRow & { assigned: boolean; overdue: boolean }

/**
 * What waits for somebody in a centre, and all that is overdue at `asOf`: overdue first, then urgent,
 * then oldest. `after` is the last one of the page before, which was made as of the same instant.
 */
export async function waitingIn(
  pool: Pool,
  page: { centreId: string; asOf: Date; after: WaitingPlace | undefined; limit: number },
): Promise<WaitingRow[]> {
  const { centreId, asOf, after, limit } = page
  const { calm, ordinary, createdAt, consultationId } = after ?? BEFORE_ALL
  const { rows } = await pool.query<RawBrief & { assigned: boolean; overdue: boolean }>({
    name: 'consultations.waiting',
    text: WAITING,
    values: [centreId, asOf, calm, ordinary, new Date(createdAt), consultationId, limit],
  })
  return rows.map(({ assigned, overdue, ...row }) => ({ ...briefIn(row), assigned, overdue }))
}

/** Where something stands in the list; what is false comes first. */
export interface WaitingPlace {
  calm: boolean
  ordinary: boolean
  createdAt: number
  consultationId: string
}

const BEFORE_ALL: WaitingPlace = { calm: false, ordinary: false, createdAt: 0, consultationId: '' }

const OVERDUE = `coalesce(consultation.due_at < $2::timestamptz, false)`

const WAITING = `
select ${BRIEF_COLUMNS}, consultation.professional_id is not null as assigned, ${OVERDUE} as overdue
from ${CONSULTATIONS}
where consultation.centre_id = $1 and consultation.service in ('legal', 'mediation')
  and consultation.state in ('received', 'assigned', 'accepted')
  and (consultation.state = 'received' or ${OVERDUE})
  and (not ${OVERDUE}, not consultation.urgent, consultation.created_at,
      consultation.consultation_id::text)
    > ($3::boolean, $4::boolean, $5::timestamptz, $6::text)
order by not ${OVERDUE}, not consultation.urgent, consultation.created_at,
  consultation.consultation_id
limit $7`
