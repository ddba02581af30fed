import { readFileSync } from 'node:fs'
import path from 'node:path'

/** The last step of the release that phones and hosts in service may still be of. */
export const RELEASED = '0025-what-grows-old'

/** What the hosts of that release ask of the database, a blank line between two statements. */
export const STATEMENTS_FILE = path.join(__dirname, 'statements.sql')

export function releasedStatements(): string[] {
  return readFileSync(STATEMENTS_FILE, 'utf8').trim().split('\n\n')
}
