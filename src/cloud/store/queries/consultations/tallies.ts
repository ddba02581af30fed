import type { Pool } from 'pg'
import type { MatterKind, SealedService } from '@/domain/consultation/consultation'

/** What was closed in a month `YYYY-MM`, by service and kind; who did not come was not helped. */
export interface TallyRow {
  month: string
  service: SealedService
  kind: MatterKind
  closed: number
  settled: number
  rated: number
  satisfactionSum: number
}

/** Everything that a centre closed in the months up to one, in the order of months. */
export async function talliesUntil(
  pool: Pool,
  centreId: string,
  month: string,
): Promise<TallyRow[]> {
  const { rows } = await pool.query<TallyRow>({
    name: 'consultations.tallies',
    text: TALLIES,
    values: [centreId, month],
  })
  return rows
}

const TALLIES = `
select month, service, kind,
  coalesce(sum(closed) filter (where outcome <> 'no-show'), 0) as closed,
  coalesce(sum(closed) filter (where outcome = 'settled'), 0) as settled,
  sum(rated) as rated, sum(satisfaction_sum) as "satisfactionSum"
from changlai.consultation_tally
where centre_id = $1 and month <= $2
group by month, service, kind
order by month`
