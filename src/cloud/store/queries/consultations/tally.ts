import type { PoolClient } from 'pg'
import type { MatterKind } from '@/domain/consultation/consultation'
import { dateOf } from '@/domain/time/date'
import type { ConsultationRow } from './row'

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

const TALLY_SATISFACTION = `
update changlai.consultation_tally
set rated = rated + 1, satisfaction_sum = satisfaction_sum + $6
where centre_id = $1 and month = $2 and service = $3 and kind = $4 and outcome = $5`
