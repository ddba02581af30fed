import { spawn } from 'node:child_process'

/** One command of the test run. */
export interface Step {
  name: string
  /** The command and its arguments, started in the repository's root without a shell. */
  command: string[]
  environment?: Record<string, string>
  timeoutMinutes: number
}

export interface Outcome {
  ok: boolean
  seconds: number
  /** What the command wrote on stdout and stderr, in the order it came. */
  output: string
}

const HEARTBEAT_SECONDS = 30

/**
 * Runs a step to its end and says on stdout that it is still alive every half minute.
 * A step over its time is killed with everything it started in its process group.
 */
export async function runStep(step: Step, say: (line: string) => void): Promise<Outcome> {
  const started = Date.now()
  const seconds = () => (Date.now() - started) / 1000
  const [program, ...args] = step.command
  const child = spawn(program!, args, {
    env: { ...process.env, ...step.environment, FORCE_COLOR: '0', NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  const forget = killWithUs(child.pid)
  let output = ''
  const keep = (chunk: Buffer) => (output += chunk.toString('utf8'))
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  const heartbeat = setInterval(
    () => say(`    … ${step.name} (${Math.round(seconds())} s)`),
    HEARTBEAT_SECONDS * 1000,
  )
  const alarm = setTimeout(() => {
    output += `\nkilled after ${step.timeoutMinutes} minutes\n`
    killGroup(child.pid)
  }, step.timeoutMinutes * 60_000)
  const ok = await new Promise<boolean>((resolve) => {
    child.on('error', (error) => {
      output += `${error.message}\n`
      resolve(false)
    })
    child.on('exit', (code) => resolve(code === 0))
  })
  clearInterval(heartbeat)
  clearTimeout(alarm)
  killGroup(child.pid)
  forget()
  return { ok, seconds: seconds(), output }
}

const running = new Set<number>()

function killWithUs(pid: number | undefined): () => void {
  if (pid === undefined) return () => undefined
  running.add(pid)
  return () => running.delete(pid)
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // Nothing of the group is left.
  }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    for (const pid of running) killGroup(pid)
    process.exit(130)
  })
}
