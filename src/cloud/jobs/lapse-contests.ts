import { CONTEST_LAPSES_AFTER } from '@/domain/attendance/strike'
import type { Dependencies } from '@/cloud/handler'
import { waiveContestedBy } from '@/cloud/store/queries/attendance/lapse'

/** Waives the strikes that were contested and that nobody looked at for a week; gives how many. */
export function lapseContests({ store, clock }: Dependencies): Promise<number> {
  const now = clock.now()
  return waiveContestedBy(store.pool, new Date(now.getTime() - CONTEST_LAPSES_AFTER), now)
}
