import type { Dependencies } from '@/cloud/handler'
import { KEPT_FOR_DAYS } from '@/domain/retention/kept-for'
import { DAY } from '@/domain/time/instant'
import { forgetCodesBefore } from '@/cloud/store/queries/family/spoken-codes'

/** Deletes codes that nobody used and wrong tries, a day after they stopped to count; gives how many. */
export function forgetSpokenCodes({ store, clock }: Dependencies): Promise<number> {
  return forgetCodesBefore(store.pool, new Date(clock.now().getTime() - KEPT_FOR_DAYS.codes * DAY))
}
