import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { STATEMENTS_FILE } from './released'

/*
 * Freezes what the hosts of a release ask of the database, from what tests kept of it
 * (test/support/kept-statements.ts): docs/operations.md says how.
 */
const FOLDER = path.resolve(__dirname, '../../../../.artifacts/statements')
/** What is said to the connection alone depends on no table. */
const ASKS = /^(select|insert|update|delete|with)\b/i

const withoutIndents = (text: string) => text.trim().replace(/\s*\n\s*/g, '\n')

/** The same for a statement about one and one about many, where it is written for as many as there are. */
const however = (text: string) =>
  text
    .replace(/\$\d+/g, '$')
    .replace(/\$(, \$)+/g, '$')
    .replace(/\(\$\)(, \(\$\))+/g, '($)')

const kept = readdirSync(FOLDER).flatMap((name) =>
  readFileSync(path.join(FOLDER, name), 'utf8').trim().split('\n'),
)
const texts = kept.filter(Boolean).map((line) => withoutIndents(JSON.parse(line) as string))
const longestFirst = [...new Set(texts)].sort((one, other) => other.length - one.length)
const statements = new Map(
  longestFirst.filter((text) => ASKS.test(text)).map((text) => [however(text), text]),
)
writeFileSync(STATEMENTS_FILE, `${[...statements.values()].sort().join('\n\n')}\n`)
process.stdout.write(`${statements.size} statements\n`)
