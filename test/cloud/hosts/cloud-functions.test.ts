import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { builtinModules } from 'node:module'
import path from 'node:path'
import { readStack } from '../../../config/builds/read-stack'
import { currentCloudBundles } from '../../support/cloud-bundles'
import { type TestDatabase, testDatabase } from '../../support/database'
import { type FunctionDoor, functionDoor } from '../../support/function-host'

const ROOT = path.resolve(__dirname, '../../..')
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8')
const json = (file: string) => JSON.parse(read(file)) as Record<string, unknown>

/** What the platform installs beside the function `api`. */
const KMS = 'tencentcloud-sdk-nodejs-common'
const INSTALLED = ['wx-server-sdk', '@e965/xlsx', 'csv-parse', 'gcoord', 'opencc-js', 'sharp', KMS]

/** How the platform calls for another mini-program to which the environment is lent. */
const SHARED: Record<string, string>[] = [
  { WX_FROM_OPENID: 'oElsewhere', WX_FROM_APPID: 'wx-other', WX_APPID: 'wx-sample' },
  // Even where it names somebody of ours beside.
  { WX_FROM_APPID: 'wx-other', WX_OPENID: 'oSomebody', WX_APPID: 'wx-sample' },
]

beforeAll(() => currentCloudBundles(), 60_000)

