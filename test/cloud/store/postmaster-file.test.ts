/** Several hosts that find the pid file of a server that is gone. */
import { type ChildProcess, spawn } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { clearStalePidFile, runningPostmaster } from '@/cloud/store/embedded/postmaster-file'

/** What happens before a host has its claim. */
let meanwhile = () => {}
jest.mock('@/cloud/store/embedded/private-files', () => {
  const files = jest.requireActual<{ writeOnce: (file: string, content: string) => boolean }>(
    '@/cloud/store/embedded/private-files',
  )
  return {
    ...files,
    writeOnce: (file: string, content: string) => {
      meanwhile()
      return files.writeOnce(file, content)
    },
  }
})

let root: string
let cluster: string
let pidFile: string
let claim: string
let server: ChildProcess | null = null

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'changlai-pid-'))
  cluster = path.join(root, 'data')
  mkdirSync(cluster)
  pidFile = path.join(cluster, 'postmaster.pid')
  claim = path.join(root, 'stale-pid-file.claim')
  meanwhile = () => {}
})
afterEach(() => {
  server?.kill()
  server = null
  rmSync(root, { recursive: true })
})

/** A process that looks like the cluster's server, which has written its file. */
function serverStarts(): void {
  const idle = ['-e', 'setTimeout(() => {}, 60_000)', cluster]
  server = spawn(process.execPath, idle, { argv0: 'postgres', stdio: 'ignore' })
  writeFileSync(pidFile, `${server.pid}\n${cluster}\n`)
}

const STALE = '2147483646\n'
const LONG_AGO = new Date(Date.now() - 60_000)

it('takes away the file of a server that is gone, and leaves nothing of its own', () => {
  writeFileSync(pidFile, STALE)
  expect(clearStalePidFile(cluster)).toBe(true)
  expect(readdirSync(cluster)).toEqual([])
  expect(readdirSync(root)).toEqual(['data'])
  expect(clearStalePidFile(cluster)).toBe(true)
})

it('leaves the file of a server that runs', () => {
  serverStarts()
  expect(clearStalePidFile(cluster)).toBe(false)
  expect(runningPostmaster(cluster)).toBe(server!.pid)
})

it('takes an empty file for that of a server that is starting, unless it is old', () => {
  writeFileSync(pidFile, '')
  expect(clearStalePidFile(cluster)).toBe(false)
  expect(existsSync(pidFile)).toBe(true)
  utimesSync(pidFile, LONG_AGO, LONG_AGO)
  expect(clearStalePidFile(cluster)).toBe(true)
  expect(existsSync(pidFile)).toBe(false)
})

it('lets one host at a time, but none that was killed', () => {
  writeFileSync(pidFile, STALE)
  writeFileSync(claim, '1')
  expect(clearStalePidFile(cluster)).toBe(false)
  expect(readFileSync(pidFile, 'utf8')).toBe(STALE)
  utimesSync(claim, LONG_AGO, LONG_AGO)
  expect(clearStalePidFile(cluster)).toBe(false)
  expect(clearStalePidFile(cluster)).toBe(true)
  expect(existsSync(pidFile)).toBe(false)
})

describe('When another host has launched a server since the stale file was seen', () => {
  beforeEach(() => {
    writeFileSync(pidFile, STALE)
    meanwhile = serverStarts
  })

  it('leaves the new file', () => {
    expect(clearStalePidFile(cluster)).toBe(false)
    expect(runningPostmaster(cluster)).toBe(server!.pid)
  })

  it('would take it away if it went by what it saw before', () => {
    const wasStale = runningPostmaster(cluster) === null
    meanwhile()
    if (wasStale) rmSync(pidFile)
    expect(runningPostmaster(cluster)).toBeNull()
  })
})
