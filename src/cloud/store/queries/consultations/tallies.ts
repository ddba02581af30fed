import type { Pool, PoolClient } from 'pg'
import type { MatterKind, Outcome, SealedService } from '@/domain/consultation/consultation'

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

/** What is counted of a consultation that was closed, once nobody could tell whose it was. */
export interface Counted {
  centreId: string
  month: string
  service: SealedService
  kind: MatterKind
  outcome: Outcome
}

/** Counts a consultation that is closed in the same transaction. */
export async function countClosed(
  client: PoolClient,
  { centreId, month, service, kind, outcome }: Counted,
): Promise<void> {
  await client.query({
    name: 'consultations.count-closed',
    text: COUNT_CLOSED,
    values: [centreId, month, service, kind, outcome],
  })
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

const COUNT_CLOSED = `
insert into changlai.consultation_tally as tally (centre_id, month, service, kind, outcome, closed)
values ($1, $2, $3, $4, $5, 1)
on conflict (centre_id, month, service, kind, outcome) do update set closed = tally.closed + 1`
