import type { Dependencies } from '@/cloud/handler'
import { writeReminders } from '@/cloud/store/queries/alerts/reminders'
import { lessonsToRemind } from '@/domain/alerts/due'

/**
 * Writes down the reminders that are due; gives how many. A booking is its own record, and this reads it:
 * nothing is written when a seat is taken, a lesson that moved is found where it stands now, and what an
 * outage kept is caught up while it is of use.
 */
export async function remindOfLessons({ store, clock, alerts }: Dependencies): Promise<number> {
  if (!alerts) return 0
  const now = clock.now()
  let written = 0
  for (const lessons of lessonsToRemind(now.getTime())) {
    for (;;) {
      const some = await writeReminders(store.pool, lessons, now)
      if (some === 0) break
      written += some
    }
  }
  return written
}
