import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runningPostmaster } from '@/cloud/store/embedded/postmaster-file'
import { type StoreProcess, makeCheckout, startStoreProcess } from '../../support/store-process'

jest.setTimeout(60_000)

/** An account without a home or any privilege. */
const PLAIN = { uid: 65534, gid: 65534 }
const isRoot = process.getuid?.() === 0
const asRoot = isRoot ? describe : describe.skip
if (!isRoot) {
  process.stderr.write('Not root: how the embedded server changes accounts was not tried.\n')
}

/** Hosts started from checkouts and data directories of different owners and modes. */
asRoot('the embedded server, by accounts', () => {
  let shared: string
  let sharedHost: string
  let directory: string
  let made: string[]
  let hosts: StoreProcess[]
  beforeAll(() => {
    shared = mkdtempSync(path.join(tmpdir(), 'changlai-checkout-'))
    chmodSync(shared, 0o755)
    sharedHost = makeCheckout(shared)
  })
  afterAll(() => rmSync(shared, { recursive: true, force: true }))
  beforeEach(() => {
    directory = mkdtempSync(path.join(tmpdir(), 'changlai-accounts-'))
    chmodSync(directory, 0o755)
    made = [directory]
    hosts = []
  })
  afterEach(async () => {
    await Promise.all(hosts.map((each) => each.end('SIGTERM')))
    for (const each of made) rmSync(each, { recursive: true, force: true })
  })

  const makeDirectory = (name: string, mode: number, owner?: { uid: number; gid: number }) => {
    const made = path.join(directory, name)
    mkdirSync(made)
    chmodSync(made, mode)
    if (owner) chownSync(made, owner.uid, owner.gid)
    return made
  }
  const start = async (host: string, dataDir: string, user?: { uid: number; gid: number }) => {
    const started = startStoreProcess(host, dataDir, user)
    hosts.push(started)
    await started.ready
    await started.writesMore(20)
    return started
  }
  const serverOf = (cluster: string) => {
    const pid = runningPostmaster(cluster)
    if (pid === null) throw new Error('no server runs')
    return { uid: statSync(`/proc/${pid}`).uid, program: readlinkSync(`/proc/${pid}/exe`) }
  }

  it('runs under root as another account, and links the libraries by itself', async () => {
    const checkout = makeDirectory('checkout', 0o755)
    await start(makeCheckout(checkout), path.join(checkout, '.data'))
    const { uid, program } = serverOf(path.join(checkout, '.data/postgresql/data'))
    expect(uid).not.toBe(0)
    expect(program.startsWith(checkout)).toBe(true)
  })

  it('runs under root in a checkout under a private home', async () => {
    const home = makeDirectory('home', 0o700)
    const dataDir = path.join(home, '.data')
    const host = makeCheckout(home)
    const first = await start(host, dataDir)
    const root = readFileSync(path.join(dataDir, 'postgresql.location'), 'utf8').trim()
    made.push(root)
    expect(readFileSync(path.join(root, 'data-directory'), 'utf8')).toBe(dataDir)
    const { uid, program } = serverOf(path.join(root, 'data'))
    expect(uid).not.toBe(0)
    expect(program.startsWith('/var/lib/changlai/')).toBe(true)
    expect(statSync(root).mode & 0o777).toBe(0o700)
    expect(statSync(path.join(dataDir, 'postgresql.password')).mode & 0o777).toBe(0o600)

    expect(await first.end('SIGTERM')).toBe(0)
    await start(host, dataDir)
    expect(readFileSync(path.join(dataDir, 'postgresql.location'), 'utf8').trim()).toBe(root)
  })

  it('removes what it kept elsewhere for a temporary data directory that is gone', async () => {
    const home = makeDirectory('home', 0o700)
    const host = makeCheckout(home)
    const places: string[] = []
    for (const name of ['first', 'second']) {
      const dataDir = path.join(home, name)
      const started = await start(host, dataDir)
      places.push(readFileSync(path.join(dataDir, 'postgresql.location'), 'utf8').trim())
      expect(await started.end('SIGTERM')).toBe(0)
      if (name === 'first') rmSync(dataDir, { recursive: true })
    }
    made.push(...places)
    expect(places.map((place) => existsSync(place))).toEqual([false, true])
  })

  it('lets the server through a private data directory that is still empty', async () => {
    const dataDir = makeDirectory('data', 0o700)
    await start(sharedHost, dataDir)
    expect(existsSync(path.join(dataDir, 'postgresql.location'))).toBe(false)
    expect(statSync(dataDir).mode & 0o777).toBe(0o711)
    expect(serverOf(path.join(dataDir, 'postgresql/data')).uid).not.toBe(0)
  })

  it('runs as a plain account that cannot write to the checkout', async () => {
    const checkout = makeDirectory('checkout', 0o755)
    const dataDir = makeDirectory('data', 0o700, PLAIN)
    await start(makeCheckout(checkout), dataDir, PLAIN)
    const { uid, program } = serverOf(path.join(dataDir, 'postgresql/data'))
    expect(uid).toBe(PLAIN.uid)
    expect(program.startsWith(dataDir)).toBe(true)
    expect(statSync(path.join(dataDir, 'postgresql.password')).uid).toBe(PLAIN.uid)
  })

  it('runs as a plain account in a checkout of its own', async () => {
    const checkout = makeDirectory('checkout', 0o755, PLAIN)
    const host = makeCheckout(checkout)
    execFileSync('chown', ['-R', `${PLAIN.uid}:${PLAIN.gid}`, checkout])
    await start(host, path.join(checkout, '.data'), PLAIN)
    const { uid, program } = serverOf(path.join(checkout, '.data/postgresql/data'))
    expect(uid).toBe(PLAIN.uid)
    expect(program.startsWith(checkout)).toBe(true)
  })

  it('goes on under root with what a plain account made, and the other way round', async () => {
    const dataDir = makeDirectory('data', 0o755, PLAIN)
    for (const user of [PLAIN, undefined, PLAIN]) {
      const started = await start(sharedHost, dataDir, user)
      expect(serverOf(path.join(dataDir, 'postgresql/data')).uid).toBe(PLAIN.uid)
      expect(await started.end('SIGTERM')).toBe(0)
    }
  })

  it('tells a plain account that the data are another account’s', async () => {
    const dataDir = makeDirectory('data', 0o755)
    await (await start(sharedHost, dataDir)).end('SIGTERM')
    const refused = startStoreProcess(sharedHost, dataDir, PLAIN)
    hosts.push(refused)
    await expect(refused.ready).rejects.toThrow(/belongs to another account/)
  })

  it('keeps the socket elsewhere when the path of the data directory is long', async () => {
    const dataDir = path.join(directory, 'long'.repeat(20), 'long'.repeat(20))
    const before = new Set(readdirSync('/tmp'))
    await start(sharedHost, dataDir)
    const sockets = readdirSync('/tmp').filter(
      (name) => /^changlai-\d+-/.test(name) && !before.has(name),
    )
    made.push(...sockets.map((name) => path.join('/tmp', name)))
    expect(sockets).toHaveLength(1)
    expect(statSync(path.join('/tmp', sockets[0]!)).mode & 0o777).toBe(0o700)
  })

  it('does not use a socket directory that somebody else put there', async () => {
    const dataDir = path.join(directory, 'long'.repeat(20), 'long'.repeat(20))
    const before = new Set(readdirSync('/tmp'))
    await (await start(sharedHost, dataDir)).end('SIGTERM')
    const socket = readdirSync('/tmp').find(
      (name) => /^changlai-\d+-/.test(name) && !before.has(name),
    )
    const planted = path.join('/tmp', socket!)
    made.push(planted)
    rmSync(planted, { recursive: true })
    symlinkSync(makeDirectory('elsewhere', 0o777), planted)
    const refused = startStoreProcess(sharedHost, dataDir)
    hosts.push(refused)
    await expect(refused.ready).rejects.toThrow(/cannot be used for the database/)
  })

  it('says what to do where no packaged server is installed', async () => {
    const checkout = makeDirectory('checkout', 0o755)
    const host = makeCheckout(checkout)
    rmSync(path.join(checkout, 'node_modules'), { recursive: true })
    const refused = startStoreProcess(host, path.join(directory, 'data'))
    hosts.push(refused)
    await expect(refused.ready).rejects.toThrow(/Set DATABASE_URL/)
  })

  it('does not begin anew when the place that holds the data is gone', async () => {
    const dataDir = makeDirectory('data', 0o755)
    writeFileSync(path.join(dataDir, 'postgresql.location'), '/var/lib/changlai/gone\n')
    const refused = startStoreProcess(sharedHost, dataDir)
    hosts.push(refused)
    await expect(refused.ready).rejects.toThrow(/Bring it back, or delete/)
  })
})
