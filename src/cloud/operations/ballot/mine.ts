import { toInstantText } from '@/domain/time/instant'
import type { Handler } from '@/cloud/handler'
import { ballotEntriesOf } from '@/cloud/store/queries/ballot/lists'
import { WRONG_CURSOR, pageOf, readCursor, writeCursor } from '../cursor'
import { personOf } from '../person'
import { announcedOf } from './announced'

const PAGE = 20

/** The entries in ballots of the person who asks, newest first. */
export const myBallotEntries: Handler<'ballot.mine'> = async ({ input, actor, dependencies }) => {
  const { store, clock } = dependencies
  const after = readCursor(input.after, ['instant', 'key'])
  if (after === null) return WRONG_CURSOR
  const holderId = personOf(actor)
  const at = clock.now()
  const rows = await ballotEntriesOf(store.db, { holderId, after, now: at, limit: PAGE + 1 })
  const { page, last } = pageOf(rows, PAGE)
  const now = at.getTime()
  return {
    value: {
      entries: page.map((row) => ({
        ...announcedOf(row, now),
        entryNumber: row.number,
        enteredAt: toInstantText(row.entered_at),
        seats: row.seats,
        attendees: row.attendees,
        wishes: row.wishes.map(({ startsAt, endsAt, ...wish }) => ({
          ...wish,
          startsAt: toInstantText(startsAt),
          endsAt: toInstantText(endsAt),
          won: wish.poolId === row.won_pool_id,
        })),
        weight: row.weight,
        listHash: row.list_hash,
        number: row.public_number,
        place: row.drawn_place,
        wonSeats: row.won_seats,
        waitlistEntryIds: row.waitlist_entry_ids,
      })),
      after: last && writeCursor(last.entered_at, last.ballot_id),
    },
  }
}
