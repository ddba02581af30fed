import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { CENTRE } from '../cast'
import type { Fault, Scene } from '../fault'
import type { Asked, Heard } from '../ledger'

const MINUTE_MS = 60_000
/** How the machines of the two hosts are off: five minutes apart. */
const OFF: [number, number][] = [
  [0, 5 * MINUTE_MS],
  [-5 * MINUTE_MS, 0],
  [-2.5 * MINUTE_MS, 2.5 * MINUTE_MS],
]
/** What a host may take the database's clock for that it is not: half of a slow way there and back. */
const TOLERANCE_MS = 700

/** Pools whose edge lies in the midst of the rush, so long after its beginning. */
const EDGES = {
  opens_at: ['p0', 'p1'],
  closes_at: ['p2', 'p3'],
  cancel_until: ['p4', 'p5'],
} as const
const EDGE_AFTER_MS = 1_000

const edges = new WeakMap<Scene, number>()

/**
 * Two hosts on machines whose clocks are five minutes apart, and pools that open, close, and end their
 * cancelling while everybody comes. Hosts go by the database's clock, so nobody may notice.
 */
export const clocks: Fault = {
  name: 'clocks',
  spanMs: 2_400,
  hosts(chance) {
    const [first, second] = chance.oneOf(OFF)
    return [off(first), off(second)]
  },
  async prepare(scene) {
    const { stage, database } = scene
    for (const [column, pools] of Object.entries(EDGES)) {
      await stage.asOwner(
        database,
        `update changlai.pool set ${column} = now() + $2::integer * interval '1 millisecond'
         where pool_id = any($1)`,
        [pools.map((pool) => `${CENTRE}.${pool}`), EDGE_AFTER_MS],
      )
    }
    const [row] = await stage.asOwner<{ edge: number }>(
      database,
      `select extract(epoch from max(opens_at))::float8 * 1000 as edge from changlai.pool`,
    )
    edges.set(scene, row!.edge)
  },
  async strike({ rushOver, hosts }) {
    await rushOver
    const feeds = await Promise.all(hosts.map(async ({ url }) => read(`${url}/feed/${CENTRE}.ics`)))
    const pages = await Promise.all(hosts.map(({ url }) => pageOf(url)))
    const wrong = [
      ...(feeds[0] === feeds[1] && feeds[0]!.includes('BEGIN:VEVENT') ? [] : ['feeds differ']),
      ...(isDeepStrictEqual(pages[0]!.shown, pages[1]!.shown) ? [] : ['pages differ']),
      ...(Math.abs(pages[0]!.nowMs - pages[1]!.nowMs) < APART_MS ? [] : ['hosts tell two times']),
    ]
    return { did: {}, wrong }
  },
  async judge(scene) {
    const edge = edges.get(scene)!
    const { asked } = scene.ledger
    const poolOf = new Map(
      asked.flatMap(({ heard, input }) =>
        heard.map(({ answer }) => [String(answer.value?.['bookingId']), input.poolId!] as const),
      ),
    )
    const of = (operation: Asked['operation'], pools: readonly string[]) =>
      asked
        .filter((one) => one.operation === operation)
        .filter(({ input }) =>
          pools.includes((input.poolId ?? poolOf.get(input.bookingId!) ?? '').split('.')[1] ?? ''),
        )
        .flatMap(({ heard }) => heard.slice(0, 1))
    const early = (what: string, heard: Heard[]) =>
      heard.filter(({ at }) => at < edge - TOLERANCE_MS).map(() => `${what} before its time`)
    const late = (what: string, heard: Heard[]) =>
      heard.filter(({ sentAt }) => sentAt > edge + TOLERANCE_MS).map(() => `${what} after its time`)
    const [opening, closing] = [of('seats.book', EDGES.opens_at), of('seats.book', EDGES.closes_at)]
    const ending = of('seats.cancel', EDGES.cancel_until)
    const said = (heard: Heard[], code: string) =>
      heard.filter(({ answer }) => (answer.code ?? 'OK') === code)
    if (said(opening, 'NOT_OPEN_YET').length === 0 || said(closing, 'CLOSED').length === 0)
      return ['the round showed no edge']
    return [
      ...early('booked', said(opening, 'OK')),
      ...late('NOT_OPEN_YET', said(opening, 'NOT_OPEN_YET')),
      ...late('booked', said(closing, 'OK')),
      ...early('CLOSED', said(closing, 'CLOSED')),
      ...late('given back', said(ending, 'OK')),
      ...early('TOO_LATE', said(ending, 'TOO_LATE')),
      ...(await bookedOutside(scene)),
    ]
  },
}

const off = (ms: number) => ({
  node: ['--require', path.join(__dirname, '../bent-clock.cjs')],
  environment: { FAULTS_CLOCK_MS: String(ms) },
})

/** Bookings that the tables say were made before their pool opened or after it closed. */
async function bookedOutside({ stage, database }: Scene): Promise<string[]> {
  const rows = await stage.asOwner<{ said: string }>(
    database,
    `select 'booked outside: ' || booking_id as said
     from changlai.booking join changlai.pool using (centre_id, pool_id)
     where booked_at < opens_at or booked_at >= closes_at or booked_at > now() + interval '1 second'`,
  )
  return rows.map(({ said }) => said)
}

async function read(url: string): Promise<string> {
  return (await fetch(url)).text()
}

/** Two hosts asked one after the other may say times so far apart. */
const APART_MS = 5_000

async function pageOf(url: string): Promise<{ shown: unknown; nowMs: number }> {
  const request = { operation: 'activities.get', input: { activityId: `${CENTRE}.a6` } }
  const response = await fetch(`${url}/call`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...request, client: '1.0.0' }),
  })
  const { value } = (await response.json()) as { value: { now: string; nowMs: number } }
  const { now: _, nowMs, ...shown } = value
  return { shown, nowMs }
}
