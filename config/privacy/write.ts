/** `npm run privacy-declaration`: writes docs/privacy-declaration.md, and says what it would not be true of. */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { callsOfBundle, DECLARATION, declarationText, misdeclared } from './declaration'

const root = path.resolve(__dirname, '../..')
writeFileSync(path.join(root, DECLARATION), declarationText())
const app = JSON.parse(readFileSync(path.join(root, 'dist/weapp/app.json'), 'utf8')) as {
  requiredPrivateInfos?: string[]
}
const wrong = misdeclared(callsOfBundle(root), app.requiredPrivateInfos ?? [])
for (const sentence of wrong) process.stderr.write(`${sentence}\n`)
process.stdout.write(`${DECLARATION} is written.\n`)
process.exitCode = wrong.length > 0 ? 1 : 0
