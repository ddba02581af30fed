import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createCloudFiles, type FilesSdk } from '@/cloud/adapters/wechat/cloud-files'
import type { Log } from '@/cloud/log'
import { silentLog } from '../../support/silent-log'

const FILE_ID = 'cloud://sample-1a.7361-sample-1a/uploads/a'
const warned: unknown[] = []
const log: Log = { ...silentLog, warn: (facts) => void warned.push(facts) }
const asked: object[] = []
let storage: Server
let sent = 0
let address: string

/** The official SDK as far as it knows of files: an address to fetch from, and a word that one is deleted. */
const sdk =
  (more: Partial<FilesSdk> = {}) =>
  async (): Promise<FilesSdk> => ({
    getTempFileURL: async (wish) => {
      asked.push(wish)
      return { fileList: [{ status: 0, tempFileURL: address }] }
    },
    deleteFile: async (wish) => {
      asked.push(wish)
      return { fileList: [{ status: 0 }] }
    },
    ...more,
  })

beforeAll(async () => {
  storage = createServer((request, response) => {
    if (request.url === '/nothing') return void response.writeHead(404).end()
    if (request.url === '/away') return void response.writeHead(503).end()
    if (request.url === '/announced') response.setHeader('content-length', 1_000)
    const chunk = Buffer.alloc(100, 'a')
    sent = 0
    const more = (): void => {
      if (sent >= 1_000 || response.destroyed) return void response.end()
      sent += chunk.length
      response.write(chunk, () => setTimeout(more, 5))
    }
    more()
  })
  await new Promise<void>((resolve) => storage.listen(0, '127.0.0.1', resolve))
})
beforeEach(() => {
  warned.splice(0)
  asked.splice(0)
  address = at('/streamed')
})
afterAll(() => storage.close())

const at = (path: string) => `http://127.0.0.1:${(storage.address() as AddressInfo).port}${path}`

test('A file is fetched from where the SDK says it is', async () => {
  expect(await createCloudFiles(log, sdk()).read(FILE_ID, 1_000)).toEqual(Buffer.alloc(1_000, 'a'))
  expect(asked).toEqual([{ fileList: [expect.objectContaining({ fileID: FILE_ID })] }])
})

test.each(['/streamed', '/announced'])(
  '%s: more than asked for is not read to its end',
  async (path) => {
    address = at(path)
    expect(await createCloudFiles(log, sdk()).read(FILE_ID, 250)).toBe('TOO_LARGE')
    expect(sent).toBeLessThan(1_000)
  },
)

test('A file that is not there is missing; storage that is away is an error, to be asked again', async () => {
  const none = sdk({ getTempFileURL: async () => ({ fileList: [{ status: -503003 }] }) })
  expect(await createCloudFiles(log, none).read(FILE_ID, 9)).toBe('MISSING')
  address = at('/nothing')
  expect(await createCloudFiles(log, sdk()).read(FILE_ID, 9)).toBe('MISSING')
  address = at('/away')
  await expect(createCloudFiles(log, sdk()).read(FILE_ID, 9)).rejects.toThrow('503')
})

test('A file is deleted; one that is not deleted is in the log, without its name', async () => {
  await createCloudFiles(log, sdk()).remove(FILE_ID)
  expect(asked).toEqual([{ fileList: [FILE_ID] }])
  expect(warned).toEqual([])
  const stuck = sdk({ deleteFile: async () => ({ fileList: [{ status: -1 }] }) })
  await createCloudFiles(log, stuck).remove(FILE_ID)
  const broken = sdk({ deleteFile: () => Promise.reject(new Error('away')) })
  await createCloudFiles(log, broken).remove(FILE_ID)
  expect(warned).toHaveLength(2)
  expect(JSON.stringify(warned)).not.toContain('uploads/')
})
