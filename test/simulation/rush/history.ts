import { DAY, HOUR, MINUTE } from '../../../src/domain/time/instant'
import { Chance } from './chance'
import { type Bend, Host, type HostOptions } from './host'
import { Network } from './network'
import { NO_LIST, type ActivityRow } from './model/tables'
import { type Holder, Phone, type Scene } from './phone'
import { BEGIN, simulatePlatform } from './platform'
import { Scheduler } from './scheduler'
import { type Flaws, Server } from './server'
import { type Tally, Watch } from './watch/watch'

/** What may be planted for a history; nothing where the code is as it is. */
export interface Plant {
  flaws?: Flaws
  bend?: Bend
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
/** As long as it takes until each host has looked through the lists. */
const PASSED_ON_MS = 12 * MINUTE

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
  private readonly scene: Scene
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
    const [hasLists, hasLimits, slows] = [chance.isIt(0.6), chance.isIt(0.5), chance.isIt(0.3)]
    const { entries } = this.server.tables
    this.scene = {
      ...{ pools: this.addPools(hasLists, hasLimits), hasLists, tapsMany: hasLimits, awayUntil: 0 },
      entryState: (entryId) => entries.get(entryId)?.state ?? null,
    }
    const people = Array.from(
      { length: hasLists ? chance.whole(5, 12) : chance.whole(6, 24) },
      (_, at) => `phone-${at}`,
    )
    const families = this.addFamilies(people)
    this.watch = new Watch(scheduler, this.server)
    this.hosts = Array.from({ length: chance.whole(1, 3) }, (_, at) => {
      const works = at > 0 && chance.isIt(0.25) ? 'alone' : 'together'
      const connections = chance.whole(2, 5)
      const options = { name: `host-${at}`, works, connections, usual, slows, bend }
      return new Host(options as HostOptions, scheduler, chance, this.server, this.watch)
    })
    const lost = chance.one([0, 0.01, 0.1, 0.3])
    const muddled = chance.one([0, 0, 0.2])
    const ways = { usual: chance.one([1, 5, 40]), lost, copied: lost, stuck: lost / 2, muddled }
    this.network = new Network(scheduler, chance, this.hosts, ways)
    const usualPace = chance.one([30, 200, 1_000])
    const { network, watch, scene } = this
    this.phones = people.map((subject, at) => {
      // Of those who are slowed some are scripts, and the others go at the pace of hands.
      const isScript = slows && chance.isIt(0.2)
      const pace = isScript ? 20 : slows ? 2_000 : usualPace
      const holder: Holder = { subject, family: families[at]!, pace, isScript }
      return new Phone(holder, scene, scheduler, chance, network, watch)
    })
    this.weather(chance.one([100, 1_000, 20_000]))
    if (hasLists && chance.isIt(0.6)) this.rest(usualPace)
  }

  private addPools(hasLists: boolean, hasLimits: boolean): string[] {
    const { chance, server } = this
    server.tables.coursesPerTerm = hasLimits && chance.isIt(0.5) ? chance.whole(1, 2) : null
    // Some offers end within half an hour, others in the evening; some lists end themselves.
    const inMs = hasLists ? chance.one([2 * HOUR, 4 * HOUR, 8 * DAY]) : 8 * DAY
    const pools = hasLimits ? chance.whole(3, 6) : chance.whole(1, hasLists ? 2 : 4)
    return Array.from({ length: pools }, (_, at) => {
      const of = hasLimits ? Math.floor(at / 2) : at
      const poolId = `${CENTRE}.pool${at}`
      // Some share time, and no two begin in the same moment; one is of the next term.
      const term = hasLimits && at === 5 ? 90 * DAY : 0
      const startsAt = BEGIN + inMs + term + at * (HOUR / 2)
      // Whoever waits for one may get a seat in another.
      const isLarge = hasLists && hasLimits ? at % 2 === 1 : chance.isIt(hasLists ? 0.1 : 0.3)
      const capacity = isLarge ? chance.whole(10, 30) : chance.whole(1, hasLists ? 3 : 6)
      const opensAt = BEGIN + (chance.isIt(0.5) ? -DAY : chance.whole(0, 4_000))
      server.tables.addPool({
        ...{ centreId: CENTRE, poolId, title: `示例课${of}`, capacity, taken: 0 },
        ...{ opensAt, closesAt: startsAt, cancelUntil: startsAt - HOUR, startsAt },
        ...{ activity: this.activityOf(of, hasLimits), ...NO_LIST },
        lessons: [{ startsAt, endsAt: startsAt + HOUR }],
        version: `laid out ${at}`,
      })
      return poolId
    })
  }

  /** Two pools each are of one activity; the first four are parallel classes, two by two. */
  private activityOf(of: number, hasLimits: boolean): ActivityRow {
    return {
      activityId: `${CENTRE}.activity${of}`,
      parallelGroup: hasLimits && of < 2 ? '示例班' : null,
      seatsPerTerm: hasLimits && of > 0 ? 1 : null,
      wholeTerm: hasLimits,
    }
  }

  /** Every now and then nobody does anything for some time: offers lapse, and lists end. */
  private rest(pace: number): void {
    const { scheduler, chance, scene } = this
    scheduler.after(2_000 + chance.delay(pace * 20), null, 'everybody rests', () => {
      if (this.isCalm) return
      scene.awayUntil = scheduler.now + chance.whole(10, 60) * MINUTE
      const wait = scene.awayUntil - scheduler.now
      scheduler.after(wait, null, 'everybody has rested', () => this.rest(pace))
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
      const away = this.scene.awayUntil - scheduler.now
      if (away > 0) {
        scheduler.after(away, null, 'the weather goes on', () => this.weather(every))
        return
      }
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
    for (const host of this.hosts) host.isCalm = true
    for (const phone of phones) phone.isCalm = true
    const unanswered = () => phones.flatMap((phone) => phone.unanswered())
    const quietAt = Math.max(scheduler.now, this.scene.awayUntil) + QUIET_MS
    const isQuiet = () => scheduler.now > quietAt || unanswered().length === 0
    // To ask every phone at each step would take longer than the step.
    await scheduler.until(() => scheduler.steps % 200 === 0 && isQuiet())
    // What is still on its way arrives.
    const later = scheduler.now + (this.scene.hasLists ? PASSED_ON_MS : MINUTE)
    await scheduler.until(() => scheduler.now > later)
    watch.end(unanswered())
    await scheduler.until(() => true)
  }
}
