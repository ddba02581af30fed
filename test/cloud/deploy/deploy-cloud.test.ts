import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Report } from '../../../config/deploy/report'
import { functionVariables } from '../../../config/deploy/variables'
import { currentCloudBundles } from '../../support/cloud-bundles'
import {
  createDatabase,
  dropDatabase,
  serverAddress,
  type TestDatabase,
  testDatabase,
  urlOf,
} from '../../support/database'

const root = path.resolve(__dirname, '../../..')
const KEY = `1:${Buffer.alloc(32, 7).toString('base64')}`
const GOOD = {
  CLOUD_ENV: 'sample-1a',
  PGHOST: '10.0.0.7',
  PGDATABASE: 'changlai',
  PGUSER: 'changlai_app',
  PGPASSWORD: 'of-the-application',
  CHANGLAI_VPC: 'vpc-sample1',
  CHANGLAI_SUBNET: 'subnet-sample1',
  CHANGLAI_MASTER_KEYS: KEY,
}

let database: TestDatabase
beforeAll(async () => {
  await currentCloudBundles()
  database = await testDatabase()
}, 90_000)
afterAll(() => database.drop())

/** Runs the command without anything of the tests' own surroundings. */
function deploy(settings: Record<string, string>, ...args: string[]) {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, ['--import', 'tsx', 'config/deploy/cloud.ts', ...args], {
    cwd: root,
    env: { PATH, HOME, ...settings } as unknown as NodeJS.ProcessEnv,
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text))
  }
  return new Promise<{ code: number | null; output: string }>((resolve) => {
    child.on('close', (code) => resolve({ code, output }))
  })
}

test('a dry run says what would be sent, and shows no value', async () => {
  const settings = { ...GOOD, DATABASE_OWNER_URL: database.ownerUrl }
  const { code, output } = await deploy(settings, '--dry-run')
  expect(output).toMatch(/Function api: Nodejs18\.15, 10 s, 512 MB/)
  expect(output).toMatch(/Function clock: Nodejs18\.15, 60 s, 256 MB/)
  expect(output).toMatch(/timer +every-ten-minutes +0 \*\/10 \* \* \* \* \*/)
  expect(output).toMatch(
    /variables +CHANGLAI_MASTER_KEYS NODE_ENV PGDATABASE PGHOST PGPASSWORD PGUSER\n/,
  )
  expect(output).toMatch(/\d+ {2}index\.js/)
  expect(output).toMatch(/schema +up to date/)
  expect(output).toContain('"vpcId": "vpc-sample1"')
  expect(output).toContain('Nothing stands against it.')
  expect(output).not.toContain('of-the-application')
  expect(output).not.toContain(KEY)
  expect(output).not.toContain('DATABASE_OWNER_URL')
  expect(code).toBe(0)
})

test('everything that stands against it is said at once', async () => {
  const empty = await createDatabase()
  const owner = urlOf({ ...serverAddress(), database: empty })
  const { code, output } = await deploy({ DATABASE_OWNER_URL: owner }, '--dry-run')
  await dropDatabase(empty)
  const refusals = output.split('\n').filter((line) => line.startsWith('✗'))
  expect(refusals).toEqual([
    expect.stringContaining('Set CLOUD_ENV'),
    expect.stringContaining('Set DATABASE_URL, or PGHOST'),
    expect.stringContaining('The schema is older than these functions: npm run migrate'),
  ])
  expect(code).toBe(1)
})

test('what does not belong in the cloud is refused, and of what is missing there is a warning', () => {
  const found = (settings: Record<string, string>) => {
    const said: string[] = []
    const report = new Report((text) => void said.push(text))
    const variables = functionVariables(settings, report)
    return { variables, refusals: report.refusals, said: said.join('') }
  }
  const { CLOUD_ENV: _, CHANGLAI_VPC: _vpc, CHANGLAI_SUBNET: _subnet, ...told } = GOOD
  expect(found({ ...GOOD, HOME: '/root', CHANGLAI_APPID: 'wx', CHANGLAI_UPLOAD_KEY: 'k' })).toEqual(
    {
      variables: { ...told, NODE_ENV: 'production' },
      refusals: [],
      said: '',
    },
  )
  const asOwner = found({ ...GOOD, PGUSER: 'postgres' })
  expect(asOwner.refusals).toEqual([expect.stringContaining('work as changlai_app')])
  const here = found({ ...GOOD, DATABASE_URL: 'postgresql://changlai_app:x@127.0.0.1/c' })
  expect(here.refusals).toEqual([expect.stringContaining('on this machine')])
  const { CHANGLAI_VPC: _network, ...withoutNetwork } = GOOD
  expect(found(withoutNetwork).refusals).toEqual([expect.stringContaining('private address')])
  expect(found({ ...GOOD, CHANGLAI_MASTER_KEYS: '1:short' }).refusals).toHaveLength(1)
  const { CHANGLAI_MASTER_KEYS: _keys, ...unsealed } = GOOD
  expect(found(unsealed).said).toContain('No master keys')
  // What a shell makes of JSON that does not stand between quotes.
  const unquoted = found({ ...GOOD, CHANGLAI_TEMPLATES: '{seat:{id:x,fields:{}}}' })
  expect(unquoted.refusals).toEqual([expect.stringContaining('between single quotes')])
})

test('what is really sent is given to the platform’s own tool, in a file that is gone afterwards', async () => {
  // In the place of npx stands what writes down how it was called: the tool itself wants an account.
  const folder = mkdtempSync(path.join(tmpdir(), 'changlai-npx-'))
  const npx = path.join(folder, 'npx')
  writeFileSync(
    npx,
    `#!/bin/sh
echo "$@" > ${folder}/called
while [ $# -gt 0 ]; do
  if [ "$1" = --config-file ]; then cp "$2" ${folder}/config.json; stat -c %a "$2" > ${folder}/mode; echo "$2" > ${folder}/file; fi
  shift
done
exit \${NPX_ENDS_WITH:-0}
`,
  )
  chmodSync(npx, 0o755)
  const kept = (name: string) => readFileSync(path.join(folder, name), 'utf8').trim()
  const settings = { ...GOOD, PATH: `${folder}:${process.env.PATH}` }
  const { code, output } = await deploy(settings)
  if (output.includes('is no commit')) {
    // Whoever works on the sources may not deploy them: then that is what was tried.
    expect(code).toBe(1)
  } else {
    expect({ code, output }).toMatchObject({ code: 0 })
    expect(kept('called')).toMatch(
      /^--yes @cloudbase\/cli@[\d.]+ fn deploy --all -e sample-1a --config-file \S+ --force --yes$/,
    )
    expect(JSON.parse(kept('config.json'))).toMatchObject({
      envId: 'sample-1a',
      functionRoot: 'dist/cloud',
      functions: [
        {
          name: 'api',
          installDependency: true,
          envVariables: { PGPASSWORD: 'of-the-application' },
        },
        { name: 'clock', triggers: [{ type: 'timer' }] },
      ],
    })
    expect(kept('mode')).toBe('600')
    expect(() => readFileSync(kept('file'))).toThrow()
    expect((await deploy({ ...settings, NPX_ENDS_WITH: '3' })).code).toBe(1)
  }
  rmSync(folder, { recursive: true, force: true })
})
