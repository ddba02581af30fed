import type { Dependencies } from '@/cloud/handler'
import { inTransaction } from '@/cloud/store/in-transaction'
import { judgeLesson, lessonsToJudge } from '@/cloud/store/queries/attendance/judge'

/**
 * Looks at who did not come, a day after each lesson, and strikes whose booking nobody came of; gives
 * how many strikes. Each lesson in a transaction of its own: where one is broken off, nothing of it was
 * done, and the next pass does it.
 */
export async function judgeAbsences({ store, clock, log }: Dependencies): Promise<number> {
  let strikes = 0
  for (const occurrenceId of await lessonsToJudge(store.pool, clock.now())) {
    try {
      strikes += await inTransaction(store.pool, (client) =>
        judgeLesson(client, occurrenceId, clock.now()),
      )
    } catch (err) {
      log.warn({ err, occurrenceId }, 'who came to a lesson could not be judged')
    }
  }
  return strikes
}
