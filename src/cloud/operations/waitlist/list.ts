import { toInstantText } from '@/domain/time/instant'
import type { Handler } from '@/cloud/handler'
import { entriesOfPool, waitingIn } from '@/cloud/store/queries/waitlist/lists'
import { WRONG_CURSOR, pageOf, readCursor, writeCursor } from '../cursor'
import { moveOnTheWire } from './move'

const PAGE = 50

/** For staff: who waits for a pool or was offered seats in it, without names. */
export const listWaitlist: Handler<'waitlist.list'> = async ({ input, dependencies }) => {
  const { db } = dependencies.store
  const after = readCursor(input.after, ['number'])
  if (after === null) return WRONG_CURSOR
  const { poolId } = input
  const [waiting, rows] = await Promise.all([
    waitingIn(db, poolId),
    entriesOfPool(db, { poolId, after: after?.[0], limit: PAGE + 1 }),
  ])
  if (waiting === null) return { refusal: { code: 'NOT_FOUND', facts: { what: 'pool' } } }
  const { page, last } = pageOf(rows, PAGE)
  return {
    value: {
      waiting,
      entries: page.map((row) => ({
        entryId: row.entry_id,
        state: row.state === 'offered' ? 'offered' : 'waiting',
        position: row.position,
        seats: row.seats,
        joinedAt: toInstantText(row.joined_at),
        offerUntil: row.offer_until === null ? null : toInstantText(row.offer_until),
        saved: row.saved,
        passedOver: row.passed_over,
        moved: row.moved && moveOnTheWire(row.moved),
      })),
      after: last && writeCursor(last.turn),
    },
  }
}
