import { spawn } from 'node:child_process'
import { openSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const ROOT = path.resolve(__dirname, '../../..')

export interface Server {
  url: string
  /** Its resident memory, in MB; null where the system does not say. */
  memory(): number | null
  /** The time that it has computed since its start, in microseconds; null where the system does not say. */
  computed(): number | null
  end(): Promise<void>
}

/** As the Dockerfile starts it. */
export const CONTAINER = ['--max-semi-space-size=32', 'dist/container/index.js']
export const tsx = (file: string) => ['--import', 'tsx', path.join(__dirname, file)]

/**
 * Starts a server as a process of its own on a free port. What it writes goes to a file: a host writes
 * a line a call, and nobody here has the time to read it.
 */
export async function startServer(
  args: readonly string[],
  written: string,
  environment: Record<string, string> = {},
): Promise<Server> {
  const output = openSync(written, 'w')
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: {
      PATH: process.env['PATH'],
      ...{ PORT: '0', HOST: '127.0.0.1' },
      ...environment,
    } as unknown as NodeJS.ProcessEnv,
    stdio: ['ignore', output, output],
  })
  // A benchmark that fails leaves nobody behind.
  process.once('exit', () => child.kill('SIGKILL'))
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()))
  let over = false
  void ended.then(() => (over = true))
  for (;;) {
    const url = /^listening (http:\/\/\S+)$/m.exec(readFileSync(written, 'utf8'))?.[1]
    if (url)
      return {
        url,
        memory: () => residentOf(child.pid!),
        computed: () => computedBy(child.pid!),
        end,
      }
    if (over) throw new Error(`A server did not start:\n${readFileSync(written, 'utf8')}`)
    await wait(50)
  }

  function end(): Promise<void> {
    child.kill('SIGTERM')
    return ended
  }
}

/** Microseconds a tick of the kernel's count of computing time: 100 in a second on every Linux. */
const TICK = 10_000

/** The time that a process has computed, in microseconds. */
export const computedBy = (pid: number) => ticksOf(pid, 11, 12)

/** The same of its children that have ended. */
export const computedByEnded = (pid: number) => ticksOf(pid, 13, 14)

function ticksOf(pid: number, user: number, system: number): number | null {
  const facts = factsOf(pid)
  return facts && (Number(facts[user]) + Number(facts[system])) * TICK
}

export function parentOf(pid: number): number | null {
  const facts = factsOf(pid)
  return facts && Number(facts[1])
}

/** What proc(5) says of a process, from its state on; null where it says nothing. */
function factsOf(pid: number): string[] | null {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
  } catch {
    return null
  }
}

/** The resident memory of a process, in MB, by proc(5). */
export function residentOf(pid: number): number | null {
  try {
    const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024)
  } catch {
    return null
  }
}
