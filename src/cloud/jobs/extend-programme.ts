import type { Dependencies } from '@/cloud/handler'
import type { Rule } from '@/domain/calendar/recurrence'
import type { Seating } from '@/domain/calendar/seating'
import { addDays, dateOf } from '@/domain/time/date'
import { DAY } from '@/domain/time/instant'
import { endlessActivities, writeOccurrences } from '@/cloud/store/queries/programme'
import { plannedOccurrences } from './planned-occurrences'

/** An activity without end always has its occurrences for so many days to come… */
const AHEAD_DAYS = 120
/** …and gets them for so many when it has not, so that few are written anew each day. */
const WRITTEN_DAYS = 150

/**
 * Writes the coming occurrences and pools of activities whose rule has no end; gives how many were
 * added. What stands already is left as it is, whatever has become of it.
 */
export async function extendProgramme({ store, clock }: Dependencies): Promise<number> {
  const now = clock.now().getTime()
  const [today, horizon] = [dateOf(now), new Date(now + AHEAD_DAYS * DAY)]
  let added = 0
  for (const row of await endlessActivities(store.db, horizon)) {
    const activity = {
      centreId: row.centre_id,
      activityId: row.activity_id,
      place: row.place,
      rule: row.rule as Rule,
      seating: row.seating as Seating | null,
    }
    const planned = plannedOccurrences(activity, today, addDays(today, WRITTEN_DAYS))
    added += await writeOccurrences(store.db, planned)
  }
  return added
}
