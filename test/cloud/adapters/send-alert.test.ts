import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { accessToken } from '@/cloud/adapters/wechat/access-token'
import type { AlertMessage } from '@/cloud/adapters/wechat/send-alert'
import { sendBySdk } from '@/cloud/adapters/wechat/send-by-sdk'
import { sendOverHttp } from '@/cloud/adapters/wechat/send-over-http'
import { alertsOfContainer, alertsOfFunction } from '@/cloud/hosts/alerts-of'
import { CannotStart } from '@/cloud/hosts/cannot-start'
import { silentLog } from '../../support/silent-log'

const MESSAGE: AlertMessage = {
  alertId: '3f0c7b1e-5a52-4c8b-9a6e-0d1f2b3c4d5e',
  personId: 'person',
  provider: 'wechat',
  subject: 'openid-of-somebody',
  template: 'tomorrow',
  templateId: 'kQ3n7xUZ0b1d_5mVYc9Lr2TfWgH8sJpEaO4iNvX6oDy',
  page: 'pages/home/home',
  fields: { thing1: '社区大讲堂', time2: '2026年11月26日 15:00' },
}

interface Asked {
  path: string
  body: unknown
}
type Answer = object | 'hang' | 'cut' | { status: number }

/** WeChat as far as it takes messages, answering one after the other; keeps what it was asked. */
async function weChat(answers: Answer[]) {
  const asked: Asked[] = []
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    asked.push({ path: request.url ?? '', body: JSON.parse(await textOf(request)) as unknown })
    const next = answers.shift() ?? { errcode: 0 }
    if (next === 'hang') return
    if (next === 'cut') return void request.socket.destroy()
    const status = 'status' in next ? next.status : 200
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(status === 200 ? JSON.stringify(next) : 'no')
  }
  const server: Server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const end = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { asked, base, end }
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return text
}

async function tried(answers: Answer[], withinMs = 5_000) {
  const { asked, base, end } = await weChat(answers)
  const outcome = await sendOverHttp({ base, token: null, withinMs }, silentLog)(MESSAGE)
  await end()
  return { outcome, asked }
}

describe('a message over HTTP', () => {
  test('goes out as WeChat documents it, without a token where the platform adds it', async () => {
    const { outcome, asked } = await tried([{ errcode: 0, errmsg: 'ok' }])
    expect(outcome).toEqual({ outcome: 'sent', code: 0 })
    expect(asked).toEqual([
      {
        path: '/cgi-bin/message/subscribe/send',
        body: {
          touser: MESSAGE.subject,
          template_id: MESSAGE.templateId,
          page: 'pages/home/home',
          data: { thing1: { value: '社区大讲堂' }, time2: { value: '2026年11月26日 15:00' } },
          lang: 'zh_CN',
        },
      },
    ])
  })

  test.each([
    [43101, 'refused'],
    [47003, 'wrong-fields'],
    [40037, 'wrong'],
    [41030, 'wrong'],
    [-1, 'later'],
    [45009, 'enough'],
    [48001, 'later'],
  ])('that is answered %i is %s', async (errcode, outcome) => {
    expect((await tried([{ errcode }])).outcome).toEqual({ outcome, code: errcode })
  })

  test.each<[string, Answer, string]>([
    ['does not answer in time', 'hang', 'unknown'],
    ['drops the line', 'cut', 'unknown'],
    ['has a fault of its own', { status: 502 }, 'unknown'],
    ['answers something else', { greeting: 'hello' }, 'unknown'],
    ['turns it away', { status: 403 }, 'later'],
  ])('leaves open what became of it only where it may have arrived: WeChat %s', async (...one) => {
    const [, answer, outcome] = one
    expect((await tried([answer], 300)).outcome).toEqual({ outcome, code: null })
  })

  test('was surely not sent where nobody listens', async () => {
    const { base, end } = await weChat([])
    await end()
    const sent = await sendOverHttp({ base, token: null }, silentLog)(MESSAGE)
    expect(sent).toEqual({ outcome: 'later', code: null })
  })

  test('carries a token of its own elsewhere, kept, and asked for anew once when it is not taken', async () => {
    const { asked, base, end } = await weChat([
      { access_token: 'first', expires_in: 7200 },
      { errcode: 0 },
      { errcode: 40001 },
      { access_token: 'second', expires_in: 7200 },
      { errcode: 0 },
    ])
    const token = accessToken({ base, appId: 'wx1', secret: 's' }, silentLog)
    const send = sendOverHttp({ base, token }, silentLog)
    expect(await send(MESSAGE)).toEqual({ outcome: 'sent', code: 0 })
    expect(await send(MESSAGE)).toEqual({ outcome: 'sent', code: 0 })
    await end()
    expect(asked.map(({ path }) => path)).toEqual([
      '/cgi-bin/stable_token',
      '/cgi-bin/message/subscribe/send?access_token=first',
      '/cgi-bin/message/subscribe/send?access_token=first',
      '/cgi-bin/stable_token',
      '/cgi-bin/message/subscribe/send?access_token=second',
    ])
    expect(asked[3]!.body).toMatchObject({ force_refresh: true })
  })

  test('waits where there is no token, and one that ends is asked for again', async () => {
    let now = 0
    const { asked, base, end } = await weChat([
      { errcode: 40125 },
      { access_token: 'first', expires_in: 7200 },
      { access_token: 'second', expires_in: 7200 },
    ])
    const token = accessToken({ base, appId: 'wx1', secret: 's' }, silentLog, () => now)
    const send = sendOverHttp({ base, token }, silentLog)
    expect(await send(MESSAGE)).toEqual({ outcome: 'later', code: null })
    expect(await Promise.all([token(false), token(false)])).toEqual(['first', 'first'])
    now = 6_899_000
    expect(await token(false)).toBe('first')
    now = 6_900_000
    expect(await token(false)).toBe('second')
    await end()
    expect(asked).toHaveLength(3)
  })
})

