import type { Handler } from '@/cloud/handler'
import { calendarAddressOf, endCalendarAddress } from '@/cloud/store/queries/calendar-address'
import { commandInTransaction } from '../command-in-transaction'

/** Ends an address of the person who asks: nobody reads their calendar by it any more. */
export const revokeAddress: Handler<'me.revokeCalendarAddress'> = (call) =>
  commandInTransaction(call.dependencies, call.intent, async (client) => {
    const { personId } = call.intent
    await endCalendarAddress(client, personId, call.input.since)
    return { value: { since: await calendarAddressOf(client, personId) } }
  })
