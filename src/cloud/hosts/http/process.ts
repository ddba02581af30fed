import type { HostLog } from '@/cloud/log'
import { CannotStart } from '../cannot-start'
import type { RunningHost } from './run'

/** More than this is not waited for: the platform kills by then anyway. */
const STOP_WITHIN_MS = 20_000

/**
 * Runs a host as this process: prints `listening <url>` when it takes requests. SIGTERM or SIGINT
 * lets it finish what is under way, its start included, and ends with 0; a second one ends at once.
 * A host that cannot start ends with 1 and one sentence.
 */
export async function runAsProcess(log: HostLog, start: () => Promise<RunningHost>): Promise<void> {
  process.on('uncaughtException', (error) => {
    log.error({ err: error }, 'a bug ended the host')
    void log.flush().then(() => process.exit(1))
  })
  const host = start()
  stopOnSignals(host, log)
  try {
    const { url } = await host
    process.stdout.write(`listening ${url}\n`)
  } catch (error) {
    if (!(error instanceof CannotStart)) log.error({ err: error }, 'the host did not start')
    await log.flush()
    process.stderr.write(`${sentenceOf(error)}\n`)
    process.exit(1)
  }
}

function stopOnSignals(host: Promise<RunningHost>, log: HostLog): void {
  let stopping = false
  const stop = async () => {
    const running = await host
    await running.stop()
    log.info({}, 'stopped')
  }
  const onSignal = (signal: NodeJS.Signals | 'parent gone') => {
    if (stopping) process.exit(1)
    stopping = true
    log.info({ signal }, 'stopping')
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref()
    stop()
      .then(
        () => 0,
        (error: unknown) => {
          log.error({ err: error }, 'stopping failed')
          return 1
        },
      )
      .then((code) => log.flush().then(() => process.exit(code)))
      .catch(() => process.exit(1))
  }
  process.on('SIGTERM', onSignal)
  process.on('SIGINT', onSignal)
  whenNpmIsGone(() => onSignal('parent gone'))
}

const PARENT_WATCHED_MS = 250

/**
 * A SIGTERM that is sent to `npm run` ends npm and the shell between us, which do not pass it on:
 * then losing the parent is the signal.
 */
function whenNpmIsGone(then: () => void): void {
  if (process.env['npm_lifecycle_event'] === undefined) return
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    then()
  }, PARENT_WATCHED_MS)
  watch.unref()
}

function sentenceOf(error: unknown): string {
  if (error instanceof CannotStart) return error.message
  return error instanceof Error ? `Cannot start: ${error.message}` : 'Cannot start.'
}

/** A port of the environment: a whole number from 0 to 65535, `fallback` when it is not given. */
export function portOf(text: string | undefined, fallback: number): number {
  if (text === undefined || text === '') return fallback
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new CannotStart(`PORT must be a number from 0 to 65535, not "${text}".`)
  }
  return port
}
