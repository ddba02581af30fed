import { createHmac, randomBytes } from 'node:crypto'
import { type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SealBroken, openBytes, sealBytes } from '../../../src/cloud/adapters/crypto/authenticated'
import { masterKeysIn } from '../../../src/cloud/adapters/crypto/environment'
import { type MasterKeys, SealingUnavailable } from '../../../src/cloud/adapters/crypto/master-keys'

/** What the service is sent. */
interface Asked {
  action: string
  version: string
  region: string
  authorization: string
  token: string | undefined
  input: Record<string, string>
}

const KEY = randomBytes(32)
const asked: Asked[] = []
let server: Server
let url: string
/** What the stand-in answers instead of doing it. */
let refusal: string | null = null

/**
 * Stands in for Tencent Cloud KMS: Encrypt and Decrypt of its API of 2019-01-18, whose ciphertexts name
 * their key and are bound to the EncryptionContext.
 */
function answerOf({ action, input }: Asked): object {
  if (refusal !== null) return { Error: { Code: refusal, Message: `no ${input['Plaintext']}` } }
  const context = input['EncryptionContext']!
  if (action === 'Encrypt') {
    const sealed = sealBytes(KEY, context, Buffer.from(input['Plaintext']!, 'base64'))
    return { KeyId: input['KeyId'], CiphertextBlob: sealed.toString('base64') }
  }
  try {
    const opened = openBytes(KEY, context, Buffer.from(input['CiphertextBlob']!, 'base64'))
    return { KeyId: 'example', Plaintext: opened.toString('base64') }
  } catch {
    return { Error: { Code: 'InvalidParameterValue.InvalidCiphertext', Message: 'broken' } }
  }
}

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (part: string) => (body += part))
    request.on('end', () => {
      const header = (name: string) => request.headers[name] as string
      const one: Asked = {
        action: header('x-tc-action'),
        version: header('x-tc-version'),
        region: header('x-tc-region'),
        authorization: header('authorization'),
        token: request.headers['x-tc-token'] as string | undefined,
        input: JSON.parse(body) as Record<string, string>,
      }
      asked.push(one)
      if (refusal === 'silence') return void request.socket.destroy()
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify({ Response: { ...answerOf(one), RequestId: 'example' } }))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => new Promise((resolve) => server.close(resolve)))
beforeEach(() => {
  asked.length = 0
  refusal = null
})

const environment = (more: Record<string, string> = {}) => ({
  CHANGLAI_KMS_KEYS: '1:key-one,2:key-two',
  CHANGLAI_KMS_URL: url,
  TENCENTCLOUD_REGION: 'ap-guangzhou',
  TENCENTCLOUD_SECRETID: 'example-id',
  TENCENTCLOUD_SECRETKEY: 'example-key',
  ...more,
})
const kms = (more?: Record<string, string>): MasterKeys => masterKeysIn(environment(more))!

test('Wraps under the current key and unwraps, bound to the context', async () => {
  const [keys, key] = [kms(), randomBytes(32)]
  const wrapped = await keys.wrap(key, 'consultation:example.1')
  expect([keys.current, wrapped.keyVersion]).toEqual([2, 2])
  expect(wrapped.wrappedKey.includes(key)).toBe(false)
  expect(await keys.unwrap(wrapped, 'consultation:example.1')).toEqual(key)
  await expect(keys.unwrap(wrapped, 'consultation:example.2')).rejects.toThrow(SealBroken)
  expect(asked.map(({ action, version, region }) => [action, version, region])).toEqual([
    ['Encrypt', '2019-01-18', 'ap-guangzhou'],
    ['Decrypt', '2019-01-18', 'ap-guangzhou'],
    ['Decrypt', '2019-01-18', 'ap-guangzhou'],
  ])
  expect(asked[0]!.input['KeyId']).toBe('key-two')
})

test('Signs with TC3-HMAC-SHA256, with the token of a function’s role where there is one', async () => {
  await kms({ TENCENTCLOUD_SESSIONTOKEN: 'example-token' }).wrap(randomBytes(32), 'example')
  const { authorization, token } = asked[0]!
  expect(authorization).toMatch(/^TC3-HMAC-SHA256 Credential=example-id\/\d{4}-\d\d-\d\d\//)
  expect(authorization).toMatch(/Signature=[0-9a-f]{64}$/)
  expect(authorization).not.toContain(createHmac('sha256', 'example-key').digest('hex'))
  expect(token).toBe('example-token')
})

test.each(['ResourceUnavailable.CmkDisabled', 'AuthFailure.UnauthorizedOperation', 'silence'])(
  'A service that says %s makes sealing unavailable, in a sentence without what was sent',
  async (code) => {
    refusal = code
    const key = randomBytes(32)
    const error = await kms()
      .wrap(key, 'example')
      .catch((one: Error) => one)
    expect(error).toBeInstanceOf(SealingUnavailable)
    const { message } = error as Error
    expect(message).toMatch(/^The KMS did not encrypt a key: /)
    expect(message).not.toContain(key.toString('base64'))
    if (code !== 'silence') expect(message).toContain(code)
  },
)

test('A version that is not named is not asked for', async () => {
  const wrapped = await kms().wrap(randomBytes(32), 'example')
  const fewer = kms({ CHANGLAI_KMS_KEYS: '1:key-one' })
  await expect(fewer.unwrap(wrapped, 'example')).rejects.toThrow(/master key 2/)
})

test.each([
  [{ CHANGLAI_KMS_KEYS: 'key-one' }, 'list like'],
  [{ CHANGLAI_KMS_KEYS: '1:a,1:b' }, 'list like'],
  [{ TENCENTCLOUD_REGION: '' }, 'TENCENTCLOUD_REGION'],
  [{ CHANGLAI_MASTER_KEYS: `1:${randomBytes(32).toString('base64')}` }, 'not both'],
])('What is wrong in the environment is named: %j', (more, named) => {
  expect(() => kms(more as Record<string, string>)).toThrow(named)
})

test('Without keys there is no KMS', () => {
  expect(masterKeysIn({})).toBeNull()
})
