import { toInstantText } from '@/domain/time/instant'
import type { Handler } from '@/cloud/handler'
import { reportsOf } from '@/cloud/store/queries/stations/reports-of'
import { WRONG_CURSOR, pageOf, readCursor, writeCursor } from '../cursor'
import { personOf } from '../person'
import { answerOf } from './answer'

const PAGE = 20

/** What the person who asks reported, latest first, with what became of it. */
export const myReports: Handler<'stations.mine'> = async ({ input, actor, dependencies }) => {
  const after = readCursor(input.after, ['instant', 'key'])
  if (after === null) return WRONG_CURSOR
  const personId = personOf(actor)
  const rows = await reportsOf(dependencies.store.db, { personId, after, limit: PAGE + 1 })
  const { page, last } = pageOf(rows, PAGE)
  return {
    value: {
      reports: page.map((row) => ({
        reportId: row.report_id,
        stationId: row.station_id,
        stationName: row.station_name,
        kind: row.kind,
        facility: row.facility,
        reportedAt: toInstantText(row.reported_at),
        answer: answerOf(row),
      })),
      after: last && writeCursor(last.reported_at, last.report_id),
    },
  }
}
