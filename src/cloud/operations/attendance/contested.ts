import { CONTEST_LAPSES_AFTER } from '@/domain/attendance/strike'
import { toInstantText } from '@/domain/time/instant'
import type { Handler } from '@/cloud/handler'
import { contestedIn } from '@/cloud/store/queries/attendance/strikes'
import { WRONG_CURSOR, pageOf, readCursor, writeCursor } from '../cursor'
import { strikeOnTheWire } from './strike'

const PAGE = 50

/** For staff: the strikes that residents contest, those that wait longest first. */
export const listContested: Handler<'attendance.contested'> = async ({ input, dependencies }) => {
  const after = readCursor(input.after, ['instant', 'key'])
  if (after === null) return WRONG_CURSOR
  const { centreId } = input
  const rows = await contestedIn(dependencies.store.db, { centreId, after, limit: PAGE + 1 })
  const { page, last } = pageOf(rows, PAGE)
  return {
    value: {
      strikes: page.map((row) => ({
        ...strikeOnTheWire(row),
        name: row.nickname,
        codeEnds: row.code_ends,
        lapsesAt: toInstantText(row.contested_at! + CONTEST_LAPSES_AFTER),
      })),
      after: last && writeCursor(last.contested_at!, last.strike_id),
    },
  }
}
