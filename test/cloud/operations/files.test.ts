import type { CloudFiles } from '@/cloud/adapters/wechat/cloud-files'
import { fixedClock } from '@/cloud/clock'
import { createDispatch } from '@/cloud/dispatch'
import { forgetUploadedFiles } from '@/cloud/jobs/forget-uploaded-files'
import { PATHS_AT_ONCE } from '@/cloud/store/queries/upload-paths'
import { fileOf } from '@/cloud/store/queries/uploaded-files'
import { personOfIdentity } from '@/cloud/store/queries/people'
import { MAX_FILE_BYTES } from '@/contract/files'
import { HOUR, toInstantText } from '@/domain/time/instant'
import { callerOf, newRequestId, refusalOf, valueOf } from '../../support/builders/caller'
import { NOW } from '../../support/builders/programme'
import { type TestDatabase, testDatabase } from '../../support/database'
import { silentLog } from '../../support/silent-log'

const CSV = Buffer.from('名称,地址\n示例驿站,工人路\n')
const CLOUD = 'cloud://sample-1a.7361-sample-1a/'

let database: TestDatabase
const clock = fixedClock(NOW)
/** What lies in cloud storage, by its file id. */
const stored = new Map<string, Buffer>()
const cloudFiles: CloudFiles = {
  read: async (id, most) => {
    const content = stored.get(id)
    if (!content) return 'MISSING'
    return content.length > most ? 'TOO_LARGE' : content
  },
  remove: async (id) => void stored.delete(id),
}
const here = { cloudFiles }
const as = (subject: string, more: object = here) =>
  callerOf(createDispatch({ store: database.store, clock, log: silentLog, ...more }), subject)

beforeAll(async () => {
  database = await testDatabase()
})
beforeEach(() => {
  clock.set(NOW)
  stored.clear()
})
afterAll(() => database.drop())

/** Puts a file where this person was told to; gives what cloud storage calls it. */
async function put(subject: string, content: Buffer, name = '名单.csv'): Promise<string> {
  const { cloudPath } = valueOf(await as(subject)('files.begin', { name, bytes: 5 }))
  const cloudFileId = `${CLOUD}${cloudPath}`
  stored.set(cloudFileId, content)
  return cloudFileId
}

test('A file that a phone put where it was told is the person’s, and its copy is gone', async () => {
  const begun = valueOf(await as('sender')('files.begin', { name: '名单.csv', bytes: CSV.length }))
  expect(begun).toEqual({
    cloudPath: expect.stringMatching(/^uploads\/[a-z2-7]{26}$/),
    until: toInstantText(NOW + HOUR),
  })
  const cloudFileId = await put('sender', CSV)
  const { fileId } = valueOf(await as('sender')('files.receive', { cloudFileId }))
  const { pool } = database.store
  const sender = await personOfIdentity(pool, { provider: 'local', subject: 'sender' })
  expect(await fileOf(pool, sender, fileId)).toEqual({
    name: '名单.csv',
    kind: 'csv',
    content: CSV,
  })
  expect(stored.size).toBe(0)
})

test('The same request takes it in once and gets the same answer, at once or later', async () => {
  const cloudFileId = await put('twice', CSV)
  const requestId = newRequestId()
  const ask = () => as('twice')('files.receive', { cloudFileId }, requestId)
  const answers = await Promise.all([ask(), ask(), ask()])
  answers.push(await ask())
  for (const answer of answers) expect(valueOf(answer)).toEqual(valueOf(answers[0]))
  expect(refusalOf(await as('twice')('files.receive', { cloudFileId }))).toMatchObject({
    code: 'NOT_FOUND',
  })
})

