import { createReceive, MAX_FILE_BYTES } from '@/cloud/files/receive'
import { fixedClock } from '@/cloud/clock'
import { forgetUploadedFiles } from '@/cloud/jobs/forget-uploaded-files'
import { fileOf } from '@/cloud/store/queries/uploaded-files'
import { personOfIdentity } from '@/cloud/store/queries/people'
import { containerDoor } from '../../support/container-host'
import { type TestDatabase, asOwner, testDatabase } from '../../support/database'
import { localDoor } from '../../support/local-host'
import { silentLog } from '../../support/silent-log'

const CSV = Buffer.from('名称,地址\n示例驿站,工人路\n')
let database: TestDatabase

beforeAll(async () => {
  database = await testDatabase()
}, 90_000)
afterAll(() => database.drop())

describe.each([
  ['the local host', localDoor, (who: string) => ({ 'x-local-persona': who })],
  ['the container', containerDoor, (who: string) => ({ 'x-wx-openid': who })],
] as const)('POST /upload of %s', (_, open, identity) => {
  let door: Awaited<ReturnType<typeof open>>
  beforeAll(async () => {
    door = await open(database.appUrl)
  }, 90_000)
  afterAll(() => door.end())

  async function send(content: Buffer, headers: Record<string, string>) {
    const response = await fetch(`${door.url}/upload`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', ...headers },
      body: new Uint8Array(content),
    })
    return { status: response.status, answer: (await response.json()) as Record<string, unknown> }
  }
  const name = { 'x-file-name': encodeURIComponent('驿站名单.csv') }

  test('keeps a file for the one who sent it', async () => {
    const { status, answer } = await send(CSV, { ...identity('sender'), ...name })
    expect(status).toBe(200)
    expect(answer).toMatchObject({
      ok: true,
      value: { fileId: expect.stringMatching(/^f-[a-z2-7]{26}$/) },
    })
    const { fileId } = answer['value'] as { fileId: string }
    const provider = open === localDoor ? 'local' : 'wechat'
    const { pool } = database.store
    const sender = await personOfIdentity(pool, { provider, subject: 'sender' })
    const other = await personOfIdentity(pool, { provider, subject: 'other' })
    expect(await fileOf(pool, sender, fileId)).toEqual({
      name: '驿站名单.csv',
      kind: 'csv',
      content: CSV,
    })
    expect(await fileOf(pool, other, fileId)).toBeNull()
  })

  test.each<[string, Record<string, string>, Buffer, object]>([
    ['a visitor', { ...name }, CSV, { code: 'UNAUTHENTICATED' }],
    [
      'a file without a name',
      identity('sender'),
      CSV,
      { facts: { path: 'x-file-name', reason: 'NAME' } },
    ],
    [
      'a name that climbs',
      { ...identity('sender'), 'x-file-name': '..%2Fetc%2Fpasswd' },
      CSV,
      { facts: { path: 'x-file-name', reason: 'NAME' } },
    ],
    [
      'a name that is no UTF-8',
      { ...identity('sender'), 'x-file-name': '%ff' },
      CSV,
      { facts: { path: 'x-file-name', reason: 'ENCODING' } },
    ],
    [
      'nothing',
      { ...identity('sender'), ...name },
      Buffer.alloc(0),
      { facts: { path: '', reason: 'EMPTY' } },
    ],
    [
      'a program called .csv',
      { ...identity('sender'), ...name },
      Buffer.from('\x7fELF\x02\x00'),
      { facts: { path: '', reason: 'FILE_KIND' } },
    ],
  ])('refuses %s', async (_what, headers, content, refused) => {
    const { status, answer } = await send(content, headers)
    expect(answer).toMatchObject({ ok: false, ...refused })
    expect(status).toBeLessThan(500)
  })

  test('takes 10 MB, and refuses a byte more', async () => {
    const most = Buffer.concat([Buffer.from('%PDF-'), Buffer.alloc(MAX_FILE_BYTES - 5)])
    const headers = { ...identity('sender'), ...name }
    expect((await send(most, headers)).answer).toMatchObject({ ok: true })
    const { status, answer } = await send(Buffer.concat([most, Buffer.from('x')]), headers)
    expect(status).toBe(413)
    expect(answer).toMatchObject({ code: 'INVALID_INPUT', facts: { reason: 'TOO_LARGE' } })
  })

  test('is no door for a larger call', async () => {
    const response = await fetch(`${door.url}/call`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ operation: 'x'.repeat(70_000) }),
    })
    expect(response.status).toBe(413)
  })
})

test('A page of another site cannot send a file with somebody’s cookie', async () => {
  const door = await localDoor(database.appUrl)
  const post = (headers: Record<string, string>) =>
    fetch(`${door.url}/upload`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain', cookie: 'local-persona=sender', ...headers },
      body: new Uint8Array(CSV),
    })
  expect((await post({})).status).toBe(400)
  expect(await (await post({ 'x-file-name': 'a.csv' })).json()).toMatchObject({ ok: true })
  await door.end()
}, 60_000)

test('A person has room for thirty files, and for new ones a day later, when the old are gone', async () => {
  const { store } = database
  const start = Date.parse('2026-11-24T10:00:00+08:00')
  const send = (at: number) =>
    createReceive(
      store,
      fixedClock(at),
    )({
      identity: { provider: 'local', subject: 'collector' },
      name: 'a.csv',
      content: CSV,
    })
  const answers = []
  for (let file = 0; file < 31; file++) answers.push(await send(start))
  expect(answers.filter((answer) => 'fileId' in answer)).toHaveLength(30)
  expect(answers[30]).toEqual({ refused: 'TOO_MANY_REQUESTS', retryAfterMs: 3_600_000 })

  const dayLater = start + 86_400_001
  expect(await send(dayLater)).toHaveProperty('fileId')
  const dependencies = { store, clock: fixedClock(dayLater), log: silentLog }
  expect(await forgetUploadedFiles(dependencies)).toBeGreaterThanOrEqual(30)
  expect(
    await asOwner<{ n: string }>(
      database,
      `select count(*) as n from changlai.uploaded_file f join changlai.person_identity i using (person_id)
       where i.subject = 'collector'`,
    ),
  ).toEqual([{ n: '1' }])
})
