import type { Handler } from '@/cloud/handler'
import { grantsIn } from '@/cloud/store/queries/roles/read'
import { WRONG_CURSOR, pageOf, readCursor, writeCursor } from '../cursor'
import { personOf } from '../person'

const PAGE = 50

/** For directors: who holds which role in a place. */
export const listRoles: Handler<'roles.list'> = async ({ input, actor, dependencies }) => {
  const after = readCursor(input.after, ['number', 'key'])
  if (after === null) return WRONG_CURSOR
  const { centreId } = input
  const rows = await grantsIn(dependencies.store.pool, {
    ...{ centreId, me: personOf(actor), after, limit: PAGE + 1 },
  })
  const { page, last } = pageOf(rows, PAGE)
  return {
    value: {
      grants: page.map(({ grantId, workerKey, role, nickname, own, since, by }) => ({
        ...{ grantId, workerKey, role, nickname, own, since, by },
      })),
      after: last && writeCursor(last.rank, last.hash),
    },
  }
}
