import { MESSAGES_A_DAY, notInMessage } from '@/domain/notices/message'
import type { Handler } from '@/cloud/handler'
import {
  classOf,
  lockClass,
  readersOf,
  tellClass,
} from '@/cloud/store/queries/notices/class-message'
import { commandInTransaction } from '../command-in-transaction'
import { dayOf } from './preview-message'

/** For staff: says one line to everybody with a seat in a class. */
export const sendMessage: Handler<'notices.send'> = ({ input, intent, dependencies }) =>
  commandInTransaction(dependencies, intent, async (client, now) => {
    const { activityId, text } = input
    const meant = { activityId, poolId: input.poolId ?? null }
    await lockClass(client, activityId)
    const known = await classOf(client, meant, dayOf(now))
    if (!known) return { refusal: { code: 'NOT_FOUND', facts: { what: 'activity' } } }
    if (!known.poolKnown) return { refusal: { code: 'NOT_FOUND', facts: { what: 'pool' } } }
    const { phone, sentToday } = known
    const what = notInMessage(text, phone)
    if (what) return { refusal: { code: 'NOT_IN_A_MESSAGE', facts: { what, phone } } }
    if (sentToday >= MESSAGES_A_DAY) {
      return { refusal: { code: 'ENOUGH_TODAY', facts: { mostADay: MESSAGES_A_DAY } } }
    }
    const readers = await readersOf(client, meant, now)
    if (readers.length === 0) return { refusal: { code: 'NOBODY_TO_TELL', facts: {} } }
    const message = { ...meant, text, sentBy: intent.personId }
    const messageId = await tellClass(client, message, readers, now)
    return { value: { messageId, told: readers.length } }
  })
