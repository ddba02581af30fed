import pino, { type DestinationStream, type Logger } from 'pino'
import { LinesTogether } from './lines-together'

/**
 * Facts of one line. They are technical: an operation, a code, a count, a duration. Never put in
 * who asked (subject, person, nickname) or what they sent.
 */
export type LogFacts = Record<string, unknown> & { traceId?: string; err?: unknown }

/** Structured JSON lines. The message is a fixed English sentence; what varies stands in the facts. */
export interface Log {
  debug(facts: LogFacts, message: string): void
  info(facts: LogFacts, message: string): void
  warn(facts: LogFacts, message: string): void
  error(facts: LogFacts, message: string): void
}

/** A log that can be emptied before the process ends. */
export interface HostLog extends Log {
  /** Waits until what was written has left the process, one second at most. */
  flush(): Promise<void>
}

/** Fields that never reach a line, should somebody put them there by mistake. */
const PERSONAL_FIELDS = new Set([
  'subject',
  'openid',
  'openId',
  'identity',
  'nickname',
  'personId',
  'input',
  'request',
  'body',
  'headers',
  'cookie',
  'password',
  'connectionString',
])

/**
 * The facts of a line without those fields, at the top and one level below. What pino's own redaction
 * does, but that it copies every line and looks for each field by its path, which costs more than the
 * rest of the line.
 */
function withoutPersonal(facts: object, isBelow = false): Record<string, unknown> {
  if (isFlatAndPlain(facts)) return facts
  const kept: Record<string, unknown> = {}
  for (const [name, fact] of Object.entries(facts)) {
    if (PERSONAL_FIELDS.has(name)) continue
    kept[name] = !isBelow && isPlain(fact) ? withoutPersonal(fact, true) : fact
  }
  return kept
}

/** Whether there is nothing to leave out, as in nearly every line: then it is not copied. */
function isFlatAndPlain(facts: object): facts is Record<string, unknown> {
  for (const name in facts) {
    if (PERSONAL_FIELDS.has(name) || isPlain((facts as LogFacts)[name])) return false
  }
  return true
}

function isPlain(fact: unknown): fact is object {
  return (
    typeof fact === 'object' && fact !== null && Object.getPrototypeOf(fact) === Object.prototype
  )
}

/** More than this much that the reader of our output has not taken is dropped, rather than kept. */
const UNREAD_BYTES_KEPT = 4 * 1024 * 1024

/**
 * What is told of an error: its kind, its code and where it arose. The text of errors that quote
 * what somebody sent (PostgreSQL's messages and details, the JSON parser's) stays out.
 */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error }
  const { code, constraint, table, severity } = error as Error & Record<string, unknown>
  const quotesInput = severity !== undefined || error instanceof SyntaxError
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return {
    type: error.name,
    ...(quotesInput ? {} : { message: error.message }),
    ...Object.fromEntries(
      Object.entries({ code, constraint, table, severity }).filter(
        ([, fact]) => fact !== undefined,
      ),
    ),
    stack: frames.slice(0, 12).map((line) => line.trim()),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  }
}

let lastMs = 0
let lastTime = ''

/** The time of a line by ISO 8601. Many lines are of one millisecond: it is written out once. */
function timeOfLine(): string {
  const now = Date.now()
  if (now === lastMs) return lastTime
  lastMs = now
  return (lastTime = `,"time":"${new Date(now).toISOString()}"`)
}

function build(level: string, name: string, destination: DestinationStream): Logger {
  return pino(
    {
      level,
      base: { name },
      timestamp: timeOfLine,
      formatters: { level: (label) => ({ level: label }), log: (facts) => withoutPersonal(facts) },
      serializers: { err: describeError },
    },
    destination,
  )
}

const lastThings: (() => void)[] = []

/** Does something when the process ends, whatever becomes of the rest of it. */
function atExit(then: () => void): void {
  lastThings.push(then)
  if (lastThings.length > 1) return
  process.once('exit', () => {
    for (const last of lastThings) {
      try {
        last()
      } catch {
        // Nobody reads any more.
      }
    }
  })
}

/** Standard output: each line at once, or many together without making a caller wait. */
function standardOutput(synchronous: boolean): {
  lines: DestinationStream
  flush(then?: () => void): void
} {
  const out = pino.destination({ fd: 1, maxLength: UNREAD_BYTES_KEPT, sync: synchronous })
  // A reader that went away (EPIPE) must not take the host with it.
  out.on('error', () => {})
  if (synchronous) return { lines: out, flush: (then) => out.flush(then) }
  const lines = new LinesTogether(out)
  atExit(() => {
    lines.leave()
    out.flushSync()
  })
  return {
    lines,
    flush(then) {
      lines.leave()
      out.flush(then)
    },
  }
}

/**
 * The log of a host. `name` tells the hosts apart; `level` is LOG_LEVEL's (info by default).
 * Lines go to standard output without making a caller wait; with `synchronous` each is written
 * before the call returns, for a function that is frozen as soon as it has answered. Another
 * `destination` is for tests.
 */
export function createLog(options: {
  name: string
  level?: string | undefined
  synchronous?: boolean
  destination?: DestinationStream
}): HostLog {
  const level = options.level ?? process.env['LOG_LEVEL'] ?? 'info'
  const known = level in pino.levels.values || level === 'silent' ? level : 'info'
  const output = options.destination ? null : standardOutput(options.synchronous ?? false)
  const logger = build(known, options.name, options.destination ?? output!.lines)
  return {
    debug: (facts, message) => logger.debug(facts, message),
    info: (facts, message) => logger.info(facts, message),
    warn: (facts, message) => logger.warn(facts, message),
    error: (facts, message) => {
      logger.error(facts, message)
      output?.flush()
    },
    flush: () =>
      new Promise((resolve) => {
        if (!output) return resolve()
        const timer = setTimeout(resolve, 1000)
        output.flush(() => {
          clearTimeout(timer)
          resolve()
        })
      }),
  }
}
