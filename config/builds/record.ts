/** Runs after a build: `record.ts weapp` writes down of what it was made, and says how large it is. */
import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { recordBuild, TARGETS } from './records'

const root = path.resolve(__dirname, '../..')
const target = TARGETS.find((one) => one === process.argv[2])
if (!target) throw new Error(`Name a build: ${TARGETS.join(', ')}.`)

const folder = path.join(root, 'dist', target)
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((name) => statSync(path.join(folder, name)))
  .filter((found) => found.isFile())
const bytes = files.reduce((sum, { size }) => sum + size, 0)
const { version, checkout } = recordBuild(root, target, process.env['CLOUD_ENV'] ?? '')
const commit = checkout ? checkout.commit.slice(0, 12) : 'no commit'
const changed = checkout?.changed ? ', with changes' : ''
process.stdout.write(
  `dist/${target}  ${bytes} bytes in ${files.length} files, version ${version} (${commit}${changed})\n`,
)
