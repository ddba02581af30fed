import { DELAYING_WEIGHT, STRIKE_DELAY } from '@/domain/attendance/strike'
import { termStartsAt } from '@/domain/time/term'
import { HOUR, toInstantText } from '@/domain/time/instant'
import type { Handler } from '@/cloud/handler'
import { strikesOf, weightsOf } from '@/cloud/store/queries/attendance/strikes'
import { WRONG_CURSOR, pageOf, readCursor, writeCursor } from '../cursor'
import { personOf } from '../person'
import { strikeOnTheWire } from './strike'

const PAGE = 20

/** What the person who asks left behind by not coming, newest first, and what it leads to. */
export const myStrikes: Handler<'attendance.mine'> = async ({ input, actor, dependencies }) => {
  const { store, clock } = dependencies
  const after = readCursor(input.after, ['instant', 'key'])
  if (after === null) return WRONG_CURSOR
  const personId = personOf(actor)
  const now = clock.now()
  // What a term leaves behind expires as the next one begins: what did so now is of the last.
  const since = new Date(termStartsAt(now.getTime()))
  const [rows, centres] = await Promise.all([
    strikesOf(store.db, { personId, since, after, limit: PAGE + 1 }),
    weightsOf(store.db, personId, now),
  ])
  const { page, last } = pageOf(rows, PAGE)
  return {
    value: {
      strikes: page.map((row) => ({ ...strikeOnTheWire(row), centreName: row.centre_name })),
      centres: centres.map(({ weight, until, ...centre }) => ({
        centreId: centre.centre_id,
        centreName: centre.centre_name,
        weight,
        delaysFrom: DELAYING_WEIGHT,
        delayHours: weight >= DELAYING_WEIGHT ? STRIKE_DELAY / HOUR : null,
        until: toInstantText(until),
      })),
      after: last && writeCursor(last.struck_at, last.strike_id),
    },
  }
}
