import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { recordBuild } from '../../config/builds/records'
import { accountOf } from '../../config/deploy/account'
import { checkBuild, STALE } from '../../config/deploy/build-state'
import { Report } from '../../config/deploy/report'
import { readAsked, type Settings } from '../../config/deploy/settings'

const root = path.resolve(__dirname, '../..')
const APPID = 'wx0123456789abcdef'
const silent = () => new Report(() => {})

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'changlai-deploy-test-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a dry run compiles by WeChat’s own tool, and says what it would send', () => {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'config/deploy/weapp.ts', '--dry-run', '--note', '试一试'],
    { cwd: root, encoding: 'utf8', env: { ...process.env, CHANGLAI_APPID: APPID, CLOUD_ENV: '' } },
  )
  expect(stdout).toContain('Dry run: nothing is sent.')
  expect(stdout).toMatch(/main +\d+\.\d KB in \d+ files/)
  expect(stdout).toMatch(/pages\/booking +\d+\.\d KB in \d+ files/)
  expect(stdout).toMatch(/\d+ {2}app\.json/)
  expect(stdout).toMatch(/SHA-256 of the archive +[0-9a-f]{64}/)
  expect(stdout).toMatch(/note +试一试/)
  // Whoever looks at an older build is told so, and of nothing else.
  const refusals = stdout.split('\n').filter((line) => line.startsWith('✗'))
  expect(refusals.filter((line) => !line.includes(STALE))).toEqual([])
  expect({ status, stderr }).toMatchObject({ status: refusals.length === 0 ? 0 : 1 })
}, 300_000)

describe('an upload is refused', () => {
  const account = (settings: Settings, dryRun = false) => {
    const report = silent()
    accountOf({ dryRun, note: '', settings }, report)
    return report.refusals
  }

  test('without an AppID, a key that can be read, or a robot', () => {
    const key = path.join(folder, 'private.key')
    writeFileSync(key, '-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----\n')
    const good = { CHANGLAI_APPID: APPID, CHANGLAI_UPLOAD_KEY: key }
    expect(account(good)).toEqual([])
    expect(account({ ...good, CHANGLAI_APPID: 'touristappid' })).toEqual([
      expect.stringMatching(/^Set CHANGLAI_APPID/),
    ])
    expect(account({ CHANGLAI_APPID: APPID })).toEqual([expect.stringMatching(/is not set/)])
    expect(account({ CHANGLAI_APPID: APPID }, true)).toEqual([])
    const nowhere = path.join(folder, 'nowhere')
    for (const dryRun of [true, false]) {
      expect(account({ ...good, CHANGLAI_UPLOAD_KEY: nowhere }, dryRun)).toEqual([
        expect.stringMatching(/cannot be read/),
      ])
    }
    writeFileSync(nowhere, 'a picture')
    expect(account({ ...good, CHANGLAI_UPLOAD_KEY: nowhere })).toEqual([
      expect.stringMatching(/is no private key/),
    ])
    expect(account({ ...good, CHANGLAI_ROBOT: '31' })).toEqual([
      'CHANGLAI_ROBOT is a number from 1 to 30.',
    ])
  })

  test('of what was not built, is older, or of no commit', () => {
    const refusals = (dryRun: boolean) => {
      const report = silent()
      checkBuild(folder, 'weapp', { dryRun }, report)
      return report.refusals
    }
    const version = (text: string) =>
      writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ version: text }))
    version('1.0.0')
    mkdirSync(path.join(folder, 'src'))
    writeFileSync(path.join(folder, 'src/a.ts'), 'a')
    expect(refusals(false)).toEqual(['dist/weapp was not built: npm run build.'])
    recordBuild(folder, 'weapp', '')
    expect(refusals(true)).toEqual([])
    expect(refusals(false)).toEqual([expect.stringMatching(/no commit/)])
    writeFileSync(path.join(folder, 'src/a.ts'), 'b')
    expect(refusals(true)).toEqual([expect.stringContaining(STALE)])
    version('1.1.0')
    expect(refusals(true)).toEqual([
      'dist/weapp is version 1.0.0, not 1.1.0: npm run build.',
      expect.stringContaining(STALE),
    ])

    // Committed, built of that, and then changed without a commit.
    const git = (...args: string[]) =>
      spawnSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], {
        cwd: folder,
      })
    writeFileSync(path.join(folder, '.gitignore'), 'dist/\n')
    git('init', '-q')
    git('add', '-A')
    git('commit', '-qm', 'a')
    recordBuild(folder, 'weapp', '')
    expect(refusals(false)).toEqual([])
    writeFileSync(path.join(folder, 'src/a.ts'), 'c')
    recordBuild(folder, 'weapp', '')
    expect(refusals(false)).toEqual([expect.stringMatching(/no commit/)])
  })

  test('where the settings that were named cannot be read; the environment comes before them', () => {
    writeFileSync(path.join(folder, 'my.env'), 'CHANGLAI_ROBOT=7\nCLOUD_ENV=from-file\n')
    const asked = readAsked(folder, ['--settings', 'my.env', '--dry-run'], { CLOUD_ENV: 'here' })
    expect(asked).toMatchObject({
      dryRun: true,
      settings: { CHANGLAI_ROBOT: '7', CLOUD_ENV: 'here' },
    })
    expect(readAsked(folder, [], {}).settings).toEqual({})
    expect(() => readAsked(folder, ['--settings', 'other.env'], {})).toThrow('cannot be read')
    expect(() => readAsked(folder, ['--dry'], {})).toThrow()
  })
})
