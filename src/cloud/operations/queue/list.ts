import type { Handler } from '@/cloud/handler'
import { numbersOfPool } from '@/cloud/store/queries/queue/numbers'
import { queueStanding } from '@/cloud/store/queries/queue/standing'
import { WRONG_CURSOR, pageOf, readCursor, writeCursor } from '../cursor'

const PAGE = 50

/** For the doctor and staff: the numbers of a pool in their order. */
export const listQueue: Handler<'queue.list'> = async ({ input, dependencies }) => {
  const { pool, db } = dependencies.store
  const cursor = readCursor(input.after, ['number'])
  if (cursor === null) return WRONG_CURSOR
  const [queue, rows] = await Promise.all([
    queueStanding(pool, input.poolId, null),
    numbersOfPool(db, input.poolId, cursor?.[0] ?? 0, PAGE + 1),
  ])
  if (!queue) return { refusal: { code: 'NOT_FOUND', facts: { what: 'pool' } } }
  const { called, nextUp, waiting } = queue
  const { page, last } = pageOf(rows, PAGE)
  const numbers = page.map(({ number, status, state, initial }) => ({
    number,
    state: status === 'cancelled' ? status : state,
    initial,
  }))
  return { value: { called, nextUp, waiting, numbers, after: last && writeCursor(last.number) } }
}
