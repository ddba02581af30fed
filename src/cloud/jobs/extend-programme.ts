import type { Dependencies } from '@/cloud/handler'
import { parseRule } from '@/domain/calendar/parse-rule'
import { parseSeating } from '@/domain/calendar/seating'
import { addDays, dateOf } from '@/domain/time/date'
import { DAY } from '@/domain/time/instant'
import { endlessActivities, extendOccurrences } from '@/cloud/store/queries/programme'
import { plannedOccurrences } from './planned-occurrences'

/** An activity without end always has its occurrences for so many days to come… */
const AHEAD_DAYS = 120
/** …and gets them for so many when it has not, so that few are written anew each day. */
const WRITTEN_DAYS = 150

/**
 * Writes the coming occurrences and pools of activities whose rule has no end; gives how many were
 * added. What stands already is left as it is, whatever has become of it. An activity whose rule or
 * seating nobody can read is logged and passed over: it must not stop the others.
 */
export async function extendProgramme({ store, clock, log }: Dependencies): Promise<number> {
  const now = clock.now().getTime()
  const [today, horizon] = [dateOf(now), new Date(now + AHEAD_DAYS * DAY)]
  let added = 0
  for (const row of await endlessActivities(store.db, horizon)) {
    const { centre_id: centreId, activity_id: activityId, place } = row
    const rule = parseRule(row.rule)
    const seating = row.seating === null ? { seating: null } : parseSeating(row.seating)
    if ('wrong' in rule || 'wrong' in seating) {
      const wrong = 'wrong' in rule ? rule.wrong : 'wrong' in seating ? seating.wrong : null
      log.warn({ activityId, ...wrong }, 'an activity has a rule or a seating that cannot be read')
      continue
    }
    const activity = { centreId, activityId, place, ...rule, ...seating }
    const planned = plannedOccurrences(activity, today, addDays(today, WRITTEN_DAYS))
    added += await extendOccurrences(store.db, row, planned)
  }
  return added
}
