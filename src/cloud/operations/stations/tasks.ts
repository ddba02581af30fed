import { toInstantText } from '@/domain/time/instant'
import type { Handler } from '@/cloud/handler'
import { shortNameOfCentre } from '@/cloud/store/queries/centres'
import { tasksOfCentre } from '@/cloud/store/queries/stations/tasks'
import { WRONG_CURSOR, pageOf, readCursor, writeCursor } from '../cursor'
import { answerOf } from './answer'

const PAGE = 20

/** For staff: the stations of a centre that several people report. */
export const listStationTasks: Handler<'stations.tasks'> = async ({ input, dependencies }) => {
  const { store } = dependencies
  const after = readCursor(input.after, ['instant', 'key'])
  if (after === null) return WRONG_CURSOR
  const { centreId } = input
  const rows = await tasksOfCentre(store.db, { centreId, after, limit: PAGE + 1 })
  if (rows.length === 0 && (await shortNameOfCentre(store.db, centreId)) === null) {
    return { refusal: { code: 'NOT_FOUND', facts: { what: 'centre' } } }
  }
  const { page, last } = pageOf(rows, PAGE)
  return {
    value: {
      tasks: page.map((row) => ({
        taskId: row.task_id,
        stationId: row.station_id,
        stationName: row.station_name,
        kind: row.kind,
        facility: row.facility,
        openedAt: toInstantText(row.opened_at),
        people: row.people,
        notes: row.notes.map(({ note, at }) => ({ note, at: toInstantText(at) })),
        answer: answerOf(row),
      })),
      after: last && writeCursor(last.opened_at, last.task_id),
    },
  }
}
