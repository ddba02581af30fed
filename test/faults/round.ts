import { type Person, castOf } from './cast'
import { chanceOf } from './chance'
import type { Fault, Scene, Struck } from './fault'
import { type Host, startContainer, whenWhole } from './hosts'
import { Ledger } from './ledger'
import { proxyBefore } from './proxy'
import { type Reckoned, reckon } from './reckoning'
import { rush } from './rush'
import type { Stage } from './stage'

/** A round that is over. */
export interface Round extends Reckoned {
  fault: string
  round: number
  did: Record<string, unknown>
  /** How long until every host was well again, after the harm was over. */
  wholeAfterMs: number
  longestMs: number
}

/** What may be done to the truth between the rush and the reckoning, to see that it is found out. */
export type Meddle = (scene: Scene, cast: readonly Person[]) => Promise<void>

/**
 * One round: a copy of the morning, two container hosts, a crowd, and the fault in the midst of it;
 * then everything is asked again and compared with the database.
 */
export async function playRound(
  stage: Stage,
  fault: Fault,
  { round, seed, meddle }: { round: number; seed: number; meddle?: Meddle },
): Promise<Round> {
  const roundSeed = seed * 1_000 + round
  const chance = chanceOf(roundSeed * 31 + fault.name.length)
  const database = await stage.copy()
  const proxy = await proxyBefore(stage.server.address)
  const databaseUrl = fault.proxied ? proxy.url(database) : stage.url(database)
  const wishes = fault.hosts?.(chance) ?? [{}, {}]
  const startLike = (index: number) => startContainer(databaseUrl, wishes[index])
  const hosts: Host[] = await Promise.all([startLike(0), startLike(1)])
  try {
    const ledger = new Ledger()
    let letIn = () => {}
    const areLetIn = new Promise<void>((resolve) => (letIn = resolve))
    const scene: Scene = {
      ...{ stage, database, hosts, startLike, proxy, ledger, chance },
      ...{ rushOver: Promise.resolve(), letIn },
    }
    await fault.prepare?.(scene)
    const cast = castOf(roundSeed, fault)
    const name = `${fault.name}-${seed}-${round}`
    const urls = () => hosts.map(({ url }) => url)
    const mayCome = async (person: Person) => {
      if (fault.comesLater?.(person)) await areLetIn
    }
    scene.rushOver = rush({ cast, urls, round: name, mayCome }, ledger)
    const [struck] = await Promise.all([fault.strike(scene), scene.rushOver])
    const { did, wrong = [] }: Struck = struck
    const wholeAfterMs = await whenWhole(hosts)
    await meddle?.(scene, cast)
    const reckoned = await reckon(scene, cast)
    const judged = (await fault.judge?.(scene)) ?? []
    return {
      ...{ fault: fault.name, round, did, wholeAfterMs, longestMs: ledger.longestMs() },
      ...reckoned,
      wrong: [...wrong, ...judged, ...ledger.malformed, ...reckoned.wrong],
    }
  } finally {
    await Promise.all(hosts.map((host) => host.end()))
    await proxy.end()
    await stage.drop(database)
  }
}
