import type { Dependencies } from '@/cloud/handler'
import { inTransaction } from '@/cloud/store/in-transaction'
import { freeForGuests } from '@/cloud/store/queries/lessons/guests'
import { lockLesson } from '@/cloud/store/queries/lessons/lock'
import { lessonsToFree } from '@/cloud/store/queries/lessons/to-free'

/**
 * Frees the seats of those who were excused before their course began, now that it has; gives how many.
 * Each lesson in a transaction of its own.
 */
export async function seatGuests({ store, clock, log }: Dependencies): Promise<number> {
  let freed = 0
  for (const occurrenceId of await lessonsToFree(store.pool, clock.now())) {
    try {
      freed += await inTransaction(store.pool, async (client) => {
        const lesson = await lockLesson(client, occurrenceId)
        return lesson ? freeForGuests(client, lesson, clock.now()) : 0
      })
    } catch (err) {
      log.warn({ err, occurrenceId }, 'seats of a lesson could not be freed')
    }
  }
  return freed
}
