import { randomBytes } from 'node:crypto'
import nodeIcal from 'node-ical'
import { containerDoor } from '../../support/container-host'
import { type TestDatabase, asOwner, testDatabase } from '../../support/database'
import { eventually } from '../../support/eventually'
import { localDoor } from '../../support/local-host'
import { intent } from '../black-box/booking-behaviour'
import type { Door } from '../black-box/door'
import { POOLS, writeProgramme } from '../black-box/programme'

let database: TestDatabase
let local: Door & { url: string }
let container: Door & { url: string }

beforeAll(async () => {
  database = await testDatabase()
  await writeProgramme(database.store.pool)
  const keys = { CHANGLAI_MASTER_KEYS: `1:${randomBytes(32).toString('base64')}` }
  local = await localDoor(database.appUrl, keys)
  container = await containerDoor(database.appUrl, {
    ...keys,
    CHANGLAI_PUBLIC_URL: 'https://calendar.example.cn/changlai/',
  })
}, 90_000)

afterAll(async () => {
  await local.end()
  await container.end()
  await database.drop()
})

async function bookings(): Promise<number> {
  const rows = await asOwner<{ n: string }>(database, 'select count(*) as n from changlai.booking')
  return Number(rows[0]!.n)
}

describe('the container host', () => {
  test.each<[string, Record<string, string>]>([
    ['the persona header', { 'x-local-persona': 'staff' }],
    ['the persona cookie', { cookie: 'local-persona=staff' }],
    ['both', { 'x-local-persona': 'staff', cookie: 'local-persona=staff' }],
  ])('takes a caller who forges %s for a visitor', async (_what, headers) => {
    const before = await bookings()
    const response = await fetch(`${container.url}/call`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({
        operation: 'seats.book',
        input: { poolId: POOLS.roomy },
        requestId: intent(),
      }),
    })
    expect(await response.json()).toMatchObject({ ok: false, code: 'UNAUTHENTICATED' })
    expect(await bookings()).toBe(before)
  })

  test('takes no identity from the body', async () => {
    const request = { operation: 'me.get', input: {}, identity: { subject: 'oForged' } }
    expect(await container.call(request, null)).toMatchObject({
      code: 'INVALID_INPUT',
      facts: { path: 'identity' },
    })
  })

  test.each(['/local/personas', '/', '/index.html'])('has nothing at %s', async (path) => {
    expect((await fetch(container.url + path)).status).toBe(404)
  })
})

describe('the local host', () => {
  test('names the people one can be', async () => {
    const response = await fetch(`${local.url}/local/personas`)
    const { value } = (await response.json()) as { value: { personas: { name: string }[] } }
    expect(value.personas.map(({ name }) => name)).toEqual(
      'resident parent elder rider volunteer lawyer mediator doctor teacher staff director district'.split(
        ' ',
      ),
    )
  })

  test('remembers somebody new by the name they gave', async () => {
    const get = { operation: 'me.get', input: {} }
    const update = { operation: 'me.update', input: { nickname: '甲' }, requestId: intent() }
    expect(await local.call(update, '新来的居民')).toMatchObject({ ok: true })
    expect(await local.call(get, '新来的居民')).toMatchObject({ value: { nickname: '甲' } })
    expect(await local.call(get, '另一位居民')).toMatchObject({ value: { nickname: null } })
  })

  test('refuses a name that is none with 400', async () => {
    const response = await fetch(`${local.url}/call`, {
      method: 'POST',
      headers: { 'x-local-persona': 'a b' },
      body: '{}',
    })
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ facts: { path: 'x-local-persona' } })
  })
})

