import type { Dependencies } from '@/cloud/handler'
import { KEPT_FOR_DAYS } from '@/domain/retention/kept-for'
import { DAY } from '@/domain/time/instant'
import { forgetReportsBefore } from '@/cloud/store/queries/stations/old-reports'

/** What somebody said of a station, and what they wrote with it, is kept for so long. */
const KEPT_MS = KEPT_FOR_DAYS.stationReports * DAY

/** Deletes old reports with their notes; gives how many. What staff answered stays with the task. */
export async function forgetStationReports({ store, clock }: Dependencies): Promise<number> {
  const before = new Date(clock.now().getTime() - KEPT_MS)
  let forgotten = 0
  for (;;) {
    const some = await forgetReportsBefore(store.pool, before)
    if (some === 0) return forgotten
    forgotten += some
  }
}
