import { createUpload } from '@/gateway/files/upload'

const FILE_ID = `f-${'a'.repeat(26)}`
const taken = { ok: true, value: { fileId: FILE_ID } }
const away = { ok: false, code: 'UNAVAILABLE', facts: {}, traceId: 't' }
const file = (bytes = 10) => ({
  name: '驿站 名单.xlsx',
  size: bytes,
  blob: new Blob([new Uint8Array(bytes)]),
})

/** A host that gives these answers in turn; an Error is a line that breaks. */
function hostOf(...answers: (object | Error)[]) {
  const asked: { url: string; init: RequestInit }[] = []
  const waits: number[] = []
  const upload = createUpload({
    base: 'http://host',
    chance: () => 0.5,
    wait: async (ms) => void waits.push(ms),
    fetch: async (url, init) => {
      asked.push({ url: url as string, init: init! })
      const answer = answers.shift()!
      if (answer instanceof Error) throw answer
      return { json: async () => answer } as Response
    },
  })
  return { upload, asked, waits }
}

it('sends a file with its name', async () => {
  const { upload, asked } = hostOf(taken)
  const sent = file()
  expect(await upload(sent)).toEqual(taken)
  expect(asked).toHaveLength(1)
  expect(asked[0]).toMatchObject({
    url: 'http://host/upload',
    init: {
      method: 'POST',
      body: sent.blob,
      headers: { 'x-file-name': encodeURIComponent('驿站 名单.xlsx') },
    },
  })
})

it('sends it again when no answer comes, each time after a longer pause', async () => {
  const { upload, asked, waits } = hostOf(new Error('broken'), away, taken)
  expect(await upload(file())).toEqual(taken)
  expect(asked).toHaveLength(3)
  expect(waits).toEqual([250, 500])
})

it('gives up in the end, and says so', async () => {
  const { upload, asked } = hostOf(...Array.from({ length: 9 }, () => new Error('broken')))
  expect(await upload(file())).toMatchObject({ ok: false, code: 'UNREACHABLE' })
  expect(asked).toHaveLength(4)
})

it('takes a refusal for an answer', async () => {
  const refused = { ...away, code: 'UNAUTHENTICATED' }
  const { upload, asked } = hostOf(refused)
  expect(await upload(file())).toEqual(refused)
  expect(asked).toHaveLength(1)
})

it('does not even send what is larger than the host takes', async () => {
  const { upload, asked } = hostOf()
  expect(await upload(file(10 * 1024 * 1024 + 1))).toMatchObject({
    code: 'INVALID_INPUT',
    facts: { reason: 'TOO_LARGE' },
  })
  expect(asked).toEqual([])
})