describe('a desk that is signed in', () => {
  const PC = 'Mozilla/5.0 (Windows NT 10.0) Chrome/130.0 Safari/537.36 Edg/130.0'
  const JSON_TYPE = { 'content-type': 'application/json' }

  async function ask(
    url: string,
    operation: string,
    input: object,
    headers: Record<string, string> = {},
  ) {
    const response = await fetch(`${url}/call`, {
      method: 'POST',
      headers: { ...JSON_TYPE, 'user-agent': PC, ...headers },
      body: JSON.stringify({ operation, input, requestId: intent() }),
    })
    const { value, code } = (await response.json()) as { value: never; code?: string }
    return {
      value: value as Record<string, string>,
      code,
      cookie: response.headers.get('set-cookie'),
    }
  }

  /** Signs somebody of the container's in there; gives the cookie's value and what else was secret. */
  async function signIn(as: string) {
    const { value: begun } = await ask(container.url, 'devices.begin', {})
    const { code = '', check = '', requestKey = '', secret = '' } = begun
    const phone = (operation: string, input: object) =>
      container.call({ operation, input, requestId: intent() }, as)
    expect(await phone('devices.look', { code })).toMatchObject({ ok: true })
    expect(await phone('devices.approve', { code, check })).toMatchObject({ ok: true })
    const { value, cookie } = await ask(container.url, 'devices.claim', { requestKey, secret })
    expect(value).toEqual({ state: 'approved', pollAfterMs: 2_000 })
    const [, token = ''] = /^__Host-changlai-desk=([\w-]{43}); (.*)$/.exec(cookie!)!
    expect(cookie).toContain('; Path=/; HttpOnly; SameSite=Strict; Secure')
    return { token, secrets: [token, secret, code], phone }
  }
  const overTls = (token: string) => ({ cookie: `a=b; __Host-changlai-desk=${token}` })
  const atHome = (token: string) => ({ cookie: `changlai-desk=${token}` })

  test('is its person on every host until a phone ends it, and then nobody on any', async () => {
    const { token, secrets, phone } = await signIn('oDesk1')
    const { value: me } = await ask(container.url, 'devices.mine', {}, overTls(token))
    expect(me).toMatchObject({ sessions: [{ browser: 'edge', system: 'windows', here: true }] })
    expect((await ask(local.url, 'me.get', {}, atHome(token))).code).toBeUndefined()
    const { sessionId } = (me as unknown as { sessions: { sessionId: string }[] }).sessions[0]!
    expect(await phone('devices.revoke', { sessionId })).toMatchObject({ ok: true })
    for (const [url, headers] of [
      [container.url, overTls(token)],
      [local.url, atHome(token)],
    ] as const) {
      const away = await ask(url, 'me.get', {}, headers)
      expect(away.code).toBe('UNAUTHENTICATED')
      expect(away.cookie).toMatch(/^[\w-]*changlai-desk=; Max-Age=0; /)
    }
    // Lines leave together, a moment after they were written.
    const written = await eventually(
      () => container.output() + local.output(),
      (text) => ['devices.approve', 'UNAUTHENTICATED'].every((word) => text.includes(word)),
    )
    for (const secret of secrets) expect(written).not.toContain(secret)
  })

  test('is nobody with the cookie alone that a page of another site could send along', async () => {
    const { token } = await signIn('oDesk2')
    const { phone } = await signIn('oDesk2')
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
      const headers = { 'content-type': type, ...overTls(token) }
      const forged = await ask(container.url, 'devices.revokeAll', {}, headers)
      expect(forged.code).toBe('INVALID_INPUT')
    }
    const { value } = await phone('devices.mine', {})
    expect(value!['sessions']).toHaveLength(2)
  })

  test('is who the platform says, where the platform says anybody', async () => {
    const { token } = await signIn('oDesk3')
    const both = { ...overTls(token), 'x-wx-openid': 'oAnother' }
    const { value } = await ask(container.url, 'devices.mine', {}, both)
    expect(value).toEqual({ sessions: [] })
  })

  test('signs out at the desk, and sends a file as its person', async () => {
    const { token } = await signIn('oDesk4')
    const send = async () => {
      const response = await fetch(`${container.url}/upload`, {
        method: 'POST',
        headers: { ...overTls(token), 'user-agent': PC, 'x-file-name': 'a.csv' },
        body: '名称,地址\n示例,示例\n',
      })
      return ((await response.json()) as { code?: string }).code
    }
    expect(await send()).toBeUndefined()
    const { cookie } = await ask(container.url, 'devices.signOut', {}, overTls(token))
    expect(cookie).toMatch(/^__Host-changlai-desk=; Max-Age=0; .*Secure$/)
    expect(await send()).toBe('UNAUTHENTICATED')
  })

  test('is all that a host for desks believes', async () => {
    const desks = await containerDoor(database.appUrl, { CHANGLAI_CALLERS: 'desks' })
    try {
      const { token } = await signIn('oDesk5')
      expect(await desks.call({ operation: 'me.get', input: {} }, 'oDesk5')).toMatchObject({
        code: 'UNAUTHENTICATED',
      })
      expect((await ask(desks.url, 'me.get', {}, overTls(token))).code).toBeUndefined()
    } finally {
      await desks.end()
    }
  })
})

