/**
 * `npm run deploy:cloud -- --dry-run`: everything before the functions are deployed, and what would be
 * sent; without `--dry-run` the platform's own tool sends it. Ends with 1 and a sentence for each
 * thing that stands against it. Values of variables are never shown.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { connectionFrom } from '../../src/cloud/store/connection'
import { readiness } from '../../src/cloud/store/readiness'
import { checkBuild } from './build-state'
import {
  type CloudFunction,
  cloudFunction,
  filesOfFunction,
  FUNCTIONS,
  platformConfig,
} from './functions'
import { kilobytes, Report } from './report'
import { type Asked, readAsked, type Settings } from './settings'
import { functionVariables } from './variables'

const root = path.resolve(__dirname, '../..')
/** The platform's own tool, fetched when something is really sent (decision 49). */
const TOOL = '@cloudbase/cli@2.12.10'

async function deploy(asked: Asked): Promise<number> {
  const { settings, dryRun } = asked
  const report = new Report()
  report.say(dryRun ? 'Dry run: nothing is sent.' : 'Deploying the cloud functions.')
  if (!checkBuild(root, 'cloud', asked, report)) return report.passes() ? 0 : 1
  const envId = settings['CLOUD_ENV'] ?? ''
  if (!/^[a-z0-9][a-z0-9-]{2,}$/.test(envId)) {
    report.refuse(
      'Set CLOUD_ENV to the id of the cloud environment: 云开发控制台 → 设置 → 环境 ID.',
    )
  }
  const vpc = networkOf(settings, report)
  const variables = functionVariables(settings, report)
  const functions = FUNCTIONS.map((name) => cloudFunction(root, name, variables, vpc))
  report.fact('environment', envId || '(not given)')
  functions.forEach((one) => show(one, report))
  await checkSchema(settings, report)
  report.say(`Would be sent by ${TOOL}:`)
  const named = Object.keys(variables).map((name) => [name, '…'] as const)
  const shown = functions.map((one) => ({ ...one, envVariables: Object.fromEntries(named) }))
  report.say(platformConfig(envId, shown))
  if (!report.passes()) return 1
  if (dryRun) {
    report.say('Nothing stands against it. Without --dry-run this would be deployed.')
    return 0
  }
  return send(envId, functions, report)
}

function networkOf(settings: Settings, report: Report): CloudFunction['vpc'] | null {
  const { CHANGLAI_VPC: vpcId = '', CHANGLAI_SUBNET: subnetId = '' } = settings
  if (!vpcId && !subnetId) return null
  if (!/^vpc-\w+$/.test(vpcId) || !/^subnet-\w+$/.test(subnetId)) {
    report.refuse('CHANGLAI_VPC (vpc-…) and CHANGLAI_SUBNET (subnet-…) are given together.')
  }
  return { vpcId, subnetId }
}

function show(one: CloudFunction, report: Report): void {
  const { name, runtime, timeout, memorySize, vpc, triggers, envVariables } = one
  report.say(`Function ${name}: ${runtime}, ${timeout} s, ${memorySize} MB`)
  report.fact('network', vpc ? `${vpc.vpcId} ${vpc.subnetId}` : 'public')
  report.fact('variables', Object.keys(envVariables).sort().join(' '))
  for (const { name: trigger, config } of triggers) report.fact('timer', `${trigger}  ${config}`)
  const files = filesOfFunction(root, name)
  for (const file of files) report.say(`      ${String(file.bytes).padStart(8)}  ${file.path}`)
  report.fact('all', kilobytes(files.reduce((sum, file) => sum + file.bytes, 0)))
}

/** Whether the schema is what these functions need, as the owner sees it from here. */
async function checkSchema(settings: Settings, report: Report): Promise<void> {
  const owner = settings['DATABASE_OWNER_URL']
  if (!owner) {
    report.warn(
      'DATABASE_OWNER_URL is not set: whether the schema is up to date was not looked at.',
    )
    return
  }
  const state = await readiness(connectionFrom(owner)).catch((error: Error) => error)
  if (state === 'ready') report.fact('schema', 'up to date')
  else if (state instanceof Error) report.refuse(`The database does not answer: ${state.message}`)
  else {
    report.refuse(
      state === 'outdated'
        ? 'The schema is older than these functions: npm run migrate, first.'
        : 'The database does not let the owner in: look at DATABASE_OWNER_URL.',
    )
  }
}

/** The file with the values is for the owner of the process alone, and gone when the tool ends. */
function send(envId: string, functions: CloudFunction[], report: Report): number {
  const folder = mkdtempSync(path.join(tmpdir(), 'changlai-deploy-'))
  const file = path.join(folder, 'cloudbaserc.json')
  try {
    writeFileSync(file, platformConfig(envId, functions), { mode: 0o600 })
    const options = ['-e', envId, '--config-file', file, '--force', '--yes']
    const args = ['--yes', TOOL, 'fn', 'deploy', '--all', ...options]
    const { status } = spawnSync('npx', args, { cwd: root, stdio: 'inherit' })
    if (status !== 0) {
      report.say(`The platform's tool ended with ${status}. Signed in? npx ${TOOL} login`)
      return 1
    }
    report.say('Deployed. Next: the checks after a deployment in docs/operations.md.')
    return 0
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
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
