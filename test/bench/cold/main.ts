/**
 * How soon a cold cloud function answers: from the start of its process to its first answer, the days of a
 * centre out of a real PostgreSQL, loaded and invoked as the platform does it. Beside it in turn run an
 * empty process, which no function can undercut, and the same sources not bundled. Medians; only the
 * ratios of one run count, for the machine may have other work.
 */
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { openStore } from '../../../src/cloud/store'
import { APPLICATION_ROLE, applicationPassword } from '../../../src/cloud/store/connection'
import { startEmbeddedServer } from '../../../src/cloud/store/embedded'
import { ensureDatabase } from '../../../src/cloud/store/embedded/ensure-database'
import { currentCloudBundles } from '../../support/cloud-bundles'
import { startNode } from '../../support/host-process'
import { silentLog } from '../../support/silent-log'
import { CITIES, centreKey } from '../growth/city'
import { layOut } from '../growth/lay-out'
import { writeUnbundled } from './unbundled'

const ROOT = path.resolve(__dirname, '../../..')
const BUNDLED = path.join(ROOT, 'dist/cloud/api/index.js')
const WARM = 2
const ROUNDS = 15

const EVENT = {
  operation: 'calendar.list',
  input: { centreId: centreKey(0), from: '2026-11-22', to: '2026-12-22' },
  client: '1.0.0',
}

const say = (line: string) => process.stdout.write(`${line}\n`)
const bytesOf = (file: string) => statSync(path.join(ROOT, file)).size

/** From before the process is started to when its answer is read, in ms. */
async function firstAnswer(environment: Record<string, string>): Promise<number> {
  const from = performance.now()
  const instance = startNode([path.join(__dirname, 'first-answer.cjs')], environment)
  const answered = new Promise<number>((resolve, reject) => {
    // The function writes its log to the same output.
    instance.child.stdout!.on('data', () => {
      if (/^\{"ok":true/m.test(instance.output())) resolve(performance.now() - from)
      if (/^\{"ok":false/m.test(instance.output())) reject(new Error(instance.output()))
    })
    instance.child.on('close', () => reject(new Error(`No answer: ${instance.output()}`)))
  })
  try {
    return await answered
  } finally {
    await instance.end('SIGKILL')
  }
}

async function measure(runs: Record<string, Record<string, string>>) {
  const times: Record<string, number[]> = {}
  for (let round = 0; round < WARM + ROUNDS; round += 1) {
    for (const [name, environment] of Object.entries(runs)) {
      const ms = await firstAnswer(environment)
      if (round >= WARM) (times[name] ??= []).push(ms)
    }
  }
  const medians = Object.entries(times).map(([name, all]) => {
    all.sort((a, b) => a - b)
    const ms = all[Math.floor(all.length / 2)]!
    say(
      JSON.stringify({ run: name, first_answer_ms: Math.round(ms), best_ms: Math.round(all[0]!) }),
    )
    return [name, ms]
  })
  return Object.fromEntries(medians) as Record<string, number>
}

/** A small centre, on a server that the function reaches as changlai_app. */
async function laidOut(dataDir: string) {
  const server = await startEmbeddedServer({ dataDir, log: silentLog })
  const owner = await ensureDatabase(server.address, 'cold')
  const { user, password, host, port } = server.address
  const url = `postgresql://${user}:${password}@${encodeURIComponent(host)}:${port}/cold`
  await (await openStore({ databaseUrl: url, log: silentLog })).close()
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await layOut(client, CITIES[0]!)
  await client.end()
  const environment = {
    ...{ PGHOST: host, PGPORT: String(port), PGDATABASE: 'cold' },
    ...{ PGUSER: APPLICATION_ROLE, PGPASSWORD: applicationPassword(owner)! },
  }
  return { server, environment }
}

async function main(): Promise<void> {
  await currentCloudBundles()
  const bytes = {
    api: bytesOf('dist/cloud/api/index.js'),
    clock: bytesOf('dist/cloud/clock/index.js'),
  }
  say(JSON.stringify({ bytes }))
  // Inside the project, so that packages that few calls need are found as they are where they are installed.
  mkdirSync(path.join(ROOT, '.artifacts'), { recursive: true })
  const tree = mkdtempSync(path.join(ROOT, '.artifacts/unbundled-'))
  const directory = mkdtempSync(path.join(tmpdir(), 'changlai-cold-'))
  const { server, environment } = await laidOut(directory)
  try {
    const asked = { ...environment, EVENT: JSON.stringify(EVENT) }
    const medians = await measure({
      'empty process': {},
      bundled: { ...asked, FUNCTION: BUNDLED },
      unbundled: { ...asked, FUNCTION: writeUnbundled(tree) },
    })
    const { bundled, unbundled, 'empty process': empty } = medians
    const facts = {
      bytes: bytes.api,
      first_answer_ms: Math.round(bundled!),
      ratio_to_empty: (bundled! / empty!).toFixed(2),
      ratio_to_unbundled: (bundled! / unbundled!).toFixed(2),
    }
    say(
      `cold ${Object.entries(facts)
        .map(([name, value]) => `${name}=${value}`)
        .join(' ')}`,
    )
  } finally {
    await server.close()
    rmSync(directory, { recursive: true, force: true })
    rmSync(tree, { recursive: true, force: true })
  }
}

void main()
