import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import { request as httpRequest } from 'node:http'
import { createLog } from '@/cloud/log'
import { readJson } from '@/cloud/hosts/http/body'
import { jsonReply } from '@/cloud/hosts/http/reply'
import { createHttpServer, type HttpServer } from '@/cloud/hosts/http/server'

const log = createLog({ name: 'test', level: 'silent' })
let http: HttpServer
let port: number
let finishSlow: () => void
let slowBegins: () => void
let slowBegan: Promise<void>
let bytesRead = 0

beforeEach(async () => {
  bytesRead = 0
  const slow = new Promise<void>((resolve) => (finishSlow = resolve))
  slowBegan = new Promise<void>((resolve) => (slowBegins = resolve))
  http = createHttpServer(
    {
      exact: {
        '/echo': {
          method: 'POST',
          route: async ({ request }) => {
            request.on('data', (chunk: Buffer) => (bytesRead += chunk.length))
            return jsonReply(200, { echoed: await readJson(request) })
          },
        },
        '/slow': {
          method: 'GET',
          route: async () => {
            slowBegins()
            await slow
            return jsonReply(200, { slow: true })
          },
        },
        '/patient': {
          method: 'POST',
          within: 900,
          route: async ({ request }) => jsonReply(200, { read: await readJson(request) }),
        },
        '/hasty': {
          method: 'POST',
          within: 300,
          route: async ({ request }) => jsonReply(200, { read: await readJson(request) }),
        },
        '/broken': {
          method: 'GET',
          route: () => {
            throw new Error('王示例 must not be told')
          },
        },
      },
      below: {},
    },
    log,
  )
  http.server.listen(0, '127.0.0.1')
  await once(http.server, 'listening')
  port = (http.server.address() as AddressInfo).port
})

afterEach(async () => {
  finishSlow()
  await http.stop()
})

const at = (path: string) => `http://127.0.0.1:${port}${path}`
const echo = (body: BodyInit, headers: Record<string, string> = {}) =>
  fetch(at('/echo'), { method: 'POST', body, headers })

/** Sends bytes as they are and gives everything that came back until the server hung up. */
async function raw(...parts: (string | number)[]): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  let received = ''
  socket.on('data', (chunk) => (received += chunk.toString()))
  socket.on('error', () => {})
  await once(socket, 'connect')
  for (const part of parts) {
    if (typeof part === 'number') await new Promise((resolve) => setTimeout(resolve, part))
    else if (socket.writable) socket.write(part)
  }
  if (!socket.closed) await once(socket, 'close')
  return received
}

describe('a body', () => {
  const ofBytes = (bytes: number) => JSON.stringify('x'.repeat(bytes - 2))

  test('of exactly 64 KB is taken', async () => {
    expect((await echo(ofBytes(65_536))).status).toBe(200)
  })

  test('of one byte more is refused with 413, naming why', async () => {
    const response = await echo(ofBytes(65_537))
    expect(response.status).toBe(413)
    expect(await response.json()).toEqual({
      ok: false,
      code: 'INVALID_INPUT',
      facts: { path: '', reason: 'TOO_LARGE' },
      traceId: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
    })
  })

  test('that announces too much is refused before a byte of it is sent', async () => {
    const answer = await raw(
      'POST /echo HTTP/1.1\r\nhost: x\r\nexpect: 100-continue\r\ncontent-length: 5000000\r\n\r\n',
    )
    expect(answer).toMatch(/^HTTP\/1\.1 413 /)
    expect(answer).toContain('TOO_LARGE')
    expect(bytesRead).toBe(0)
  })

  test('that keeps its length to itself is refused as soon as 64 KB have come', async () => {
    const chunk = `4000\r\n${'x'.repeat(16_384)}\r\n`
    const endless = Array.from({ length: 200 }, () => chunk)
    const answer = await raw(
      'POST /echo HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n',
      ...endless,
    )
    expect(answer).toMatch(/^HTTP\/1\.1 413 /)
    expect(bytesRead).toBeLessThan(200 * 16_384)
  })

  test.each([
    ['cut short', '{"a":'],
    ['empty', ''],
    ['not UTF-8', Buffer.from([0x22, 0xff, 0xfe, 0x22])],
    ['compressed', Buffer.from([0x1f, 0x8b, 8, 0])],
    ['a form', 'operation=seats.book'],
  ])('that is %s is refused with 400 NOT_JSON', async (_what, body) => {
    const response = await echo(body)
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({
      code: 'INVALID_INPUT',
      facts: { path: '', reason: 'NOT_JSON' },
    })
  })
})

