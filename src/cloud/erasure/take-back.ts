import type { PoolClient } from 'pg'
import type { OpenCase } from '@/cloud/store/queries/erasure/cases'
import { takeStep } from '@/cloud/store/queries/consultations/course'
import { unmeet } from '@/cloud/store/queries/consultations/met'
import { holdConsultation } from '@/cloud/store/queries/consultations/row'
import { freeBooking } from '@/cloud/store/queries/seats/free'
import { goesOn } from '@/domain/retention/goes-on'

/**
 * Takes the consultations of somebody who leaves back, as they could have done themselves; gives how
 * many. A dispute that is being settled goes on.
 */
export async function takeBack(
  client: PoolClient,
  personId: string,
  cases: readonly OpenCase[],
  now: Date,
): Promise<number> {
  let taken = 0
  for (const one of cases) {
    if (goesOn(one)) continue
    const row = await holdConsultation(client, { personId }, one.consultationId)
    const step = { state: 'withdrawn', seat: null, proposedPoolId: null } as const
    if (!row || !(await takeStep(client, row, 'withdraw', step, now))) continue
    if (row.bookingId !== null) await freeBooking(client, row.bookingId, now)
    if (row.professionalId !== null) await unmeet(client, row.professionalId, one.consultationId)
    taken += 1
  }
  return taken
}
