import pg from 'pg'
import { databaseClock } from '../../../src/cloud/clock'
import { createGroups } from '../../../src/cloud/group-commit/groups'
import type { Dependencies } from '../../../src/cloud/handler'
import { bookSeat } from '../../../src/cloud/operations/seats/book'
import { inputHash } from '../../../src/cloud/requests'
import type { Store } from '../../../src/cloud/store'
import type { EmbeddedServer } from '../../../src/cloud/store/embedded'
import { ANY_BROWSER } from '../../../src/domain/devices/browser'
import { silentLog } from '../../support/silent-log'
import { databaseOf, layOutUsual, usualOversold } from './database'
import {
  CENTRE,
  type Morning,
  POOLS,
  openidOf,
  poolKey,
  requestOf,
  scaledTo,
  wantedPool,
} from './morning'
import type { RushOptions } from './options'
import { UsualBookings } from './orm'
import { round, sayLast, sayRun } from './say'

const USUAL = 4_000
/** So many wait at once; of the usual way as many as help it. */
const AT_ONCE = 10_000
const AT_ONCE_USUALLY = 100

type Decided = 'booked' | 'sold out'

/**
 * The same morning without HTTP, in one process: what arrives together, with the memory of full pools
 * switched off, so that the database decides about everybody; and the usual way. Gives whether no more
 * seats were given than there are, and none left where somebody was refused.
 */
export async function belowHttp(
  server: EmbeddedServer,
  _directory: string,
  options: RushOptions,
): Promise<boolean> {
  const morning: Morning = options
  const { url, store } = await databaseOf(server, 'rush', morning)

  const few = scaledTo(morning, USUAL)
  await layOutUsual(url, few)
  const pool = new pg.Pool({ connectionString: url, max: 10 })
  const bookings = new UsualBookings(pool)
  const { facts: usual } = await decideAll(few, AT_ONCE_USUALLY, async (contender, poolId) => {
    const answer = await bookings.book(poolId, openidOf(contender))
    return answer.ok ? 'booked' : 'sold out'
  })
  await pool.end()
  sayRun('orm, for update', { ...usual, oversold: await usualOversold(url) })

  const { facts: together, refusedIn } = await ours(store, morning)
  const untrue = await untrueIn(store, together.booked, refusedIn)
  await store.close()
  sayRun('changlai, without memory', { ...together, ...untrue })
  sayLast({
    decisions_per_s: together.perSecond,
    ratio_to_orm: round(together.perSecond / usual.perSecond, 1),
    ...untrue,
    p50_ms: together.p50Ms,
    p99_ms: together.p99Ms,
  })
  return Object.values(untrue).every((count) => count === 0)
}

async function ours(store: Store, morning: Morning) {
  const people = await peopleOf(store)
  const clock = await databaseClock(store.pool)
  const groups = await createGroups(store, silentLog)
  // Who hears nothing remembers nothing.
  groups.soldOut.hear(false)
  const dependencies: Dependencies = { store, clock, log: silentLog, groups }
  const decide = async (contender: number, poolId: string): Promise<Decided> => {
    const personId = people.get(openidOf(contender))!
    const { input, requestId } = JSON.parse(requestOf(morning, contender, 0)) as {
      input: { poolId: string }
      requestId: string
    }
    input.poolId = poolId
    const hash = inputHash(input)
    const intent = {
      personId,
      requestId,
      operation: 'seats.book' as const,
      inputHash: hash,
      centreId: CENTRE,
    }
    const actor = { personId, roles: [] }
    const outcome = await bookSeat({ input, actor, browser: ANY_BROWSER, intent, dependencies })
    if ('value' in outcome) return 'booked'
    if (!('refusal' in outcome) || outcome.refusal.code !== 'SOLD_OUT') {
      throw new Error(`Neither booked nor sold out: ${JSON.stringify(outcome)}`)
    }
    if (!('unwritten' in outcome)) {
      const answer = { ok: false, ...outcome.refusal }
      await groups.settleAnswer({ intent, answer, now: clock.now() })
    }
    return 'sold out'
  }
  const decided = await decideAll(morning, AT_ONCE, decide)
  groups.end()
  clock.stop()
  return decided
}

/** Has everybody decided, so many at once, in the order of arrival. */
async function decideAll(
  morning: Morning,
  atOnce: number,
  decide: (contender: number, poolId: string) => Promise<Decided>,
) {
  const wanted = wantedPool(morning)
  const latencies: number[] = []
  const refusedIn = new Set<string>()
  let [next, booked] = [0, 0]
  const keepDeciding = async () => {
    while (next < morning.contenders) {
      const contender = next
      next += 1
      const since = performance.now()
      const poolId = poolKey(wanted(contender))
      if ((await decide(contender, poolId)) === 'booked') booked += 1
      else refusedIn.add(poolId)
      latencies.push(performance.now() - since)
    }
  }
  const since = performance.now()
  await Promise.all(Array.from({ length: atOnce }, keepDeciding))
  const seconds = (performance.now() - since) / 1000
  latencies.sort((a, b) => a - b)
  const facts = {
    answers: latencies.length,
    seconds: round(seconds, 1),
    perSecond: round(latencies.length / seconds),
    p50Ms: round(latencies[Math.floor(latencies.length / 2)]!),
    p99Ms: round(latencies[Math.floor(latencies.length * 0.99)]!),
    booked,
  }
  return { facts, refusedIn }
}

async function peopleOf(store: Store): Promise<Map<string, string>> {
  const { rows } = await store.pool.query<{ subject: string; personId: string }>(
    'select subject, person_id as "personId" from changlai.person_identity',
  )
  return new Map(rows.map(({ subject, personId }) => [subject, personId]))
}

/** How often what was decided and what is written differ. */
async function untrueIn(store: Store, booked: number, refusedIn: ReadonlySet<string>) {
  const { rows } = await store.pool.query<{
    poolId: string
    capacity: number
    taken: number
    seats: number
    people: number
  }>(SEATS, [POOLS])
  const sum = (of: (row: (typeof rows)[number]) => number) =>
    rows.reduce((all, row) => all + of(row), 0)
  return {
    oversold: sum(
      ({ seats, capacity, taken }) => Math.max(0, seats - capacity) + (taken === seats ? 0 : 1),
    ),
    duplicates: sum(({ seats, people }) => seats - people),
    lost: Math.abs(sum(({ seats }) => seats) - booked),
    refused_though_free: sum(({ poolId, seats, capacity }) =>
      seats < capacity && refusedIn.has(poolId) ? 1 : 0,
    ),
  }
}

const SEATS = `
select pool.pool_id as "poolId", pool.capacity, pool.taken,
  count(held.person_id) as seats, count(distinct held.person_id) as people
from changlai.pool
left join changlai.booking_attendee as held
  on held.centre_id = pool.centre_id and held.pool_id = pool.pool_id and held.status = 'booked'
where starts_with(pool.pool_id, $1)
group by pool.centre_id, pool.pool_id`
