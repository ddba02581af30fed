import type { Pool } from 'pg'
import { BRIEF_COLUMNS, type BriefRow, CONSULTATIONS, type RawBrief, briefIn } from './row'

/** The consultations of a person, newest first; two of one millisecond by their keys. */
export async function consultationsOf(
  pool: Pool,
  wish: {
    personId: string
    after: [createdAt: number, consultationId: string] | undefined
    limit: number
  },
): Promise<BriefRow[]> {
  const [createdAt, consultationId] = wish.after ?? [null, null]
  const { rows } = await pool.query<RawBrief>({
    name: 'consultations.of-person',
    text: OF_PERSON,
    values: [
      ...[wish.personId, createdAt === null ? null : new Date(createdAt), consultationId],
      wish.limit,
    ],
  })
  return rows.map(briefIn)
}

const OF_PERSON = `
select ${BRIEF_COLUMNS}
from ${CONSULTATIONS}
where consultation.person_id = $1
  and ($2::timestamptz is null or consultation.created_at < $2::timestamptz
    or consultation.created_at = $2::timestamptz and consultation.consultation_id > $3::text)
order by consultation.created_at desc, consultation.consultation_id
limit $4`
