/**
 * Runs the checks that WeChat DevTools makes before an upload, by its own package, without network
 * and with a key that opens nothing. A process of its own, because the package leaves watchers
 * behind. Prints `{ quality, analysis }` as the last line.
 */
const { mkdtempSync, rmSync, writeFileSync } = require('node:fs')
const { tmpdir } = require('node:os')
const { join } = require('node:path')
const { analyseCode, checkCodeQuality, Project } = require('miniprogram-ci')

const folder = mkdtempSync(join(tmpdir(), 'changlai-key-'))
const privateKeyPath = join(folder, 'key')
writeFileSync(
  privateKeyPath,
  '-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----',
)

async function main() {
  const project = new Project({
    appid: 'wx0000000000000000',
    type: 'miniProgram',
    projectPath: process.cwd(),
    privateKeyPath,
    ignores: ['node_modules/**/*'],
  })
  const quality = await checkCodeQuality(project)
  const { files, modules } = await analyseCode(project, { silent: true })
  const text = JSON.stringify({ quality, analysis: { files, modules } })
  process.stdout.write(`\n${text}\n`, () => process.exit(0))
}

process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
main().catch((error) => {
  process.stderr.write(`${error.stack}\n`, () => process.exit(1))
})
