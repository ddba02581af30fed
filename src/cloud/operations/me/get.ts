import type { Handler } from '@/cloud/handler'
import { me } from '@/cloud/store/queries/people'
import { personOf } from '../person'
import { calendarAddressOf } from '@/cloud/store/queries/calendar-address'
import { calendarsIn } from './calendars'

/** What is kept about the person who asks. */
export const getMe: Handler<'me.get'> = async ({ actor, dependencies }) => {
  const { pool } = dependencies.store
  const personId = personOf(actor)
  const [value, since] = await Promise.all([
    me(pool, personId),
    calendarsIn(dependencies) ? calendarAddressOf(pool, personId) : undefined,
  ])
  if (!value) throw new Error('The person who asks was deleted')
  return { value: since === undefined ? value : { ...value, calendarAddress: since !== null } }
}
