import type { Person } from './cast'
import type { Chance } from './chance'
import type { Host, HostWish } from './hosts'
import type { Ledger } from './ledger'
import type { Proxy } from './proxy'
import type { Stage } from './stage'

/** One round as a fault finds it: two hosts on a database, and a crowd that is on its way. */
export interface Scene {
  stage: Stage
  /** The database of the round. */
  database: string
  /** Two; one that was killed is replaced. */
  hosts: Host[]
  /** Starts another host like the one at this place. */
  startLike: (index: number) => Promise<Host>
  /** Between hosts and PostgreSQL, where the fault wants one. */
  proxy: Proxy
  ledger: Ledger
  chance: Chance
  /** Resolves when everybody has done what they came for. */
  rushOver: Promise<void>
  /** Lets those come whom the fault has come later. */
  letIn: () => void
}

export interface Struck {
  /** What was done, and when. */
  did: Record<string, unknown>
  /** What should not have been, in words. */
  wrong?: string[]
}

export interface Fault {
  name: string
  /** Whether the hosts reach PostgreSQL through the proxy. */
  proxied?: boolean
  /** Whether the server lies on a small file system, where that can be. */
  onSmallDisk?: boolean
  /** How many of the crowd hang up, the first time. */
  vanishing?: number
  /** Within how many milliseconds everybody comes, where it is another time than usual. */
  spanMs?: number
  /** Who comes no sooner than the strike lets them in. */
  comesLater?(person: Person): boolean
  /** How each of the two hosts is started. */
  hosts?(chance: Chance): [HostWish, HostWish]
  /** Before the crowd comes. */
  prepare?(scene: Scene): Promise<void>
  /** Does its harm while the crowd comes, and takes it away again. */
  strike(scene: Scene): Promise<Struck>
  /** Looks at what was heard, when everything is whole again; gives what should not have been. */
  judge?(scene: Scene): Promise<string[]>
}