describe('a message by the SDK', () => {
  const sdkThat = (send: (wish: object) => Promise<{ errCode?: number }>) => async () => ({
    openapi: { subscribeMessage: { send } },
  })

  test('goes out in the SDK’s words', async () => {
    const asked: object[] = []
    const sdk = sdkThat(async (wish) => (asked.push(wish), { errCode: 0 }))
    expect(await sendBySdk(silentLog, sdk)(MESSAGE)).toEqual({ outcome: 'sent', code: 0 })
    expect(asked).toEqual([
      expect.objectContaining({ touser: MESSAGE.subject, templateId: MESSAGE.templateId }),
    ])
  })

  test.each<[Error, string, number | null]>([
    [Object.assign(new Error('no'), { errCode: 43101 }), 'refused', 43101],
    [Object.assign(new Error('no'), { errCode: 47003 }), 'wrong-fields', 47003],
    [Object.assign(new Error('no'), { errCode: -604101 }), 'later', -604101],
    [new Error('ETIMEDOUT'), 'unknown', null],
  ])('that is rejected with %p is told by its code', async (error, outcome, code) => {
    const sdk = sdkThat(() => Promise.reject(error))
    expect(await sendBySdk(silentLog, sdk)(MESSAGE)).toEqual({ outcome, code })
  })
})

describe('what an operator sets', () => {
  const CHANGLAI_TEMPLATES = JSON.stringify({
    tomorrow: { id: MESSAGE.templateId, fields: { thing1: 'title' } },
  })

  test('gives a container its messages, or none', () => {
    expect(alertsOfContainer({}, silentLog)).toBeNull()
    expect(alertsOfContainer({ CHANGLAI_TEMPLATES }, silentLog)).toMatchObject({
      provider: 'wechat',
      templates: { tomorrow: { id: MESSAGE.templateId } },
    })
  })

  test.each([
    { CHANGLAI_TEMPLATES: '{"tomorrow":{}}' },
    { CHANGLAI_TEMPLATES, CHANGLAI_WECHAT_APPID: 'wx1' },
    { CHANGLAI_TEMPLATES, CHANGLAI_WECHAT_API: 'api.weixin.qq.com' },
  ])(
    'that is wrong keeps a container from starting, and costs a function its messages: %p',
    (set) => {
      expect(() => alertsOfContainer(set, silentLog)).toThrow(CannotStart)
      if (set.CHANGLAI_TEMPLATES !== CHANGLAI_TEMPLATES) {
        expect(alertsOfFunction(set, silentLog)).toBeNull()
      }
    },
  )
})
