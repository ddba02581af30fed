import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { openStore } from '@/cloud/store'
import { runningPostmaster } from '@/cloud/store/embedded/postmaster-file'
import { eventually } from '../../support/eventually'
import { silentLog } from '../../support/silent-log'
import { type StoreProcess, makeCheckout, startStoreProcess } from '../../support/store-process'

jest.setTimeout(60_000)

/** Hosts and the server they share, each ended in every way that happens. */
describe('the embedded server', () => {
  let directory: string
  let host: string
  let dataDir: string
  let cluster: string
  let hosts: StoreProcess[] = []

  beforeAll(() => {
    directory = mkdtempSync(path.join(tmpdir(), 'changlai-crash-'))
    chmodSync(directory, 0o755)
    host = makeCheckout(directory)
  })
  beforeEach(() => {
    useData('data')
    hosts = []
  })
  afterEach(async () => {
    await Promise.all(hosts.map((each) => each.end('SIGKILL')))
    const postmaster = runningPostmaster(cluster)
    if (postmaster !== null) process.kill(postmaster, 'SIGQUIT')
    while (runningPostmaster(cluster) !== null) await wait(20)
  })
  afterAll(() => rmSync(directory, { recursive: true, force: true }))

  /** All tests go on with one directory, as its owner would, unless one needs a new one. */
  const useData = (name: string) => {
    dataDir = path.join(directory, name)
    cluster = path.join(dataDir, 'postgresql', 'data')
  }
  const start = () => {
    const started = startStoreProcess(host, dataDir)
    hosts.push(started)
    return started
  }
  const startReady = async () => {
    const started = start()
    await started.ready
    return started
  }
  const postmaster = () => {
    const pid = runningPostmaster(cluster)
    if (pid === null) throw new Error('no server runs')
    return pid
  }
  /** Servers of the cluster, by their numbers. */
  const serversNow = () => {
    const rows = String(execFileSync('ps', ['-eo', 'pid=,ppid=,args=']))
      .split('\n')
      .filter((row) => row.includes(`postgres -D ${cluster}`))
      .map((row) => row.trim().split(/\s+/, 2).map(Number))
    const pids = rows.map(([pid]) => pid)
    // A server's child has its name for a moment.
    return rows.filter(([, parent]) => !pids.includes(parent)).map(([pid]) => pid)
  }
  /** Others that were launched too end soon, and leave the one its file. */
  const oneServerWithItsFile = () =>
    eventually(
      () => ({ servers: serversNow(), byFile: runningPostmaster(cluster) }),
      ({ servers, byFile }) => servers.length === 1 && servers[0] === byFile,
    )
  /** Waits until a server runs that is not the one which was killed. */
  const anotherServerThan = async (killed: number) => {
    const running = () => runningPostmaster(cluster)
    while (running() === null || running() === killed) await wait(10)
  }
  /** Every row that was acknowledged to any host is there, on a host that starts now. */
  const expectAllRows = async () => {
    const keys = hosts.flatMap(({ acknowledged }) => acknowledged)
    expect(keys.length).toBeGreaterThan(0)
    const store = await openStore({ dataDir, log: silentLog })
    const { rows } = await store.pool.query(
      `select k as missing from unnest($1::uuid[]) k
       where not exists (select from changlai.person where person_id = k)`,
      [keys],
    )
    await store.close()
    expect(rows).toEqual([])
  }

  it('outlives a host that is killed, and the next host adopts it', async () => {
    const first = await startReady()
    await first.writesMore(50)
    const server = postmaster()
    await first.end('SIGKILL')
    const second = await startReady()
    await second.writesMore(50)
    expect(postmaster()).toBe(server)
    await second.end('SIGTERM')
    await expectAllRows()
  })

  it('is brought back by its host when it is killed', async () => {
    const only = await startReady()
    await only.writesMore(50)
    for (let times = 0; times < 3; times++) {
      const server = postmaster()
      process.kill(server, 'SIGKILL')
      await anotherServerThan(server)
      await only.writesMore(50)
    }
    expect(only.failures()).toBeGreaterThan(0)
    expect(await only.end('SIGTERM')).toBe(0)
    await expectAllRows()
  })

  it('recovers when one of its connections is killed', async () => {
    const only = await startReady()
    await only.writesMore(50)
    const writers = execFileSync('pgrep', ['-P', String(postmaster()), '-f', 'changlai_app'])
    const failures = only.failures()
    process.kill(Number(String(writers).split('\n')[0]), 'SIGKILL')
    while (only.failures() === failures) await wait(10)
    await only.writesMore(50)
    expect(await only.end('SIGTERM')).toBe(0)
    await expectAllRows()
  })

  it('starts again after host and server were killed together', async () => {
    const first = await startReady()
    await first.writesMore(50)
    const server = postmaster()
    const ended = first.end('SIGKILL')
    process.kill(server, 'SIGKILL')
    // At once: its last processes may still hold the shared memory.
    const second = await startReady()
    await ended
    await second.writesMore(50)
    await second.end('SIGTERM')
    await expectAllRows()
  })

  it('stands being killed and restarted over and over', async () => {
    for (let times = 0; times < 5; times++) {
      const next = await startReady()
      await next.writesMore(20)
      const server = postmaster()
      const ended = next.end('SIGKILL')
      if (times % 2 === 1) process.kill(server, 'SIGKILL')
      await ended
    }
    await expectAllRows()
  })

  it('makes one cluster and one server for hosts that start at once', async () => {
    useData('new')
    const three = [start(), start(), start()]
    await Promise.all(three.map(({ ready }) => ready))
    await Promise.all(three.map((each) => each.writesMore(30)))
    await oneServerWithItsFile()
    await expectAllRows()
  })

  it('is brought back once, each time that several hosts lose it together', async () => {
    const all = await Promise.all([startReady(), startReady(), startReady()])
    for (let times = 0; times < 5; times++) {
      const server = postmaster()
      process.kill(server, 'SIGKILL')
      await anotherServerThan(server)
      await Promise.all(all.map((each) => each.writesMore(20)))
      await oneServerWithItsFile()
    }
    await expectAllRows()
  })

  it('stays for the second host when the first ends, and stops with the last', async () => {
    const first = await startReady()
    const second = await startReady()
    const server = postmaster()
    expect(await first.end('SIGTERM')).toBe(0)
    await second.writesMore(50)
    expect(postmaster()).toBe(server)
    expect(second.failures()).toBe(0)
    expect(await second.end('SIGTERM')).toBe(0)
    expect(runningPostmaster(cluster)).toBeNull()
    await expectAllRows()
  })

  it('serves a host that starts while the last one stops it', async () => {
    for (let times = 0; times < 3; times++) {
      const last = await startReady()
      await last.writesMore(10)
      const ended = last.end('SIGTERM')
      const next = await startReady()
      expect(await ended).toBe(0)
      await next.writesMore(10)
      expect(await next.end('SIGTERM')).toBe(0)
    }
    await expectAllRows()
  })

  it('starts although the pid file names a process that is gone', async () => {
    const first = await startReady()
    await first.writesMore(20)
    const pidFile = readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8')
    await first.end('SIGTERM')
    writePidFile(pidFile)
    await startReady().then((next) => next.writesMore(20))
    await expectAllRows()
  })

  it('starts although the number in the pid file is by now that of another process', async () => {
    const first = await startReady()
    await first.writesMore(20)
    const pidFile = readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8')
    const { uid, gid } = statSync(cluster)
    await first.end('SIGTERM')
    // Of the server's own account: PostgreSQL itself would refuse to start.
    const other = spawn('sleep', ['60'], { uid, gid })
    try {
      writePidFile(pidFile.replace(/^\d+/, String(other.pid)))
      await startReady().then((next) => next.writesMore(20))
      expect(other.exitCode).toBeNull()
      await expectAllRows()
    } finally {
      other.kill()
    }
  })

  const writePidFile = (content: string) =>
    writeFileSync(path.join(cluster, 'postmaster.pid'), content)
})
