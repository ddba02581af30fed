import type { Handler } from '@/cloud/handler'
import { calendarAddressOf } from '@/cloud/store/queries/calendar-address'
import { personOf } from '../person'
import { calendarsIn } from './calendars'

/** Since when the calendar of the person who asks has an address. */
export const calendarAddress: Handler<'me.calendarAddress'> = async ({ actor, dependencies }) => ({
  value: {
    offered: calendarsIn(dependencies) !== null,
    since: await calendarAddressOf(dependencies.store.pool, personOf(actor)),
  },
})
