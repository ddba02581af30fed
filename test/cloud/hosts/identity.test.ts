import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { callerOf } from '@/cloud/adapters/wechat/function-caller'
import { containerCaller } from '@/cloud/hosts/container/caller'
import { personaOf } from '@/cloud/hosts/local/persona'
import { RequestRefused } from '@/cloud/hosts/refusal'
import { requestIn } from '@/cloud/hosts/wechat-function/invocation'

const asked = (headers: IncomingHttpHeaders) => ({ headers }) as IncomingMessage
const JSON_TYPE = { 'content-type': 'application/json' }

function refusalOf(ask: () => unknown): RequestRefused {
  try {
    ask()
  } catch (error) {
    if (error instanceof RequestRefused) return error
  }
  throw new Error('was not refused')
}

describe('the local host takes a persona', () => {
  test.each([
    ['from the header', { 'x-local-persona': 'resident' }, 'resident'],
    ['in Chinese, percent-encoded', { 'x-local-persona': '%E7%8E%8B%E7%A4%BA%E4%BE%8B' }, '王示例'],
    ['from the cookie', { ...JSON_TYPE, cookie: 'a=b; local-persona=elder' }, 'elder'],
    [
      'from the header before the cookie',
      { 'x-local-persona': 'staff', cookie: 'local-persona=elder' },
      'staff',
    ],
  ])('%s', (_how, headers, subject) => {
    expect(personaOf(asked(headers))).toEqual({ provider: 'local', subject })
  })

  test('and takes nobody for a visitor', () => {
    expect(personaOf(asked({}))).toBeNull()
    expect(personaOf(asked({ ...JSON_TYPE, cookie: 'local-persona=; a=b' }))).toBeNull()
  })

  test.each([
    '',
    'a b',
    'x'.repeat(33),
    '%',
    '%FF',
    'a%00b',
    'one, two',
    'ç\u008e\u008b',
    '<script>',
    "' or 1=1",
    '../..',
  ])('but not %j', (name) => {
    const refused = refusalOf(() => personaOf(asked({ 'x-local-persona': name })))
    expect(refused).toMatchObject({
      status: 400,
      code: 'INVALID_INPUT',
      facts: { path: 'x-local-persona' },
    })
  })

  test('and no cookie beside a body that a form of another site could have sent', () => {
    for (const type of [undefined, 'text/plain', 'application/x-www-form-urlencoded']) {
      const headers = { cookie: 'local-persona=elder', 'content-type': type }
      expect(refusalOf(() => personaOf(asked(headers))).facts).toMatchObject({
        path: 'content-type',
      })
    }
  })
})

describe('the container host believes the platform alone', () => {
  test('an openid in its header names the caller', () => {
    expect(containerCaller(asked({ 'x-wx-openid': 'oSample_-1' }))).toEqual({
      provider: 'wechat',
      subject: 'oSample_-1',
    })
  })

  test('a persona, a cookie or another header names nobody', () => {
    const forged = { 'x-local-persona': 'staff', cookie: 'local-persona=staff', 'x-openid': 'o1' }
    expect(containerCaller(asked(forged))).toBeNull()
  })

  test('what is no openid is refused by the name of the header', () => {
    for (const openid of ['o 1', 'o1, o2', '<o>', 'o'.repeat(129)]) {
      const refused = refusalOf(() => containerCaller(asked({ 'x-wx-openid': openid })))
      expect(refused).toMatchObject({ status: 400, facts: { path: 'x-wx-openid' } })
    }
  })
})

describe('the cloud function asks the official SDK who calls', () => {
  const saved = { ...process.env }
  afterEach(() => {
    for (const key of ['WX_CONTEXT_KEYS', 'WX_OPENID', 'WX_FROM_OPENID']) delete process.env[key]
    Object.assign(process.env, saved)
  })
  const platformSays = (environment: Record<string, string>) => {
    Object.assign(process.env, environment)
    process.env['WX_CONTEXT_KEYS'] = Object.keys(environment).join(',')
  }
  const caller = { provider: 'wechat', subject: 'oCaller' }

  test('and takes its OPENID', async () => {
    platformSays({ WX_OPENID: 'oCaller' })
    expect(await callerOf({})).toEqual(caller)
    expect(await callerOf(undefined)).toEqual(caller)
  })

  test('and finds nobody outside a call of a mini-program', async () => {
    expect(await callerOf({})).toBeNull()
  })

  test('and does not take the openid of another account for a shared environment', async () => {
    platformSays({ WX_FROM_OPENID: 'oElsewhere' })
    expect(await callerOf({})).toBeNull()
  })

  test('and does not lend the caller before to a call that has none', async () => {
    platformSays({ WX_OPENID: 'oBefore' })
    expect(await callerOf({ environment: JSON.stringify({ TCB_SOURCE: 'timer' }) })).toBeNull()
    expect(await callerOf({ environment: JSON.stringify({ WX_OPENID: 'oOther' }) })).toBeNull()
    expect(await callerOf({ environment: '{cut' })).toBeNull()
    expect(await callerOf({ environ: 'TCB_SOURCE=timer;X=1' })).toBeNull()
  })

  test('and takes a caller whom the invocation itself states too', async () => {
    platformSays({ WX_OPENID: 'oCaller' })
    const environment = JSON.stringify({ WX_OPENID: 'oCaller', WX_APPID: 'wx1' })
    expect(await callerOf({ environment })).toEqual(caller)
    expect(await callerOf({ environ: 'WX_APPID=wx1;WX_OPENID=oCaller;X=1' })).toEqual(caller)
  })
})

test('what the platform adds to an event is not part of the request', () => {
  const sent = { operation: 'me.get', input: {} }
  const event = { ...sent, userInfo: { appId: 'wx1', openId: 'oForged' }, tcbContext: {} }
  expect(requestIn(event)).toEqual(sent)
  for (const odd of [null, undefined, 7, 'text', [1]]) expect(requestIn(odd)).toEqual(odd)
})
