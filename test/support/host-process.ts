import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'

const ROOT = path.resolve(__dirname, '../..')

/** A host that runs as a process of its own, as in production. */
export interface HostProcess {
  url: string
  child: ChildProcess
  /** Everything it has written so far, to both outputs. */
  output: () => string
  /** Sends a signal, SIGTERM if none is named, and gives how it ended. */
  end: (signal?: NodeJS.Signals) => Promise<Ended>
  ended: Promise<Ended>
}

export interface Ended {
  code: number | null
  signal: NodeJS.Signals | null
}

export const CONTAINER_HOST = ['dist/container/index.js']

const STARTS_WITHIN_MS = 90_000

const KEPT = ['PATH', 'HOME', 'TMPDIR', 'LANG']

/** Only what a host may know of the surroundings of the tests. */
function surroundings(environment: Record<string, string>): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => KEPT.includes(name))
  return { ...(Object.fromEntries(kept) as NodeJS.ProcessEnv), ...environment }
}

type Started = Pick<HostProcess, 'child' | 'output' | 'end' | 'ended'>

/** Starts node with these arguments and leaves it running. */
export function startNode(args: readonly string[], environment: Record<string, string>): Started {
  return startProgram(process.execPath, args, environment)
}

/** Starts a program with these arguments and leaves it running. */
export function startProgram(
  program: string,
  args: readonly string[],
  environment: Record<string, string>,
): Started {
  const child = spawn(program, args, {
    cwd: ROOT,
    env: surroundings(environment),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let written = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (written += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (written += text))
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code, signal) => resolve({ code, signal }))
  })
  return {
    child,
    ended,
    output: () => written,
    end: (signal = 'SIGTERM') => {
      child.kill(signal)
      return ended
    },
  }
}

/** Starts a host on a free port; resolves when it says that it listens. */
export async function startHost(
  args: readonly string[],
  environment: Record<string, string>,
): Promise<HostProcess> {
  return listening(startNode(args, { PORT: '0', HOST: '127.0.0.1', ...environment }))
}

/** Resolves when a host that was started says that it listens. */
export async function listening(host: Started): Promise<HostProcess> {
  return { ...host, url: await said(host, /^listening (http:\/\/\S+)$/m) }
}

/** Waits until a process has written what matches; gives the first group. */
export async function said(host: Omit<Started, 'end'>, pattern: RegExp): Promise<string> {
  const until = Date.now() + STARTS_WITHIN_MS
  let over = false
  void host.ended.then(() => (over = true))
  while (Date.now() < until) {
    const match = pattern.exec(host.output())
    if (match) return match[1] ?? match[0]
    if (over) break
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  host.child.kill('SIGKILL')
  throw new Error(`the host did not say ${String(pattern)}:\n${host.output()}`)
}
