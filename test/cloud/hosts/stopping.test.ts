import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { builtProgram, fromSource } from '../../support/built-programs'
import { type TestDatabase, WAITING, asOwner, testDatabase } from '../../support/database'
import { eventually } from '../../support/eventually'
import { type HostProcess, startHost } from '../../support/host-process'
import { intent } from '../black-box/booking-behaviour'
import type { Answer } from '../black-box/door'
import { POOLS, writeProgramme } from '../black-box/programme'

async function call(host: HostProcess, as: string, operation: string, input: object) {
  const response = await fetch(`${host.url}/call`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-local-persona': as },
    body: JSON.stringify({ operation, input, requestId: intent() }),
  })
  return (await response.json()) as Answer
}

describe('SIGTERM', () => {
  let database: TestDatabase
  let host: HostProcess

  beforeEach(async () => {
    database = await testDatabase()
    await writeProgramme(database.store.pool)
    host = await startHost(builtProgram('local-host'), {
      DATABASE_URL: database.appUrl,
      SEED: 'none',
    })
  })
  afterEach(async () => {
    await host.end('SIGKILL')
    await database.drop()
  })

  /** Keeps the pool's row to itself, so that a booking has to wait. */
  async function holdPool() {
    const holder = await database.store.pool.connect()
    await holder.query('begin')
    await holder.query('select 1 from changlai.pool where pool_id = $1 for update', [POOLS.roomy])
    return async () => {
      await holder.query('commit')
      holder.release()
    }
  }

  const bookingWaits = () =>
    eventually(
      () => asOwner(database, WAITING),
      (waiting) => waiting.length > 0,
    )
  /** It has heard of its end. */
  const hostLetsNobodyIn = () =>
    eventually(
      () =>
        fetch(`${host.url}/healthz`).then(
          () => false,
          () => true,
        ),
      (isShut) => isShut,
    )

  test('during a booking lets it end, answers it, and ends with 0', async () => {
    const letGo = await holdPool()
    const booking = call(host, 'resident', 'seats.book', { poolId: POOLS.roomy })
    await bookingWaits()
    const ended = host.end()
    await hostLetsNobodyIn()
    await letGo()
    expect(await booking).toMatchObject({ ok: true, value: { status: 'booked' } })
    expect(await ended).toEqual({ code: 0, signal: null })
    const { rows } = await database.store.pool.query(
      'select taken from changlai.pool where pool_id = $1',
      [POOLS.roomy],
    )
    expect(rows).toEqual([{ taken: 1 }])
    expect(host.output()).toContain('"msg":"stopped"')
  })

  test('a second time ends the host at once', async () => {
    const letGo = await holdPool()
    const booking = call(host, 'resident', 'seats.book', { poolId: POOLS.roomy }).catch(() => null)
    await bookingWaits()
    void host.end()
    await hostLetsNobodyIn()
    expect(await host.end()).toEqual({ code: 1, signal: null })
    await letGo()
    expect(await booking).toBeNull()
  })
})

test('a SIGTERM that npm keeps to itself reaches the host by the loss of its parent', async () => {
  const database = await testDatabase()
  const npm = spawn(
    'sh',
    ['-c', `"${process.execPath}" ${fromSource('local-host').join(' ')}; echo the shell goes on`],
    {
      cwd: path.resolve(__dirname, '../../..'),
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...process.env,
        npm_lifecycle_event: 'cloud',
        PORT: '0',
        SEED: 'none',
        DATABASE_URL: database.appUrl,
      },
    },
  )
  let written = ''
  npm.stdout.setEncoding('utf8').on('data', (text: string) => (written += text))
  const hostIsGone = new Promise((resolve) => npm.stdout.on('close', resolve))
  while (!written.includes('listening ')) await new Promise((resolve) => setTimeout(resolve, 20))
  npm.kill('SIGTERM')
  await hostIsGone
  expect(written).toContain('"msg":"stopped"')
  expect(written).not.toContain('the shell goes on')
  await database.drop()
})

test('kill -9 in the middle of many bookings loses none that was acknowledged', async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'changlai-host-'))
  // Where the server's own user, if it needs one, can reach it.
  chmodSync(dataDir, 0o755)
  const environment = { DATA_DIR: dataDir, SEED: 'demo', LOG_LEVEL: 'warn' }
  let host = await startHost(builtProgram('local-host'), environment)
  try {
    const poolId = await roomyPool(host)
    const acknowledged = new Map<string, unknown>()
    const booked = Array.from({ length: 40 }, async (_, number) => {
      const person = `person-${number}`
      const answer = await call(host, person, 'seats.book', { poolId }).catch(() => null)
      if (answer?.ok) acknowledged.set(person, answer.value!['bookingId'])
    })
    while (acknowledged.size < 5) await new Promise((resolve) => setTimeout(resolve, 1))
    await host.end('SIGKILL')
    await Promise.all(booked)

    host = await startHost(builtProgram('local-host'), environment)
    for (const [person, bookingId] of acknowledged) {
      const mine = await call(host, person, 'seats.mine', {})
      expect(mine.value!['bookings']).toMatchObject([{ bookingId, status: 'booked' }])
    }
    expect(await host.end()).toEqual({ code: 0, signal: null })
  } finally {
    await host.end('SIGKILL')
    rmSync(dataDir, { recursive: true, force: true })
  }
}, 120_000)

/** An open pool of the demo programme with many seats left. */
async function roomyPool(host: HostProcess): Promise<string> {
  const listed = await call(host, 'resident', 'activities.list', { centreId: 'nongye' })
  const activities = listed.value!['activities'] as {
    pool: { poolId: string; capacity: number; taken: number; state: string } | null
  }[]
  const open = activities.flatMap(({ pool }) => (pool?.state === 'open' ? [pool] : []))
  return open.sort((a, b) => b.capacity - b.taken - (a.capacity - a.taken))[0]!.poolId
}
