import { toInstantText } from '@/domain/time/instant'
import type { Handler } from '@/cloud/handler'
import { ballotsOfCentre } from '@/cloud/store/queries/ballot/lists'
import { shortNameOfCentre } from '@/cloud/store/queries/centres'
import { WRONG_CURSOR, pageOf, readCursor, writeCursor } from '../cursor'
import { personOf } from '../person'
import { announcedOf } from './announced'

const PAGE = 20

/** For staff: the ballots of a centre, and whether their numbers were entered. */
export const listBallots: Handler<'ballot.list'> = async ({ input, actor, dependencies }) => {
  const { store, clock } = dependencies
  const after = readCursor(input.after, ['instant', 'key'])
  if (after === null) return WRONG_CURSOR
  const { centreId } = input
  const personId = personOf(actor)
  const rows = await ballotsOfCentre(store.db, { centreId, personId, after, limit: PAGE + 1 })
  if (rows.length === 0 && (await shortNameOfCentre(store.db, centreId)) === null) {
    return { refusal: { code: 'NOT_FOUND', facts: { what: 'centre' } } }
  }
  const { page, last } = pageOf(rows, PAGE)
  const now = clock.now().getTime()
  return {
    value: {
      ballots: page.map((row) => ({
        ...announcedOf(row, now),
        titles: row.titles,
        entries: row.entries,
        listHash: row.list_hash,
        number: row.number,
        enteredBy: row.entered_by,
        enteredByMe: row.entered_by_me,
        drawnAt: row.drawn_at === null ? null : toInstantText(row.drawn_at),
      })),
      after: last && writeCursor(last.announced_at, last.ballot_id),
    },
  }
}
