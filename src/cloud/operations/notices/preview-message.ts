import { MESSAGES_A_DAY } from '@/domain/notices/message'
import { dateOf, startOfDay } from '@/domain/time/date'
import type { Handler } from '@/cloud/handler'
import { classOf, readersOf } from '@/cloud/store/queries/notices/class-message'

/** For staff: whom a message to a class would reach now; changes nothing. */
export const previewMessage: Handler<'notices.previewMessage'> = async ({
  input,
  dependencies,
}) => {
  const { store, clock } = dependencies
  const now = clock.now()
  const meant = { activityId: input.activityId, poolId: input.poolId ?? null }
  const known = await classOf(store.pool, meant, dayOf(now))
  if (!known) return { refusal: { code: 'NOT_FOUND', facts: { what: 'activity' } } }
  if (!known.poolKnown) return { refusal: { code: 'NOT_FOUND', facts: { what: 'pool' } } }
  const readers = await readersOf(store.pool, meant, now)
  const { title, sentToday } = known
  return { value: { title, people: readers.length, sentToday, mostADay: MESSAGES_A_DAY } }
}

/** When the day of an instant began. */
export const dayOf = (now: Date): Date => new Date(startOfDay(dateOf(now.getTime())))