test('What was put at somebody else’s path, nowhere, or too late, is not there', async () => {
  const mine = await put('mine', CSV)
  expect(refusalOf(await as('stranger')('files.receive', { cloudFileId: mine }))).toMatchObject({
    code: 'NOT_FOUND',
    facts: { what: 'file' },
  })
  expect(stored.size).toBe(1)
  const { cloudPath } = valueOf(await as('mine')('files.begin', { name: 'x', bytes: 1 }))
  for (const cloudFileId of [`${CLOUD}${cloudPath}`, `${CLOUD}uploads/${'a'.repeat(26)}`]) {
    expect(refusalOf(await as('mine')('files.receive', { cloudFileId })).code).toBe('NOT_FOUND')
  }
  clock.set(NOW + HOUR)
  expect(refusalOf(await as('mine')('files.receive', { cloudFileId: mine })).code).toBe('NOT_FOUND')
})

test.each([
  ['nothing', Buffer.alloc(0), 'EMPTY'],
  ['a program', Buffer.from('\x7fELF\x02\x01\x01\0', 'latin1'), 'FILE_KIND'],
  ['more than 10 MB', Buffer.alloc(MAX_FILE_BYTES + 1, 'a'), 'TOO_LARGE'],
])('%s is refused by name and not left lying', async (_, content, reason) => {
  const cloudFileId = await put('wrong', content)
  const answer = await as('wrong')('files.receive', { cloudFileId })
  expect(refusalOf(answer)).toMatchObject({ code: 'FILE_REFUSED', facts: { reason } })
  expect(stored.size).toBe(0)
})

test('A person may have so many paths at once, and so much on the way', async () => {
  for (let path = 0; path < PATHS_AT_ONCE; path += 1) {
    clock.set(NOW + path * 1000)
    await put('eager', CSV)
  }
  const more = () => as('eager')('files.begin', { name: 'x', bytes: 1 })
  expect(refusalOf(await more())).toMatchObject({
    code: 'TOO_MANY_FILES',
    facts: { until: toInstantText(NOW + HOUR) },
  })
  valueOf(await as('other')('files.begin', { name: 'x', bytes: 1 }))
  const [first] = stored.keys()
  valueOf(await as('eager')('files.receive', { cloudFileId: first! }))
  valueOf(await more())
  expect(refusalOf(await more()).code).toBe('TOO_MANY_FILES')
  clock.set(NOW + HOUR + 1000)
  valueOf(await more())
})

test('Past the day’s allowance nothing is taken in', async () => {
  const large = Buffer.alloc(9 * 1024 * 1024, 'a')
  for (let file = 0; file < 8; file += 1) {
    const cloudFileId = await put('hoarder', large)
    valueOf(await as('hoarder')('files.receive', { cloudFileId }))
  }
  const cloudFileId = await put('hoarder', large)
  const answer = await as('hoarder')('files.receive', { cloudFileId })
  expect(refusalOf(answer)).toMatchObject({ code: 'TOO_MANY_FILES' })
  expect(stored.size).toBe(0)
})

test('A host without cloud storage says so', async () => {
  const me = as('sender', {})
  const cloudFileId = `${CLOUD}uploads/${'a'.repeat(26)}`
  for (const answer of [
    await me('files.begin', { name: 'x', bytes: 1 }),
    await me('files.receive', { cloudFileId }),
  ]) {
    expect(refusalOf(answer).code).toBe('NO_CLOUD_STORAGE')
  }
})

test.each([
  ['a name that climbs', { name: '../x', bytes: 1 }, 'name'],
  ['no name', { name: '', bytes: 1 }, 'name'],
  ['too many bytes', { name: 'x', bytes: MAX_FILE_BYTES + 1 }, 'bytes'],
])('%s is refused before anything is sent', async (_, input, path) => {
  expect(refusalOf(await as('sender')('files.begin', input))).toMatchObject({
    code: 'INVALID_INPUT',
    facts: { path },
  })
})

test('Paths that no longer hold are forgotten', async () => {
  await put('forgetful', CSV)
  clock.set(NOW + HOUR)
  await forgetUploadedFiles({ store: database.store, clock, log: silentLog })
  const { rowCount } = await database.store.pool.query(
    'select from changlai.upload_path where begun_at <= $1',
    [new Date(NOW)],
  )
  expect(rowCount).toBe(0)
})
