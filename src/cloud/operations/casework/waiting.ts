import type { Handler } from '@/cloud/handler'
import { shortNameOfCentre } from '@/cloud/store/queries/centres'
import { type WaitingRow, waitingIn } from '@/cloud/store/queries/consultations/waiting'
import { WRONG_CURSOR, pageOf, readCursor, writeCursor } from '../cursor'
import { itemOf } from './item'

const PAGE = 20

/** For staff: what waits for somebody in a centre, and what is overdue; no word of the matter. */
export const listWaiting: Handler<'casework.waiting'> = async ({ input, dependencies }) => {
  const { store, clock } = dependencies
  const after = readCursor(input.after, ['instant', 'number', 'number', 'instant', 'key'])
  if (after === null) return WRONG_CURSOR
  // Every page is as of the first one: what becomes overdue meanwhile does not change its place.
  const asOf = after === undefined ? clock.now() : new Date(after[0])
  const { centreId } = input
  const rows = await waitingIn(store.pool, {
    centreId,
    asOf,
    after: after && placeIn(after),
    limit: PAGE + 1,
  })
  if (rows.length === 0 && (await shortNameOfCentre(store.db, centreId)) === null) {
    return { refusal: { code: 'NOT_FOUND', facts: { what: 'centre' } } }
  }
  const { page, last } = pageOf(rows, PAGE)
  return {
    value: {
      consultations: page.map((row) => ({
        ...itemOf(row, asOf.getTime()),
        assigned: row.assigned,
      })),
      after: last && writeCursor(asOf.getTime(), ...placeOf(last)),
    },
  }
}

function placeOf({ overdue, urgent, createdAt, consultationId }: WaitingRow) {
  return [Number(!overdue), Number(!urgent), createdAt, consultationId] as const
}

function placeIn([, calm, ordinary, createdAt, consultationId]: [
  asOf: number,
  calm: number,
  ordinary: number,
  createdAt: number,
  consultationId: string,
]) {
  return { calm: calm > 0, ordinary: ordinary > 0, createdAt, consultationId }
}
