import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import type { Fault, Scene } from '../fault'

/**
 * No connection to be had: others have taken all that PostgreSQL gives; or those of the hosts all wait
 * for somebody who holds the pools locked.
 */
export const poolExhaustion: Fault = {
  name: 'pool-exhaustion',
  async strike(scene) {
    const { chance } = scene
    const atMs = chance.between(50, 500)
    const forMs = chance.between(1_500, 3_000)
    const how = chance.oneOf(['connections', 'locks'] as const)
    const taken = how === 'connections' ? await nearlyAll(scene) : []
    await wait(atMs)
    if (how === 'connections') await takeTheRest(scene, taken)
    else taken.push(await poolsLocked(scene))
    await wait(forMs)
    await Promise.all(taken.map((client) => client.end()))
    return { did: { atMs, forMs, how, ours: taken.length } }
  },
}

/** Left for the hosts, until they are needed too. */
const LEFT = 50
const AT_ONCE = 10

/** Takes connections as the superuser, until few are left. */
async function nearlyAll(scene: Scene): Promise<pg.Client[]> {
  const [row] = await scene.stage.asOwner<{ most: number }>(
    scene.database,
    `select current_setting('max_connections')::integer - count(*)::integer as most
     from pg_stat_activity where backend_type = 'client backend'`,
  )
  const taken: pg.Client[] = []
  while (taken.length < row!.most - LEFT)
    taken.push(...(await Promise.all(Array.from({ length: AT_ONCE }, () => connection(scene)))))
  return taken
}

/** Ends the hosts' connections and takes all that there are, so that they get none back. */
async function takeTheRest(scene: Scene, taken: pg.Client[]): Promise<void> {
  const [first] = taken
  for (let isFull = false; !isFull;) {
    await first!.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where usename = 'changlai_app' and datname = current_database()`,
    )
    const more = await Promise.allSettled(Array.from({ length: AT_ONCE }, () => connection(scene)))
    for (const one of more) {
      if (one.status === 'fulfilled') taken.push(one.value)
      else isFull = true
    }
  }
}

async function poolsLocked(scene: Scene): Promise<pg.Client> {
  const client = await connection(scene)
  await client.query('begin')
  await client.query('lock table changlai.pool in access exclusive mode')
  return client
}

async function connection({ stage, database }: Scene): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: stage.url(database) })
  client.on('error', () => {})
  await client.connect()
  return client
}