describe('a request', () => {
  test('for an unknown path gets 404 in the form of the envelope', async () => {
    const response = await fetch(at('/nowhere'))
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({
      ok: false,
      code: 'NOT_FOUND',
      facts: { what: 'route' },
    })
  })

  test.each(['__proto__', 'constructor', 'toString'])('for /%s gets 404', async (name) => {
    expect((await fetch(at(`/${name}`))).status).toBe(404)
  })

  test('with another method gets 405 and is told the one that fits', async () => {
    const response = await fetch(at('/echo'))
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('POST')
    const deleted = await fetch(at('/slow'), { method: 'DELETE' })
    expect(deleted.status).toBe(405)
    expect(deleted.headers.get('allow')).toBe('GET, HEAD')
  })

  test('by HEAD gets the headers of GET and no body', async () => {
    finishSlow()
    const response = await fetch(at('/slow'), { method: 'HEAD' })
    expect(response.status).toBe(200)
    expect(response.headers.get('content-length')).toBe(String('{"slow":true}'.length))
    expect(await response.text()).toBe('')
  })

  test('that is not HTTP gets 400, and headers without end get 431', async () => {
    expect(await raw('one two three\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 .*NOT_HTTP/s)
    const headers = `GET /slow HTTP/1.1\r\nhost: x\r\nx-long: ${'x'.repeat(20_000)}\r\n\r\n`
    expect(await raw(headers)).toMatch(/^HTTP\/1\.1 431 /)
  })

  test('that hits a bug gets 500 with a trace id and no text', async () => {
    const response = await fetch(at('/broken'))
    const text = await response.text()
    expect(response.status).toBe(500)
    expect(JSON.parse(text)).toEqual({
      ok: false,
      code: 'UNAVAILABLE',
      facts: {},
      traceId: response.headers.get('x-trace-id'),
    })
    expect(text).not.toContain('王示例')
  })

  test('is answered with headers that keep it out of caches, frames and guesses', async () => {
    const { headers } = await echo('1')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('access-control-allow-origin')).toBeNull()
  })
})

describe('a body that comes slowly', () => {
  const post = (path: string) =>
    `POST ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: 4\r\n\r\n`

  test('is waited for as long as its route says, and then refused with 408', async () => {
    expect(await raw(post('/patient'), '12', 600, '34')).toMatch(/^HTTP\/1\.1 200 .*"read":1234/s)
    const answer = await raw(post('/hasty'), '12', 600, '34')
    expect(answer).toMatch(/^HTTP\/1\.1 408 .*TOO_SLOW/s)
    expect(answer).not.toContain('200 OK')
  })

  test('is cut off even when it goes on coming', async () => {
    const startedAt = Date.now()
    const drops = Array.from({ length: 40 }, () => [100, ' ']).flat()
    await raw(post('/hasty').replace('length: 4', 'length: 4000'), ...drops)
    expect(Date.now() - startedAt).toBeLessThan(6_000)
  })
})

describe('stopping', () => {
  test('takes no new connection and answers what is under way first', async () => {
    const answered = fetch(at('/slow'))
    await slowBegan
    const stopped = http.stop()
    await expect(fetch(at('/slow'))).rejects.toThrow()
    finishSlow()
    const response = await answered
    expect(response.headers.get('connection')).toBe('close')
    expect(await response.json()).toEqual({ slow: true })
    await stopped
  })

  test('waits for a body that is still arriving', async () => {
    const arriving = httpRequest({ port, path: '/echo', method: 'POST', host: '127.0.0.1' })
    arriving.write('"half')
    await new Promise((resolve) => setTimeout(resolve, 50))
    const stopped = http.stop()
    arriving.end(' and half"')
    const [response] = (await once(arriving, 'response')) as [import('node:http').IncomingMessage]
    expect(response.statusCode).toBe(200)
    response.resume()
    await stopped
  })

  test('lets go of connections that wait for a next request', async () => {
    const socket = connect(port, '127.0.0.1')
    await once(socket, 'connect')
    socket.write('POST /echo HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\n\r\n1')
    await once(socket, 'data')
    const closed = once(socket, 'close')
    await http.stop()
    await closed
  })
})
