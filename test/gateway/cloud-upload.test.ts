import type { Caller } from '@/gateway/call/caller'
import type { Reply } from '@/gateway/call/wire'
import { createCloudUpload } from '@/gateway/files/cloud-upload'

const FILE_ID = `f-${'a'.repeat(26)}`
const PATH = `uploads/${'b'.repeat(26)}`
const NOW = Date.parse('2026-11-22T09:00:00+08:00')
const UNTIL = '2026-11-22T09:00:30+08:00'
const begun = { ok: true, value: { cloudPath: PATH, until: UNTIL } }
const received = { ok: true, value: { fileId: FILE_ID } }
const refused = (code: string, facts: object) => ({ ok: false, code, facts, traceId: 't' })
const photo = { name: '门口.jpg', size: 9, path: 'wxfile://tmp/9.jpg' }

/** A cloud that gives these answers in turn, and whose storage fails as often as said. */
function cloudOf(answers: object[], failures = 0) {
  const asked: unknown[] = []
  const waits: number[] = []
  let left = failures
  const upload = createCloudUpload({
    call: (async (operation: string, input: object) => {
      asked.push({ operation, input })
      return answers.shift() as Reply<never>
    }) as Caller['call'],
    put: async (file) => {
      asked.push(file)
      if (left-- > 0) throw new Error('uploadFile:fail')
      return { fileID: `cloud://sample/${file.cloudPath}` }
    },
    now: () => NOW,
    chance: () => 0.5,
    wait: async (ms) => void waits.push(ms),
  })
  return { upload, asked, waits }
}

it('asks for a path, puts the file there and has it taken in', async () => {
  const { upload, asked } = cloudOf([begun, received])
  expect(await upload(photo)).toEqual(received)
  expect(asked).toEqual([
    { operation: 'files.begin', input: { name: '门口.jpg', bytes: 9 } },
    { cloudPath: PATH, filePath: photo.path },
    { operation: 'files.receive', input: { cloudFileId: `cloud://sample/${PATH}` } },
  ])
})

it('puts it there again when storage fails, and gives up in the end', async () => {
  const twice = cloudOf([begun, received], 2)
  expect(await twice.upload(photo)).toEqual(received)
  expect(twice.waits).toEqual([250, 500])
  const never = cloudOf([begun], 99)
  expect(await never.upload(photo)).toMatchObject({ ok: false, code: 'UNREACHABLE' })
  expect(never.asked.filter((one) => (one as { operation?: string }).operation)).toHaveLength(1)
})

it.each([
  [
    refused('FILE_REFUSED', { reason: 'FILE_KIND' }),
    { code: 'INVALID_INPUT', facts: { reason: 'FILE_KIND' } },
  ],
  [
    refused('TOO_MANY_FILES', { until: UNTIL }),
    { code: 'TOO_MANY_REQUESTS', facts: { retryAfterMs: 30_000 } },
  ],
  [refused('NO_CLOUD_STORAGE', {}), { code: 'UNAVAILABLE' }],
  [refused('NOT_FOUND', { what: 'file' }), { code: 'NOT_FOUND' }],
  [refused('UNAUTHENTICATED', {}), { code: 'UNAUTHENTICATED' }],
])('says %j as an HTTP host would', async (answer, expected) => {
  expect(await cloudOf([begun, answer]).upload(photo)).toMatchObject({ ok: false, ...expected })
})

it('says of a name that is too long what an HTTP host says', async () => {
  const { upload } = cloudOf([refused('INVALID_INPUT', { path: 'name', reason: 'TOO_LONG' })])
  expect(await upload(photo)).toMatchObject({ facts: { reason: 'NAME' } })
})

it.each([
  [11 * 1024 * 1024, 'TOO_LARGE'],
  [0, 'EMPTY'],
])('sends nothing of a file of %d bytes', async (size, reason) => {
  const { upload, asked } = cloudOf([])
  expect(await upload({ ...photo, size })).toMatchObject({ facts: { reason } })
  expect(asked).toEqual([])
})

it('sends one after the other, so that two files of one name get two paths', async () => {
  const other = { ok: true, value: { cloudPath: 'uploads/other', until: UNTIL } }
  const { upload, asked } = cloudOf([begun, received, other, received])
  await Promise.all([upload(photo), upload(photo)])
  expect(asked.filter((one) => 'filePath' in (one as object))).toEqual([
    { cloudPath: PATH, filePath: photo.path },
    { cloudPath: 'uploads/other', filePath: photo.path },
  ])
})
