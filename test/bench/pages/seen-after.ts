import { setTimeout as wait } from 'node:timers/promises'
import { Connection } from '../rush/connection'
import { type Morning, openidOf, poolKey, requestOf } from '../rush/morning'
import { round } from '../rush/say'
import { look } from './look'

export interface Seen {
  /** How many looked as soon as they had booked, and how many of them saw it. */
  ownLooks: number
  ownAtOnce: number
  /** After how long at most somebody else saw it, in ms. */
  othersMsMax: number
}

const BOOKERS = 20
/** The pool in the least favour, so that it has seats. */
const POOL_FROM_END = 1

/**
 * Has people book one after another while a crowd looks: every other one looks at once, of the rest
 * somebody else watches when the page shows it.
 */
export async function seenAfter(
  url: string,
  morning: Morning,
  pageOf: (looker: number) => string,
): Promise<Seen> {
  const pool = morning.pools - POOL_FROM_END
  const { hostname, port } = new URL(url)
  const connection = () => new Connection(hostname, Number(port), '/call')
  const [bookers, watchers] = [connection(), connection()]
  const page = JSON.stringify({
    ...(JSON.parse(pageOf(0)) as object),
    input: { activityId: poolKey(pool).replace('.p', '.a') },
  })
  const takenFor = async (on: Connection, openid: string) => {
    const { value } = JSON.parse((await on.post(openid, page)).body) as {
      value: { pools: { taken: number }[] }
    }
    return value.pools[0]!.taken
  }
  const crowd = look(url, morning.contenders, 20_000, pageOf)
  const before = await takenFor(watchers, 'watcher')
  let [ownLooks, ownAtOnce] = [0, 0]
  let othersMsMax = 0
  for (let booker = 0; booker < BOOKERS; booker += 1) {
    const openid = openidOf(booker)
    const { body } = await bookers.post(openid, requestOf(morning, booker, pool))
    const at = performance.now()
    if (!body.startsWith('{"ok":true')) throw new Error(body)
    const own = booker % 2 === 0
    if (own) {
      ownLooks += 1
      if ((await takenFor(bookers, openid)) === before + booker + 1) ownAtOnce += 1
      continue
    }
    while ((await takenFor(watchers, `watcher-${booker}`)) < before + booker + 1) await wait(20)
    othersMsMax = Math.max(othersMsMax, performance.now() - at)
  }
  await crowd
  bookers.end()
  watchers.end()
  return { ownLooks, ownAtOnce, othersMsMax: round(othersMsMax) }
}
