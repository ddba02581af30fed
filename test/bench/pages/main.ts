/**
 * The pages that everybody opens at ten (docs/decisions/0041): the week of a centre and the page of one
 * of its courses, asked for by two thousand people at once. On a real PostgreSQL, the real container host
 * over HTTP, beside the same host without its memory of what everybody is shown alike. Then, while a
 * crowd looks, twenty people book: after how long others see it, and whether they themselves see it at
 * once. Only ratios of one run count. Ends with 1 where somebody did not, or others saw it too late.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SHOWN_FOR_MS } from '../../../src/cloud/shared-answers/shared-answers'
import { startEmbeddedServer } from '../../../src/cloud/store/embedded'
import { addDays, dateOf } from '../../../src/domain/time/date'
import { currentCloudBundles } from '../../support/cloud-bundles'
import { silentLog } from '../../support/silent-log'
import { databaseOf } from '../rush/database'
import { type Morning, CENTRE, wantedPool } from '../rush/morning'
import { round, sayRun } from '../rush/say'
import { CONTAINER, type Server, startServer, tsx } from '../rush/servers'
import { type Looks, look } from './look'
import { seenAfter } from './seen-after'

const MORNING: Morning = { contenders: 2_000, seats: 1_600, pools: 40, zipf: 1, seed: 1 }
const LOOKS = 15_000
const LOOKS_WITHOUT = 2_000
/** The courses are laid out to begin in a month (test/bench/rush/lay-out.ts). */
const DAYS_AHEAD = 30

type Page = 'activities.get' | 'calendar.list'

function requestsOf(page: Page): (looker: number) => string {
  const wanted = wantedPool(MORNING)
  const from = addDays(dateOf(Date.now()), DAYS_AHEAD)
  const input = (looker: number) =>
    page === 'activities.get'
      ? { activityId: `${CENTRE}.a${wanted(looker)}` }
      : { centreId: CENTRE, from, to: addDays(from, 6) }
  return (looker) => JSON.stringify({ operation: page, input: input(looker), client: '1.0.0' })
}

/** Each page once to warm up, then as often as is said. */
async function lookAt(server: Server, looks: number): Promise<Record<Page, Looks>> {
  const all = {} as Record<Page, Looks>
  for (const page of ['activities.get', 'calendar.list'] as const) {
    await look(server.url, MORNING.contenders, 500, requestsOf(page))
    all[page] = await look(server.url, MORNING.contenders, looks, requestsOf(page))
  }
  return all
}

async function main(): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'changlai-pages-'))
  const database = await startEmbeddedServer({ dataDir: directory, log: silentLog })
  try {
    await currentCloudBundles()
    const { url, store } = await databaseOf(database, 'pages', MORNING)
    await store.close()
    const environment = { DATABASE_URL: url, NODE_ENV: 'production' }
    const start = (args: string[], name: string) =>
      startServer(args, join(directory, name), environment)

    const forgetful = await start(tsx('../pages/forgetful-host.ts'), 'forgetful')
    const without = await lookAt(forgetful, LOOKS_WITHOUT)
    await forgetful.end()
    const container = await start(CONTAINER, 'container')
    const shared = await lookAt(container, LOOKS)
    const seen = await seenAfter(container.url, MORNING, requestsOf('activities.get'))
    await container.end()

    const ratios: Record<string, number> = {}
    for (const page of ['activities.get', 'calendar.list'] as const) {
      sayRun(`${page}, each asked for`, { ...without[page] })
      sayRun(`${page}, shared`, { ...shared[page] })
      ratios[page] = round(shared[page].perSecond / without[page].perSecond, 1)
    }
    sayRun('seen', { ...seen })
    const isTrue = seen.ownAtOnce === seen.ownLooks && seen.othersMsMax <= 2 * SHOWN_FOR_MS
    if (!isTrue) process.exitCode = 1
    process.stdout.write(
      `pages activity_per_s=${shared['activities.get'].perSecond} ` +
        `ratio_activity=${ratios['activities.get']} ratio_calendar=${ratios['calendar.list']} ` +
        `own_at_once=${seen.ownAtOnce}/${seen.ownLooks} others_ms_max=${seen.othersMsMax}\n`,
    )
  } finally {
    await database.close()
    rmSync(directory, { recursive: true, force: true })
  }
}

void main()
