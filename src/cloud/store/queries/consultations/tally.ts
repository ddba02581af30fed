import type { PoolClient } from 'pg'
import type { MatterKind, Outcome } from '@/domain/consultation/consultation'
import { dateOf } from '@/domain/time/date'
import type { ConsultationRow } from './row'

/** Counts a consultation that is closed at `now` in the same transaction, without its person. */
export async function tallyClosed(
  client: PoolClient,
  { centreId, service }: ConsultationRow,
  { kind, outcome }: { kind: MatterKind; outcome: Outcome },
  now: Date,
): Promise<void> {
  const month = dateOf(now.getTime()).slice(0, 7)
  await client.query({
    name: 'consultations.tally-closed',
    text: TALLY_CLOSED,
    values: [centreId, month, service, kind, outcome],
  })
}

/** Adds an answer about satisfaction to what was counted when the consultation was closed. */
export async function tallySatisfaction(
  client: PoolClient,
  { centreId, service, outcome, closedAt }: ConsultationRow,
  kind: MatterKind,
  satisfaction: number,
): Promise<void> {
  if (closedAt === null) return
  const month = dateOf(closedAt).slice(0, 7)
  await client.query({
    name: 'consultations.tally-satisfaction',
    text: TALLY_SATISFACTION,
    values: [centreId, month, service, kind, outcome, satisfaction],
  })
}

const TALLY_CLOSED = `
insert into changlai.consultation_tally as tally (centre_id, month, service, kind, outcome, closed)
values ($1, $2, $3, $4, $5, 1)
on conflict (centre_id, month, service, kind, outcome) do update set closed = tally.closed + 1`

const TALLY_SATISFACTION = `
update changlai.consultation_tally
set rated = rated + 1, satisfaction_sum = satisfaction_sum + $6
where centre_id = $1 and month = $2 and service = $3 and kind = $4 and outcome = $5`
