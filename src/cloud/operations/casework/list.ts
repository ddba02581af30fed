import { READABLE_DAYS } from '@/domain/consultation/reach'
import { DAY } from '@/domain/time/instant'
import type { Handler } from '@/cloud/handler'
import { closedCases, openCases } from '@/cloud/store/queries/consultations/cases'
import { WRONG_CURSOR, pageOf, readCursor, writeCursor } from '../cursor'
import { itemOf } from './item'
import { whoseCases } from './whose-cases'

const PAGE = 20

/** For a professional: what is assigned to them in a centre, for the services that they work for. */
export const listCases: Handler<'casework.list'> = (call) =>
  call.input.which === 'open' ? openOnes(call) : closedOnes(call)

const openOnes: Handler<'casework.list'> = async ({ input, actor, dependencies }) => {
  const { store, clock } = dependencies
  const after = readCursor(input.after, ['instant', 'number', 'instant', 'key'])
  if (after === null) return WRONG_CURSOR
  // Every page is as of the first one: what becomes overdue meanwhile does not change its place.
  const asOf = after === undefined ? clock.now() : new Date(after[0])
  const rows = await openCases(store.pool, {
    ...whoseCases(actor, input.centreId),
    asOf,
    after: after && { calm: after[1] > 0, orderedAt: after[2], consultationId: after[3] },
    limit: PAGE + 1,
  })
  const { page, last } = pageOf(rows, PAGE)
  const place = last && [Number(!last.overdue), last.orderedAt, last.consultationId]
  return {
    value: {
      consultations: page.map((row) => itemOf(row, asOf.getTime())),
      after: place && writeCursor(asOf.getTime(), ...place),
    },
  }
}

const closedOnes: Handler<'casework.list'> = async ({ input, actor, dependencies }) => {
  const { store, clock } = dependencies
  const after = readCursor(input.after, ['instant', 'key'])
  if (after === null) return WRONG_CURSOR
  const now = clock.now().getTime()
  const rows = await closedCases(store.pool, {
    ...whoseCases(actor, input.centreId),
    since: new Date(now - READABLE_DAYS * DAY),
    after,
    limit: PAGE + 1,
  })
  const { page, last } = pageOf(rows, PAGE)
  return {
    value: {
      consultations: page.map((row) => itemOf(row, now)),
      after: last && writeCursor(last.closedAt!, last.consultationId),
    },
  }
}
