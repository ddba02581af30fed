import type { Handler } from '@/cloud/handler'
import { partiesOf } from '@/cloud/consultations/parties'
import { slotOf } from '@/cloud/consultations/whole'
import { sealingOf } from '@/cloud/sealing/sealing-of'
import { shortNameOfCentre } from '@/cloud/store/queries/centres'
import { freeSlots } from '@/cloud/store/queries/consultations/slots'
import { WRONG_CURSOR, pageOf, readCursor, writeCursor } from '../cursor'
import { personOf } from '../person'

const PAGE = 60

/** The free times of a service; those of professionals who have met the other side are not told of. */
export const listSlots: Handler<'consultation.slots'> = async ({ input, actor, dependencies }) => {
  const { store, clock } = dependencies
  const after = readCursor(input.after, ['instant', 'key'])
  if (after === null) return WRONG_CURSOR
  const { centreId, service, name = '', otherParties = [] } = input
  const named = name !== '' || otherParties.length > 0
  const rows = await freeSlots(store.pool, {
    ...{ centreId, service, after },
    personId: personOf(actor),
    parties: named ? await partiesOf(sealingOf(dependencies), { name, otherParties }) : null,
    now: clock.now(),
    limit: PAGE + 1,
  })
  if (rows.length === 0 && (await shortNameOfCentre(store.db, centreId)) === null) {
    return { refusal: { code: 'NOT_FOUND', facts: { what: 'centre' } } }
  }
  const { page, last } = pageOf(rows, PAGE)
  return {
    value: { slots: page.map(slotOf), after: last && writeCursor(last.startsAt, last.poolId) },
  }
}