describe.each([
  ['local', () => local],
  ['container', () => container],
])('every HTTP host, %s', (_name, door) => {
  test('serves the feed with an ETag, and says when nothing changed', async () => {
    const url = `${door().url}/feed/nongye.ics`
    const first = await fetch(url)
    expect(first.status).toBe(200)
    expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    const events = Object.values(nodeIcal.sync.parseICS(await first.text()))
    expect(events.filter((event) => event?.type === 'VEVENT')).toHaveLength(6)
    const etag = first.headers.get('etag')!
    const second = await fetch(url, { headers: { 'if-none-match': `W/${etag}, "other"` } })
    expect(second.status).toBe(304)
    expect(await second.text()).toBe('')
  })

  test.each([
    '/feed/nowhere.ics',
    '/feed/nongye',
    '/feed/',
    '/feed/..%2Fnongye.ics',
    '/feed/N.ics',
  ])('has no feed at %s', async (path) => {
    const response = await fetch(door().url + path)
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ code: 'NOT_FOUND', facts: { what: 'centre' } })
  })

  test('serves a private calendar at its address until that is ended, and tells nobody of it', async () => {
    const { url } = door()
    const ask = async (operation: string, input: object) => {
      const answer = await door().call({ operation, input, requestId: intent() }, 'calendar-reader')
      return answer.value as { address: string; since: string; bookingId: string }
    }
    const { bookingId } = await ask('seats.book', { poolId: POOLS.another })
    const { address, since } = await ask('me.makeCalendarAddress', {})
    const publicUrl = door() === local ? url : 'https://calendar.example.cn/changlai'
    const path = address.slice(publicUrl.length)
    expect(address).toBe(publicUrl + path)
    const response = await fetch(url + path)
    expect(response.status).toBe(200)
    const headers = ['content-type', 'cache-control', 'referrer-policy', 'x-robots-tag']
    expect(headers.map((name) => response.headers.get(name))).toEqual([
      ...['text/calendar; charset=utf-8', 'private, no-store', 'no-referrer', 'noindex'],
    ])
    const events = Object.values(nodeIcal.sync.parseICS(await response.text()))
    expect(events.filter((event) => event?.type === 'VEVENT')).toMatchObject([
      { summary: `示例讲座 ${POOLS.another}`, status: 'CONFIRMED' },
    ])
    expect((await fetch(url + path, { method: 'POST' })).status).toBe(405)
    await ask('me.revokeCalendarAddress', { since })
    await ask('seats.cancel', { bookingId })
    const unknown = [path, path.toLowerCase(), '/calendar/x.ics', `${path}/`, '/calendar/']
    for (const none of unknown) {
      const refused = await fetch(url + none)
      expect(refused.status).toBe(404)
      expect(await refused.json()).toMatchObject({ code: 'NOT_FOUND', facts: { what: 'calendar' } })
    }
    const token = path.split('/').pop()!.slice(0, 32)
    expect(door().output()).not.toContain(token)
  })

  test('counts calls in the text format of Prometheus, without anybody in a label', async () => {
    await door().call({ operation: 'centres.list', input: {} }, null)
    await door().call({ operation: 'no such; "operation"\n' }, 'somebody')
    const response = await fetch(`${door().url}/metrics`)
    expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/)
    const text = await response.text()
    const sample =
      /^[a-zA-Z_:][\w:]*(\{([a-zA-Z_]\w*="(\\.|[^"\\\n])*",?)*\})? (NaN|[+-]?(Inf|\d\S*))$/
    for (const line of text.split('\n').filter((one) => one !== '' && !one.startsWith('#'))) {
      expect(line).toMatch(sample)
    }
    expect(text).toMatch(/^changlai_calls_total\{operation="centres\.list",code="OK"\} [1-9]/m)
    expect(text).toMatch(/^changlai_calls_total\{operation="unknown",code="NOT_FOUND"\} [1-9]/m)
    expect(text).toMatch(/^changlai_call_duration_seconds_bucket\{le="0\.1",operation="centres/m)
    expect(text).toMatch(/^changlai_database_connections\{state="waiting"\} 0$/m)
    expect(text).toMatch(/^changlai_slowed_calls_total\{kind="own"\} 0$/m)
    expect(text).toMatch(/^changlai_shared_answers_total\{part="asked"\} [1-9]/m)
    expect(text).toMatch(/^process_cpu_seconds_total /m)
    expect(text).not.toMatch(/somebody|calendar\/|\.ics/)
  })

  test('is healthy while the database answers, and says so when it does not', async () => {
    const healthy = await fetch(`${door().url}/healthz`)
    expect(healthy.status).toBe(200)
    expect(await healthy.json()).toEqual({
      ok: true,
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/) as string,
      database: 'up',
    })
    await shutDatabase()
    try {
      const ill = await fetch(`${door().url}/healthz`)
      expect(ill.status).toBe(503)
      expect(await ill.json()).toMatchObject({ ok: false, database: 'down' })
      // What everybody is shown alike is answered from memory for a second: something that nobody asked.
      const answer = await door().call({ operation: 'stations.list', input: {} }, null)
      expect(answer).toMatchObject({ ok: false, code: 'UNAVAILABLE', facts: {} })
    } finally {
      await openDatabase()
    }
    expect((await fetch(`${door().url}/healthz`)).status).toBe(200)
  })
})

/** Ends every connection of the application's role and lets it make no other. */
async function shutDatabase(): Promise<void> {
  await asOwner(database, `revoke connect on database ${database.name} from public, changlai_app`)
  await asOwner(
    database,
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and usename = 'changlai_app'`,
  )
}

async function openDatabase(): Promise<void> {
  await asOwner(database, `grant connect on database ${database.name} to public, changlai_app`)
}
