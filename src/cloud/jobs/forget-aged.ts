import type { Dependencies } from '@/cloud/handler'
import { type Aging, forgetAged, forgetEndedRoles } from '@/cloud/store/queries/erasure/age'
import { forgetReceiptsBefore } from '@/cloud/store/queries/erasure/receipt'
import { KEPT_FOR_DAYS } from '@/domain/retention/kept-for'
import { DAY } from '@/domain/time/instant'

const DAYS: Readonly<Record<Aging, number>> = {
  notices: KEPT_FOR_DAYS.notices,
  strikes: KEPT_FOR_DAYS.strikes,
  invitations: KEPT_FOR_DAYS.roles,
  removedFamily: KEPT_FOR_DAYS.removedFamily,
  consultations: KEPT_FOR_DAYS.consultations,
}

/**
 * Deletes notices, strikes, invitations, removed family members, consultations, roles that ended and
 * receipts of erased accounts that are older than the schedule keeps them; gives how many.
 */
export async function forgetAgedRows({ store, clock }: Dependencies): Promise<number> {
  const ago = (days: number) => new Date(clock.now().getTime() - days * DAY)
  let forgotten = await forgetReceiptsBefore(store.pool, ago(KEPT_FOR_DAYS.answers))
  for (const [kind, days] of Object.entries(DAYS) as [Aging, number][]) {
    for (let some = 1; some > 0; forgotten += some) {
      some = await forgetAged(store.pool, kind, ago(days))
    }
  }
  return forgotten + (await forgetEndedRoles(store.pool))
}
