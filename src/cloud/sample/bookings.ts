import { randomBytes } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'
import type { Dependencies } from '@/cloud/handler'
import { inputHash } from '@/cloud/requests'
import { LOCAL_KEY_BYTES, centreKey, centreOf, localKey } from '@/domain/access/key'
import { CHECK_IN_CODE_BYTES, checkInCode } from '@/domain/seats/check-in-code'
import { DAY } from '@/domain/time/instant'
import { type SamplePool, poolsToFill } from '@/cloud/store/queries/sample'
import { takeSeat } from '@/cloud/store/queries/seats/take'
import type { SampleCentre } from './programme/centres'

/** People who hold seats in the sample programme and cannot sign in. */
export interface Neighbours {
  residents: string[]
  staff: string[]
}

/** Lessons so long ago need nobody in them. */
const FILLED_SINCE_DAYS = 7

/** Books a seat for a sample person as the operation would; gives whether there was one. */
export async function bookSampleSeat(
  database: Pool | PoolClient,
  { personId, poolId, now }: { personId: string; poolId: string; now: Date },
): Promise<boolean> {
  const centreId = centreOf(poolId)
  const requestId = `sample-${randomBytes(12).toString('hex')}`
  const taken = await takeSeat(database, {
    intent: {
      personId,
      requestId,
      operation: 'seats.book',
      inputHash: inputHash({ poolId }),
      centreId,
    },
    poolId,
    evenIfClashes: false,
    bookingId: centreKey(centreId, localKey(randomBytes(LOCAL_KEY_BYTES))),
    checkInCode: checkInCode(randomBytes(CHECK_IN_CODE_BYTES)),
    now,
  })
  return taken !== null
}

/**
 * Fills the pools of a centre as far as the programme says, at times between each pool's opening
 * and now, by the same statement that residents book with; one transaction for all.
 */
export async function bookSampleSeats(
  { store, clock }: Dependencies,
  centre: SampleCentre,
  today: string,
  neighbours: Neighbours,
): Promise<void> {
  const now = clock.now().getTime()
  const shares = new Map(centre.programme(today).map(({ key, taken }) => [key, taken ?? 0]))
  const pools = await poolsToFill(store.db, centre.centreId, now - FILLED_SINCE_DAYS * DAY, now)
  const client = await store.pool.connect()
  try {
    await client.query('begin')
    let turn = 0
    for (const pool of pools) {
      const people = pool.only_role === 'staff' ? neighbours.staff : neighbours.residents
      const until = Math.min(now, pool.closes_at - 1)
      let left = Math.min(seatsToTake(pool, shareOf(pool, shares), until), people.length)
      for (let tries = 0; left > 0 && tries < people.length; tries += 1) {
        const personId = people[turn++ % people.length]!
        const at = pool.opens_at + ((until - pool.opens_at) * (tries + 1)) / (people.length + 1)
        const now = new Date(Math.round(at))
        if (await bookSampleSeat(client, { personId, poolId: pool.pool_id, now })) left -= 1
      }
    }
    await client.query('commit')
    client.release()
  } catch (error) {
    client.release(true)
    throw error
  }
}

/** The share that the programme says for the activity of a pool, whichever term it is. */
function shareOf(pool: SamplePool, shares: Map<string, number>): number {
  const local = pool.activity_id.slice(pool.centre_id.length + 1)
  return shares.get(local) ?? shares.get(local.replace(/-\d{8}$/, '')) ?? 0
}

/** A term is as full as it is; single lectures fill up towards their closing. */
function seatsToTake(pool: SamplePool, share: number, until: number): number {
  const elapsed = (until - pool.opens_at) / (pool.closes_at - pool.opens_at)
  const sofar = pool.lessons > 1 || share === 1 ? 1 : 0.3 + 0.7 * elapsed
  return Math.round(pool.capacity * share * sofar)
}
