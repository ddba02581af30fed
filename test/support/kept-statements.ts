import { appendFileSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'

/*
 * With KEEP_STATEMENTS=1 every statement that the cloud layer sends is written down, as a release is
 * frozen by (test/cloud/store/released/freeze.ts): those of its own sources, not those by which tests
 * look behind it.
 */
const FOLDER = path.resolve(__dirname, '../../.artifacts/statements')
const OURS = /\/(src\/cloud|test)\//
/** What changes the schema or lays out the sample is no part of a host that serves. */
const SERVES = /\/src\/cloud\/(?!store\/(migrat|roles|embedded)|sample\/)/
const FRAMES = 100

const file = path.join(FOLDER, `${process.pid}-${Date.now()}.jsonl`)
const kept = new Set<string>()
mkdirSync(FOLDER, { recursive: true })

/** The file of ours that asked, over whatever packages and waits lie between. */
function asker(): string | undefined {
  const { prepareStackTrace, stackTraceLimit } = Error as {
    prepareStackTrace?: unknown
    stackTraceLimit: number
  }
  Error.stackTraceLimit = FRAMES
  Error.prepareStackTrace = (_, sites) => sites.map((site) => site.getFileName() ?? '')
  const files = new Error().stack as unknown as string[]
  Object.assign(Error, { prepareStackTrace, stackTraceLimit })
  return files.find((name) => name !== __filename && OURS.test(name) && !/node_modules/.test(name))
}

for (const { prototype } of [pg.Client, pg.Pool] as { prototype: { query: unknown } }[]) {
  const send = prototype.query as (...given: unknown[]) => unknown
  prototype.query = function (this: unknown, ...given: unknown[]) {
    const asked = given[0] as string | { text?: string }
    const text = typeof asked === 'string' ? asked : asked.text
    if (text !== undefined && !kept.has(text) && SERVES.test(asker() ?? '')) {
      kept.add(text)
      appendFileSync(file, `${JSON.stringify(text)}\n`)
    }
    return send.apply(this, given)
  }
}
