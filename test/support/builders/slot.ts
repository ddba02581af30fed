import { randomBytes } from 'node:crypto'
import type { Clock } from '../../../src/cloud/clock'
import { inputHash } from '../../../src/cloud/requests'
import type { Store } from '../../../src/cloud/store'
import { takeSeat } from '../../../src/cloud/store/queries/seats/take'
import { centreOf, localKey } from '../../../src/domain/access/key'
import { checkInCode } from '../../../src/domain/seats/check-in-code'
import { newRequestId } from './caller'

/** Takes a slot as a filled-in form does; throws when it cannot be had. */
export async function takeSlot(
  store: Store,
  personId: string,
  poolId: string,
  clock: Pick<Clock, 'now'>,
): Promise<{ bookingId: string }> {
  const centreId = centreOf(poolId)
  const taken = await takeSeat(store.pool, {
    intent: {
      ...{ personId, centreId, requestId: newRequestId(), operation: 'consultation.request' },
      inputHash: inputHash({ poolId }),
    },
    poolId,
    evenIfClashes: true,
    throughIntake: true,
    bookingId: `${centreId}.${localKey(randomBytes(10))}`,
    checkInCode: checkInCode(randomBytes(24)),
    now: clock.now(),
  })
  if (!taken) throw new Error('nothing taken')
  return taken
}
