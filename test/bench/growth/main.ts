/**
 * Whether an answer costs more in a larger city: what residents ask most, in cities of 1,000 to
 * 1,000,000 bookings, on a real PostgreSQL and below HTTP, so that it is the database's growth that is
 * seen. The same calls go to all sizes in turn and get answers of the same size: each operation in ten
 * ways, three rounds to warm up and 24 that count, of each way the time a quarter of the way up. Says
 * that and the pages that the database touched, and at last how many times the largest costs the
 * smallest. Ends with 1 where that is more than 1.5.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { openStore } from '../../../src/cloud/store'
import { type EmbeddedServer, startEmbeddedServer } from '../../../src/cloud/store/embedded'
import { ensureDatabase } from '../../../src/cloud/store/embedded/ensure-database'
import { silentLog } from '../../support/silent-log'
import { MEASURED } from './calls'
import { CITIES, type City, activitiesOf, bookingsOf, peopleOf } from './city'
import { layOut } from './lay-out'
import { type Town, costsOf, townOf } from './measure'

const WARM = 3
const ROUNDS = 24
const MOST_TIMES = 1.5

const say = (line: string) => process.stdout.write(`${line}\n`)
const round = (value: number, digits: number) => Number(value.toFixed(digits))

/** A database of its own for a city, with the statistics that PostgreSQL gathers within a minute. */
async function built({ address }: EmbeddedServer, city: City): Promise<Town> {
  const began = performance.now()
  const name = `growth_${city.name}`
  await ensureDatabase(address, name)
  const { user, password, host, port } = address
  const url = `postgresql://${user}:${password}@${encodeURIComponent(host)}:${port}/${name}`
  const migrated = await openStore({ databaseUrl: url, log: silentLog })
  await migrated.close()
  const owner = new pg.Client({ connectionString: url })
  await owner.connect()
  await layOut(owner, city)
  const { rows } = await owner.query<{ mb: number }>(
    'select pg_database_size(current_database()) / 1048576 as mb',
  )
  await owner.end()
  const facts = {
    ...{ size: city.name, centres: city.centres, activities: activitiesOf(city) },
    ...{ people: peopleOf(city), bookings: bookingsOf(city), megabytes: Number(rows[0]!.mb) },
    laidOutInS: round((performance.now() - began) / 1000, 1),
  }
  say(JSON.stringify(facts))
  return townOf(city, url)
}

async function measureAll(towns: readonly Town[]): Promise<void> {
  const last: string[] = []
  for (const operation of MEASURED) {
    const costs = await costsOf(towns, operation, { warm: WARM, rounds: ROUNDS })
    const [first] = costs as [(typeof costs)[number]]
    for (const [index, { ms, pages }] of costs.entries()) {
      const facts = { operation, size: towns[index]!.city.name, ms: round(ms, 3), pages }
      const ratios = { ratio: round(ms / first.ms, 2), pagesRatio: round(pages / first.pages, 2) }
      say(JSON.stringify({ ...facts, ...ratios }))
    }
    const times = costs.at(-1)!.ms / first.ms
    last.push(`${operation.replace('.', '_')}=${times.toFixed(2)}`)
    if (times > MOST_TIMES) process.exitCode = 1
  }
  say(`growth ${last.join(' ')}`)
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { cities: { type: 'string', default: '4' } } })
  const directory = mkdtempSync(join(tmpdir(), 'changlai-growth-'))
  const server = await startEmbeddedServer({ dataDir: directory, log: silentLog })
  const towns: Town[] = []
  try {
    for (const city of CITIES.slice(0, Number(values.cities))) towns.push(await built(server, city))
    await measureAll(towns)
    for (const town of towns) await town.close()
  } finally {
    await server.close()
    rmSync(directory, { recursive: true, force: true })
  }
}

void main()
