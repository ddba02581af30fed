import type { Dependencies } from '@/cloud/handler'
import { forgetAcceptancesBefore, forgetAlertsBefore } from '@/cloud/store/queries/alerts/forget'
import { KEPT_FOR_DAYS } from '@/domain/retention/kept-for'
import { DAY } from '@/domain/time/instant'

/** Deletes alerts and acceptances that are older than domain/retention has them kept; gives how many. */
export async function forgetAlerts({ store, clock }: Dependencies): Promise<number> {
  const now = clock.now().getTime()
  let forgotten = 0
  for (const [forget, kept] of [
    [forgetAlertsBefore, KEPT_FOR_DAYS.alerts],
    [forgetAcceptancesBefore, KEPT_FOR_DAYS.alertAcceptances],
  ] as const) {
    for (;;) {
      const some = await forget(store.pool, new Date(now - kept * DAY))
      if (some === 0) break
      forgotten += some
    }
  }
  return forgotten
}
