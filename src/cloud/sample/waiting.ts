import { randomBytes } from 'node:crypto'
import type { Dependencies } from '@/cloud/handler'
import { inputHash } from '@/cloud/requests'
import { LOCAL_KEY_BYTES, centreKey, centreOf, localKey } from '@/domain/access/key'
import { HOUR } from '@/domain/time/instant'
import { inTransaction } from '@/cloud/store/in-transaction'
import { personOfIdentity } from '@/cloud/store/queries/people'
import {
  endedPools,
  unlistedPool,
  unseatedOf,
  writeOutcomes,
} from '@/cloud/store/queries/sample-waiting'
import { addEntries } from '@/cloud/store/queries/waitlist/entries'
import { lockList } from '@/cloud/store/queries/waitlist/lock'
import { bookSampleSeat } from './bookings'
import { seedNeighbours } from './people'

const CENTRE = 'nongye'
/** The full classes in which somebody waits; who holds the last seat of it, and who waits first. */
const LISTS = [
  { activityId: 'nongye.yeshufa', holder: 'volunteer', first: 'resident', neighbours: 3 },
  { activityId: 'nongye.weiqi', holder: null, first: null, neighbours: 2 },
] as const
/** Whose past lists are counted. */
const PAST_ACTIVITY = 'nongye.yuedu-fenxiang'
/** Of three entries at each position (1, 2, 3, 4 to 5, 6 to 10), how many were offered seats, a list each. */
const PAST_POSITIONS = [1, 2, 3, 4, 6] as const
const PAST_WAITED = 3
const PAST_OFFERED: readonly (readonly number[])[] = [
  [3, 3, 2, 1, 1],
  [3, 2, 2, 2, 0],
  [3, 3, 1, 1, 1],
  [2, 3, 2, 1, 0],
  [3, 2, 2, 2, 1],
  [3, 3, 2, 1, 1],
]

/**
 * Sample data: in two full classes somebody waits. The volunteer of the local host holds a seat of the
 * one and the resident waits first for it, so that a newcomer can give it back as the one and be
 * offered it as the other. How past lists went is invented as well. Does nothing to a class in which
 * somebody waits or has waited.
 */
export async function seedWaiting(dependencies: Dependencies): Promise<void> {
  const { store, clock } = dependencies
  const now = clock.now()
  const { residents } = await seedNeighbours(dependencies, CENTRE)
  const personOf = (subject: string) => personOfIdentity(store.pool, { provider: 'local', subject })
  for (const { activityId, holder, first, neighbours } of LISTS) {
    const poolId = await unlistedPool(store.db, activityId, now)
    if (poolId === null) continue
    const holders = holder ? await unseatedOf(store.db, poolId, [await personOf(holder)], 1) : []
    for (const personId of holders) await bookSampleSeat(store.pool, { personId, poolId, now })
    const others = await unseatedOf(store.db, poolId, residents, neighbours)
    const people = [...(first ? [await personOf(first)] : []), ...others]
    await joinInTurn(dependencies, poolId, people)
  }
  const past = await endedPools(store.db, PAST_ACTIVITY, now, PAST_OFFERED.length)
  const outcomes = past.flatMap((poolId, list) =>
    PAST_POSITIONS.map((fromPosition, index) => {
      const offered = PAST_OFFERED[list]![index]!
      return { poolId, fromPosition, waited: PAST_WAITED, offered }
    }),
  )
  await writeOutcomes(store.db, PAST_ACTIVITY, outcomes)
}

/** Puts people on the list of a pool that is full, an hour apart until now. */
async function joinInTurn(
  { store, clock }: Dependencies,
  poolId: string,
  people: readonly string[],
): Promise<void> {
  const centreId = centreOf(poolId)
  await inTransaction(store.pool, async (client) => {
    const list = await lockList(client, poolId)
    if (!list || list.taken < list.capacity) return
    for (const [index, personId] of people.entries()) {
      const now = new Date(clock.now().getTime() - (people.length - index) * HOUR)
      const wish = { intent: intentOf(personId, poolId), poolId, evenIfClashes: false, now }
      const entryId = centreKey(centreId, localKey(randomBytes(LOCAL_KEY_BYTES)))
      await addEntries(client, [{ wish, entryId }])
    }
  })
}

function intentOf(personId: string, poolId: string) {
  return {
    personId,
    requestId: `sample-${randomBytes(12).toString('hex')}`,
    operation: 'waitlist.join' as const,
    inputHash: inputHash({ poolId }),
    centreId: centreOf(poolId),
  }
}
