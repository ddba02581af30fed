import type { Handler } from '@/cloud/handler'
import { shortNameOfCentre } from '@/cloud/store/queries/centres'
import { countsIn } from './counts'
import { monthsOf } from './months'
import { monthOfCentre } from './tables'

/** For staff: the figures of a centre by month; no person, and nothing of a few. */
export const centreFigures: Handler<'figures.centre'> = async ({ input, dependencies }) => {
  const { store, clock } = dependencies
  const { centreId } = input
  const now = clock.now()
  const span = monthsOf(input, now.getTime())
  if ('refusal' in span) return span
  if ((await shortNameOfCentre(store.db, centreId)) === null) {
    return { refusal: { code: 'NOT_FOUND', facts: { what: 'centre' } } }
  }
  const { months, current, from, to } = span
  const counts = await countsIn(store.pool, { centreIds: [centreId], from, to, now })
  return {
    value: {
      centreId,
      months: months.map((month) => monthOfCentre(counts, centreId, month, month < current)),
    },
  }
}
