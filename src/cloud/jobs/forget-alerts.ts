import type { Dependencies } from '@/cloud/handler'
import { forgetAcceptancesBefore, forgetAlertsBefore } from '@/cloud/store/queries/alerts/forget'
import { DAY } from '@/domain/time/instant'

/** What was sent or not is kept for so long, for whoever asks why nothing came. */
const KEPT_MS = 30 * DAY
/** An acceptance is of no use after so long: the platform may have forgotten it too. */
const ACCEPTANCE_KEPT_MS = 365 * DAY

/** Deletes alerts a month after they ended and acceptances a year after the tap; gives how many. */
export async function forgetAlerts({ store, clock }: Dependencies): Promise<number> {
  const now = clock.now().getTime()
  let forgotten = 0
  for (const [forget, kept] of [
    [forgetAlertsBefore, KEPT_MS],
    [forgetAcceptancesBefore, ACCEPTANCE_KEPT_MS],
  ] as const) {
    for (;;) {
      const some = await forget(store.pool, new Date(now - kept))
      if (some === 0) break
      forgotten += some
    }
  }
  return forgotten
}
