import type { Store } from '../../../src/cloud/store'
import { Connection } from './connection'
import type { Rush } from './crowd'
import { CENTRE, type Morning, POOLS, openidOf, poolKey, requestOf, wantedPool } from './morning'

/** How often what was answered and what is written differ. All are 0 when every answer is true. */
export interface Untruths {
  /** Seats given that were not there, and pools whose count is not their seats. */
  oversold: number
  /** Seats of one person in one pool beyond the first. */
  duplicates: number
  /** Booked answers without their row, and rows whose requestId does not give them back. */
  lost: number
  /** Pools with a seat left in which somebody was refused one. */
  refusedThoughFree: number
}

interface Row {
  bookingId: string
  poolId: string
  subject: string
}

/** So many answers that were received are asked for again, besides all that were not. */
const ASKED_AGAIN = 200

/** Compares every answer that was received with the database, and asks again for what was not. */
export async function untruthsOf(
  store: Store,
  morning: Morning,
  received: Rush,
  url: string,
): Promise<Untruths> {
  const { rows } = await store.pool.query<Row>(ROWS, [POOLS])
  const { rows: counts } = await store.pool.query<{
    pool: string
    capacity: number
    taken: number
  }>('select pool_id as pool, capacity, taken from changlai.pool where starts_with(pool_id, $1)', [
    POOLS,
  ])
  const rowOf = new Map(rows.map((row) => [row.bookingId, row]))
  const wanted = wantedPool(morning)
  const seatsIn = new Map<string, number>()
  for (const { poolId } of rows) seatsIn.set(poolId, (seatsIn.get(poolId) ?? 0) + 1)
  const soldOut = new Map([...received.soldOut].map((refused, pool) => [poolKey(pool), refused]))

  let oversold = 0
  let refusedThoughFree = 0
  for (const { pool, capacity, taken } of counts) {
    const seats = seatsIn.get(pool) ?? 0
    oversold += Math.max(0, seats - capacity) + (taken === seats ? 0 : 1)
    if (seats < capacity && (soldOut.get(pool) ?? 0) > 0) refusedThoughFree += 1
  }
  const holders = new Set(rows.map(({ poolId, subject }) => `${poolId} ${subject}`))

  const isTrue = (contender: number, bookingId: string) => {
    const row = rowOf.get(bookingId)
    return row?.subject === openidOf(contender) && row.poolId === poolKey(wanted(contender))
  }
  const told = new Set(received.booked.map(([, bookingId]) => bookingId))
  let lost = received.booked.filter(
    ([contender, bookingId]) => !isTrue(contender, bookingId),
  ).length
  const every = Math.max(1, Math.floor(received.booked.length / ASKED_AGAIN))
  const again = [
    ...received.booked.filter((_, index) => index % every === 0),
    ...rows
      .filter(({ bookingId }) => !told.has(bookingId))
      .map((row) => [Number(row.subject.split('-')[1]), row.bookingId] as const),
  ]
  const { hostname, port } = new URL(url)
  const connection = new Connection(hostname, Number(port), '/call')
  for (const [contender, bookingId] of again) {
    const answer = await connection.post(
      openidOf(contender),
      requestOf(morning, contender, wanted(contender)),
    )
    const { value } = JSON.parse(answer.body) as { value?: { bookingId: string } }
    if (value?.bookingId !== bookingId) lost += 1
  }
  connection.end()
  return { oversold, duplicates: rows.length - holders.size, lost, refusedThoughFree }
}

const ROWS = `
select attendee.booking_id as "bookingId", attendee.pool_id as "poolId", identity.subject
from changlai.booking_attendee as attendee
join changlai.person_identity as identity on identity.person_id = attendee.person_id
where attendee.status = 'booked' and starts_with(attendee.pool_id, $1)`

/** How many places of their own there are on the lists of a morning. */
export async function entriesIn(store: Store): Promise<number> {
  const { rows } = await store.pool.query<{ entries: number }>(
    `select count(distinct (pool_id, joined_position))::integer as entries
     from changlai.waitlist_entry where centre_id = $1 and state = 'waiting'`,
    [CENTRE],
  )
  return rows[0]!.entries
}