describe('what WeChat DevTools opens', () => {
  test('the project names the built mini-program and the cloud functions', () => {
    expect(json('project.config.json')).toMatchObject({
      miniprogramRoot: 'dist/weapp/',
      cloudfunctionRoot: 'dist/cloud/',
      compileType: 'miniprogram',
    })
  })

  test.each(['api', 'clock'])('the function %s has all that an upload needs', (name) => {
    const manifest = json(`dist/cloud/${name}/package.json`)
    const { dependencies } = json('package.json') as { dependencies: Record<string, string> }
    expect(manifest).toMatchObject({ name, main: 'index.js' })
    const installed = name === 'api' ? INSTALLED : ['wx-server-sdk', KMS]
    expect(manifest['dependencies']).toEqual(
      Object.fromEntries(installed.map((one) => [one, dependencies[one]])),
    )
    expect(json(`dist/cloud/${name}/config.json`)).toHaveProperty('timeout')
  })

  test('the clock strikes every ten minutes by a cron of seven fields', () => {
    const { triggers } = json('dist/cloud/clock/config.json') as { triggers: { config: string }[] }
    expect(triggers).toHaveLength(1)
    expect(triggers[0]!.config.split(' ')).toHaveLength(7)
  })

  test('the bundle is small, needs nothing else, and brings no database server', () => {
    // What few calls and few starts need lies beside it.
    const beside = ['./desk.js', './migrate.js']
    const bundle = ['index.js', 'desk.js', 'migrate.js']
      .map((file) => read(`dist/cloud/api/${file}`))
      .join()
    const asked = [...bundle.matchAll(/\brequire\("([^"]+)"\)/g)].map((match) => match[1]!)
    const packages = asked
      .filter(
        (name) => !builtinModules.includes(name.replace(/^node:/, '')) && !beside.includes(name),
      )
      .map((name) => name.replace(/^(csv-parse|opencc-js)\/\w+$/, '$1'))
    expect(new Set(packages)).toEqual(new Set(INSTALLED))
    expect(bundle).not.toContain('initdb')
    expect(statSync(path.join(ROOT, 'dist/cloud/api/index.js')).size).toBeLessThan(950_000)
    expect(existsSync(path.join(ROOT, 'dist/cloud/container'))).toBe(false)
  })
})

describe('the cloud function clock', () => {
  let database: TestDatabase
  let door: FunctionDoor

  beforeAll(async () => {
    database = await testDatabase()
    door = await functionDoor('clock', { DATABASE_URL: database.appUrl })
  }, 60_000)
  afterAll(async () => {
    await door.end()
    await database.drop()
  })

  /** An answer that was recorded three days ago, and that a pass of the jobs forgets. */
  async function leaveOldAnswer(): Promise<void> {
    const { pool } = database.store
    const personId = '00000000-0000-4000-8000-000000000001'
    await pool.query(
      'insert into changlai.person (person_id) values ($1) on conflict (person_id) do nothing',
      [personId],
    )
    await pool.query(
      `insert into changlai.answered_request
         (centre_id, person_id, request_id, operation, input_hash, answer, answered_at)
       values ('-', $1, 'long-ago-1', 'me.update', sha256('x'), '{}', now() - interval '3 days')`,
      [personId],
    )
  }
  const answers = async () =>
    (await database.store.pool.query('select 1 from changlai.answered_request')).rowCount

  test('runs the jobs when the timer calls, and again', async () => {
    const timer = {
      Type: 'Timer',
      TriggerName: 'every-ten-minutes',
      Time: '2026-11-22T01:07:00Z',
      Message: '',
    }
    await leaveOldAnswer()
    expect(await door.call(timer, null)).toEqual({ ok: true, value: {} })
    expect(await answers()).toBe(0)
    expect(await door.call(timer, null)).toEqual({ ok: true, value: {} })
  })

  test('does nothing for a mini-program, whatever its event says', async () => {
    await leaveOldAnswer()
    for (const event of [{ Type: 'Timer' }, {}, { operation: 'me.get' }]) {
      expect(await door.call(event, 'oSomebody')).toMatchObject({ ok: false, code: 'FORBIDDEN' })
    }
    for (const environment of SHARED) {
      const forged = await door.callIn(environment, { Type: 'Timer' })
      expect(forged).toMatchObject({ ok: false, code: 'FORBIDDEN' })
    }
    expect(await answers()).toBe(1)
    // The control: what a phone left in the instance does not keep the timer from its work.
    const timer = { Type: 'Timer', TriggerName: 'every-ten-minutes' }
    expect(await door.callIn({ TCB_SOURCE: 'wx_trigger' }, timer)).toMatchObject({ ok: true })
    expect(await answers()).toBe(0)
  })
})

describe('the cloud function api', () => {
  test('without a database answers UNAVAILABLE and stays alive', async () => {
    const door = await functionDoor('api', {})
    const request = { operation: 'centres.list', input: {} }
    expect(await door.call(request, 'oSomebody')).toMatchObject({ ok: false, code: 'UNAVAILABLE' })
    expect(await door.call(request, null)).toMatchObject({ ok: false, code: 'UNAVAILABLE' })
    expect(door.output()).toContain('A function needs DATABASE_URL or PGHOST')
    // And where in the sources: by maps that are not uploaded.
    expect(door.output()).not.toContain('hosts/wechat-function/runtime.ts')
    const read = readStack(door.output(), ROOT, 'cloud/api')
    expect(read).toMatch(/src\/cloud\/hosts\/wechat-function\/runtime\.ts:\d+:\d+/)
    expect(
      readdirSync(path.join(ROOT, 'dist/cloud/api')).filter((name) => /map/.test(name)),
    ).toEqual([])
    await door.end()
  })

  test('takes a call without a caller for a visitor, although the instance served somebody before', async () => {
    const database = await testDatabase()
    const door = await functionDoor('api', { DATABASE_URL: database.appUrl })
    const get = { operation: 'me.get', input: {} }
    expect(await door.call(get, 'oSomebody')).toMatchObject({ ok: true })
    expect(await door.call(get, null)).toMatchObject({ ok: false, code: 'UNAUTHENTICATED' })
    const forged = { ...get, userInfo: { openId: 'oSomebody' } }
    expect(await door.call(forged, null)).toMatchObject({ ok: false, code: 'UNAUTHENTICATED' })
    // Nor are they lent to whom the environment is shared with, a timer, or access over HTTP.
    for (const environment of [
      ...SHARED,
      { TCB_SOURCE: 'wx_trigger' },
      { TCB_SOURCE: 'wx_http' },
    ]) {
      const answer = await door.callIn(environment, get)
      expect(answer).toMatchObject({ ok: false, code: 'UNAUTHENTICATED' })
      const open = await door.callIn(environment, { operation: 'centres.list', input: {} })
      expect(open).toMatchObject({ ok: true })
    }
    const timer = { Type: 'Timer', TriggerName: 'every-ten-minutes', Time: '', Message: '' }
    const struck = await door.callIn({ TCB_SOURCE: 'wx_trigger' }, timer)
    expect(struck).toMatchObject({ ok: false, code: 'INVALID_INPUT' })
    expect(await door.call(get, 'oSomebody')).toMatchObject({ ok: true })
    await door.end()
    await database.drop()
  })

  test('survives the loss of its one connection', async () => {
    const database = await testDatabase()
    const door = await functionDoor('api', { DATABASE_URL: database.appUrl })
    const list = { operation: 'centres.list', input: {} }
    expect(await door.call(list, null)).toMatchObject({ ok: true })
    await database.store.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and usename = current_user and pid <> pg_backend_pid()`,
    )
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(await door.call(list, null)).toMatchObject({ ok: true })
    await door.end()
    await database.drop()
  })
})
