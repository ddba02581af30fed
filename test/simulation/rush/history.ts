import { DAY, HOUR } from '../../../src/domain/time/instant'
import { Chance } from './chance'
import { Host, type HostOptions } from './host'
import { Network } from './network'
import { Phone } from './phone'
import { BEGIN, simulatePlatform } from './platform'
import { Scheduler } from './scheduler'
import { type Flaws, Server } from './server'
import { type Tally, Watch } from './watch'

/** What may be planted for a history; nothing where the code is as it is. */
export interface Plant {
  flaws?: Flaws
  bend?: HostOptions['bend']
}

export interface Told {
  seed: number
  steps: number
  trace: string
  tally: Tally
  /** What must never be, and what happened before it; null where all was well. */
  wrong: { what: string; story: string[] } | null
}

const CENTRE = 'example'
/** How long it may take until all is quiet, in simulated time. */
const QUIET_MS = 600_000

/**
 * One history of its seed, of so many steps and until all is quiet after them: some hosts, some phones,
 * some pools, in good weather or bad.
 */
export async function play(seed: number, steps: number, plant: Plant = {}): Promise<Told> {
  const chance = new Chance(seed)
  const scheduler = new Scheduler()
  const restore = simulatePlatform(scheduler, chance)
  const world = new World(scheduler, chance, plant)
  let wrong: Told['wrong'] = null
  try {
    await world.play(steps)
  } catch (error) {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error)
    wrong = { what, story: scheduler.story() }
  } finally {
    restore()
  }
  return { seed, steps: scheduler.steps, trace: scheduler.hash(), tally: world.watch.tally, wrong }
}

class World {
  readonly watch: Watch
  private readonly server: Server
  private readonly hosts: Host[]
  private readonly network: Network
  private readonly phones: Phone[]
  private isCalm = false

  constructor(
    private readonly scheduler: Scheduler,
    private readonly chance: Chance,
    plant: Plant,
  ) {
    // How fast the database and the way to it are, and how much goes wrong, differs from history to history.
    const usual = chance.one([0.3, 1, 4])
    const { flaws = { bent: new Set() }, bend = {} } = plant
    this.server = new Server(scheduler, chance, usual, flaws)
    const pools = this.addPools()
    const people = Array.from({ length: chance.whole(6, 24) }, (_, at) => `phone-${at}`)
    const families = this.addFamilies(people)
    this.watch = new Watch(scheduler, this.server)
    this.hosts = Array.from({ length: chance.whole(1, 3) }, (_, at) => {
      const works = at > 0 && chance.isIt(0.25) ? 'alone' : 'together'
      const options = { name: `host-${at}`, works, connections: chance.whole(2, 5), usual, bend }
      return new Host(options as HostOptions, scheduler, chance, this.server, this.watch)
    })
    const lost = chance.one([0, 0.01, 0.1, 0.3])
    const muddled = chance.one([0, 0, 0.2])
    const ways = { usual: chance.one([1, 5, 40]), lost, copied: lost, stuck: lost / 2, muddled }
    this.network = new Network(scheduler, chance, this.hosts, ways)
    const pace = chance.one([30, 200, 1_000])
    const { network, watch } = this
    this.phones = people.map(
      (subject, at) =>
        new Phone(...[subject, families[at]!, pools, pace, scheduler, chance, network, watch]),
    )
    this.weather(chance.one([100, 1_000, 20_000]))
  }

  private addPools(): string[] {
    const { chance, server } = this
    return Array.from({ length: chance.whole(1, 4) }, (_, at) => {
      const poolId = `${CENTRE}.pool${at}`
      // Some share time, and no two begin in the same moment.
      const startsAt = BEGIN + 8 * DAY + at * (HOUR / 2)
      const capacity = chance.isIt(0.3) ? chance.whole(10, 30) : chance.whole(1, 6)
      const opensAt = BEGIN + (chance.isIt(0.5) ? -DAY : chance.whole(0, 4_000))
      server.tables.addPool({
        ...{ centreId: CENTRE, poolId, title: `示例课${at}`, capacity, taken: 0 },
        ...{ opensAt, closesAt: startsAt, cancelUntil: startsAt - HOUR, startsAt },
        lessons: [{ startsAt, endsAt: startsAt + HOUR }],
        version: `laid out ${at}`,
      })
      return poolId
    })
  }

  /** Some have an elder, who has a phone as well and may be of several families. */
  private addFamilies(people: readonly string[]): string[][] {
    const { chance, server } = this
    const idOf = (at: number) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`
    let members = 0
    return people.map((subject, at) => {
      if (chance.isIt(0.4)) return []
      server.tables.addPerson(idOf(at), `local ${subject}`)
      const relatives = [100 + at, ...(chance.isIt(0.5) ? [99] : [])]
      return relatives.map((relative) => {
        if (!server.tables.turns.has(idOf(relative))) server.tables.addPerson(idOf(relative))
        const digits = String((members += 1)).replaceAll(
          /[0189]/g,
          (digit) => 'abcd'['0189'.indexOf(digit)]!,
        )
        const memberId = `m-${digits.padStart(16, 'a')}`
        const [holderId, personId] = [idOf(at), idOf(relative)]
        server.tables.addMember({ memberId, holderId, personId, birthDate: null })
        return memberId
      })
    })
  }

  /** Every now and then something goes wrong. */
  private weather(every: number): void {
    const { scheduler, chance, server, hosts, phones } = this
    scheduler.after(chance.delay(every), null, 'the weather changes', () => {
      if (this.isCalm) return
      const host = chance.one(hosts)
      const connections = host.connections()
      const faults: (() => void)[] = [
        () => host.crash(chance.delay(300)),
        () => chance.one(phones).kill(),
        () => chance.one(phones).kill(),
        () => connections.length > 0 && server.cut(chance.one(connections)),
        () => connections.length > 0 && server.cut(chance.one(connections)),
        () => void (server.pausedUntil = scheduler.now + chance.delay(1_000)),
        () => server.isUp && chance.isIt(0.5) && server.crash(chance.delay(500)),
        () => {
          const ear = connections.find(({ listens, isDeaf }) => listens && !isDeaf)
          if (!ear) return
          ear.isDeaf = true
          scheduler.after(chance.delay(3_000), null, 'a deaf connection is found out', () =>
            server.cut(ear),
          )
        },
      ]
      chance.one(faults)()
      this.weather(every)
    })
  }

  async play(steps: number): Promise<void> {
    const { scheduler, phones, network, watch } = this
    for (const host of this.hosts) host.start()
    await scheduler.until(() => scheduler.steps >= steps)
    this.isCalm = true
    network.isCalm = true
    for (const phone of phones) phone.isCalm = true
    const unanswered = () => phones.flatMap((phone) => phone.unanswered())
    const quietAt = scheduler.now + QUIET_MS
    const isQuiet = () => scheduler.now > quietAt || unanswered().length === 0
    // To ask every phone at each step would take longer than the step.
    await scheduler.until(() => scheduler.steps % 200 === 0 && isQuiet())
    // What is still on its way arrives.
    const later = scheduler.now + 60_000
    await scheduler.until(() => scheduler.now > later)
    watch.end(unanswered())
    await scheduler.until(() => true)
  }
}
