import { toInstantText } from '@/domain/time/instant'
import { listEndsAt } from '@/domain/waitlist/offer-deadline'
import type { Handler } from '@/cloud/handler'
import { pastChances } from '@/cloud/store/queries/waitlist/chance'
import { entriesOf } from '@/cloud/store/queries/waitlist/lists'
import { WRONG_CURSOR, pageOf, readCursor, writeCursor } from '../cursor'
import { personOf } from '../person'
import { moveOnTheWire } from './move'

const PAGE = 20

/** The entries on waiting lists of the person who asks, newest first. */
export const myWaitlistEntries: Handler<'waitlist.mine'> = async (call) => {
  const { input, actor, dependencies } = call
  const { store, clock } = dependencies
  const after = readCursor(input.after, ['instant', 'key'])
  if (after === null) return WRONG_CURSOR
  const { live: liveOnly = false } = input
  const holderId = personOf(actor)
  const rows = await entriesOf(store.db, { holderId, liveOnly, after, limit: PAGE + 1 })
  const { page, last } = pageOf(rows, PAGE)
  const waiting = page.flatMap(({ activity_id: activityId, position }) =>
    position === null ? [] : [{ activityId, position }],
  )
  const chances = await pastChances(store.pool, waiting)
  const now = clock.now().getTime()
  return {
    value: {
      entries: page.map((row) => {
        const isOffered = row.state === 'offered' && row.offer_until! > now
        return {
          entryId: row.entry_id,
          // An offer that nobody answered is over before the clock has passed it on.
          state: row.state === 'offered' && !isOffered ? 'lapsed' : row.state,
          centreId: row.centre_id,
          centreName: row.centre_name,
          activityId: row.activity_id,
          poolId: row.pool_id,
          title: row.title,
          category: row.category,
          place: row.place,
          onlyLesson: row.only_lesson,
          startsAt: toInstantText(row.starts_at),
          endsAt: toInstantText(row.ends_at),
          joinedAt: toInstantText(row.joined_at),
          listEndsAt: toInstantText(listEndsAt(row.starts_at)),
          seats: row.seats,
          attendees: row.attendees,
          position: row.position,
          waiting: row.waiting,
          chance: row.position === null ? null : (chances.shift() ?? null),
          offerUntil: isOffered ? toInstantText(row.offer_until!) : null,
          saved: row.saved,
          bookingId: row.booking_id,
          moves: row.moves.map(moveOnTheWire),
        }
      }),
      after: last && writeCursor(last.joined_at, last.entry_id),
    },
  }
}
