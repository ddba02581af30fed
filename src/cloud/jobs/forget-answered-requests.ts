import type { Dependencies } from '@/cloud/handler'
import { KEPT_FOR_DAYS } from '@/domain/retention/kept-for'
import { DAY } from '@/domain/time/instant'
import { forgetAnsweredBefore } from '@/cloud/store/queries/answered-requests'

/** A retry gets its first answer for so long; the contract promises 24 hours. */
const KEPT_MS = KEPT_FOR_DAYS.answers * DAY

/** Deletes the answers that nobody will ask for again; gives how many. */
export async function forgetAnsweredRequests({ store, clock }: Dependencies): Promise<number> {
  const before = new Date(clock.now().getTime() - KEPT_MS)
  let forgotten = 0
  for (;;) {
    const some = await forgetAnsweredBefore(store.pool, before)
    if (some === 0) return forgotten
    forgotten += some
  }
}
