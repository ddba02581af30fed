/**
 * `npm run deploy:weapp -- --dry-run`: everything before an upload of the mini-program, and what would
 * be sent; without `--dry-run` it is sent, and waits in the console to be submitted for audit. Ends
 * with 1 and a sentence for each thing that stands against it.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { declarationIsCurrent } from '../privacy/declaration'
import { accountOf } from './account'
import { checkBuild } from './build-state'
import { kilobytes, Report } from './report'
import { type Asked, readAsked } from './settings'
import { compileWeapp, type Sent, type Upload, uploadWeapp } from './weapp-package'

const root = path.resolve(__dirname, '../..')
/** Of the platform: one package. */
const PACKAGE_LIMIT = 2 * 1024 * 1024

async function deploy(asked: Asked): Promise<number> {
  const report = new Report()
  report.say(asked.dryRun ? 'Dry run: nothing is sent.' : 'Uploading the mini-program.')
  const build = checkBuild(root, 'weapp', asked, report)
  if (!build) return report.passes() ? 0 : 1
  const upload: Upload = { root, version: build.version, ...accountOf(asked, report) }
  const wanted = asked.settings['CLOUD_ENV'] ?? ''
  if (build.cloudEnv !== wanted) {
    report.refuse(
      `The pages in dist/weapp call the environment "${build.cloudEnv}", and CLOUD_ENV is "${wanted}": ` +
        `CLOUD_ENV=${wanted} npm run build.`,
    )
  }
  if (!declarationIsCurrent(root)) {
    report.refuse(
      'The privacy declaration does not say what this bundle calls: npm run privacy-declaration, ' +
        'read what changed, and declare it in the console.',
    )
  }
  report.fact('environment', build.cloudEnv || 'the only one there is')
  report.fact('AppID', upload.appid || '(not given)')
  report.fact('robot', upload.robot)
  report.fact('note', upload.note)
  showPackages(await compileWeapp(upload), report)
  if (!report.passes()) return 1
  if (asked.dryRun) {
    report.say('Nothing stands against it. Without --dry-run this would be uploaded.')
    return 0
  }
  const sent = await uploadWeapp({ ...upload, keyFile: upload.keyFile! }, (line) =>
    report.say(line),
  )
  for (const { name, size } of sent) report.fact(name, kilobytes(size))
  report.say('Uploaded. Next: 微信公众平台 → 版本管理 → 开发版本 → 选为体验版, try it, 提交审核.')
  return 0
}

/** What goes to each package, the main one first, and whether the platform takes them. */
function showPackages({ files, sha256 }: Sent, report: Report): void {
  const app = JSON.parse(readFileSync(path.join(root, 'dist/weapp/app.json'), 'utf8')) as {
    subPackages: { root: string }[]
  }
  const roots = app.subPackages.map((one) => one.root)
  const rootOf = (file: string) => roots.find((one) => file.startsWith(`${one}/`)) ?? 'main'
  report.say('Would be sent, compiled by WeChat’s own tool:')
  for (const name of ['main', ...roots]) {
    const own = files.filter((file) => rootOf(file.path) === name)
    const bytes = own.reduce((sum, file) => sum + file.bytes, 0)
    report.fact(name, `${kilobytes(bytes).padStart(10)} in ${own.length} files`)
    for (const file of own) report.say(`      ${String(file.bytes).padStart(8)}  ${file.path}`)
    if (bytes > PACKAGE_LIMIT) report.refuse(`The package ${name} is larger than 2 MB.`)
  }
  report.fact('all', kilobytes(files.reduce((sum, file) => sum + file.bytes, 0)))
  report.fact('SHA-256 of the archive', sha256)
}

Promise.resolve()
  .then(() => deploy(readAsked(root, process.argv.slice(2), process.env)))
  .then(
    (code) => process.exit(code),
    (error: Error) => {
      process.stderr.write(`${error.message}\n`)
      process.exit(1)
    },
  )
