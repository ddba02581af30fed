import type { Handler } from '@/cloud/handler'
import { deliveredTo } from '@/cloud/store/queries/alerts/delivered'
import { toInstantText } from '@/domain/time/instant'
import { WRONG_CURSOR, pageOf, readCursor, writeCursor } from '../cursor'
import { personOf } from '../person'

const PAGE = 20

/** What the local host delivered to the person who asks, in WeChat's place. */
export const deliveredAlerts: Handler<'alerts.delivered'> = async ({
  input,
  actor,
  dependencies,
}) => {
  const after = readCursor(input.after, ['instant', 'key'])
  if (after === null) return WRONG_CURSOR
  const rows = await deliveredTo(dependencies.store.pool, {
    personId: personOf(actor),
    after: after ? [new Date(after[0]), after[1]] : null,
    limit: PAGE + 1,
  })
  const { page, last } = pageOf(rows, PAGE)
  return {
    value: {
      delivered: page.map((one) => ({ ...one, deliveredAt: toInstantText(one.deliveredAt) })),
      after: last && writeCursor(last.deliveredAt, last.alertId),
    },
  }
}
