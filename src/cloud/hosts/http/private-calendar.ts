import type { Clock } from '@/cloud/clock'
import { privateCalendar } from '@/cloud/feed/private-calendar'
import { PRIVATE_TOKEN, hashOfPrivateToken } from '@/cloud/feed/private-token'
import type { Store } from '@/cloud/store'
import { personOfCalendarToken } from '@/cloud/store/queries/calendar-address'
import { sittingsOf } from '@/cloud/store/queries/private-calendar'
import { DAY } from '@/domain/time/instant'
import { RequestRefused } from '../refusal'
import type { Reply } from './reply'
import type { Route } from './server'

const PATH = new RegExp(`^/calendar/(${PRIVATE_TOKEN})\\.ics$`)
/** What was over or given back longer ago is in no calendar any more. */
const BACK_MS = 60 * DAY
const MOST_SITTINGS = 2_000

/**
 * GET /calendar/<token>.ics: what the person who has this address booked, as RFC 5545. Refuses (404,
 * NOT_FOUND) an address that is not, or no longer, one, all with the same words.
 */
export function calendarOfPerson(store: Store, clock: Clock): Route {
  return async ({ path }): Promise<Reply> => {
    const token = PATH.exec(path)?.[1]
    const personId =
      token === undefined
        ? null
        : await personOfCalendarToken(store.pool, hashOfPrivateToken(token))
    if (personId === null) throw new RequestRefused(404, 'NOT_FOUND', { what: 'calendar' })
    const now = clock.now().getTime()
    const sittings = await sittingsOf(store.pool, personId, new Date(now - BACK_MS), MOST_SITTINGS)
    return {
      status: 200,
      type: 'text/calendar; charset=utf-8',
      headers: {
        'cache-control': 'private, no-store',
        'content-disposition': 'inline; filename="changlai.ics"',
        'x-robots-tag': 'noindex',
      },
      body: privateCalendar(sittings, now),
    }
  }
}
