import type { Log } from '@/cloud/log'
import { officialSdk } from './official-sdk'

/** Files in the platform's cloud storage, where phones put what they cannot send over HTTP. */
export interface CloudFiles {
  /** A file's bytes; MISSING where none is, TOO_LARGE as soon as it has more than `most` bytes. */
  read(cloudFileId: string, most: number): Promise<Buffer | 'MISSING' | 'TOO_LARGE'>
  /** Deletes a file. One that could not be deleted stays there, and the log says so. */
  remove(cloudFileId: string): Promise<void>
}

/** The part of the official SDK that knows of files. A `status` of 0 is success. */
export interface FilesSdk {
  getTempFileURL(wish: object): Promise<{ fileList: { status?: number; tempFileURL?: string }[] }>
  deleteFile(wish: object): Promise<{ fileList: { status?: number }[] }>
}

const ADDRESS_HOLDS_SECONDS = 60
/** The function itself is given ten seconds. */
const WITHIN_MS = 8_000

/**
 * Cloud storage through WeChat's SDK. The SDK's own download takes a file into memory however large
 * it is, so only its address is asked for, and the file is read up to the limit.
 */
export function createCloudFiles(log: Log, sdk = officialSdk<FilesSdk>): CloudFiles {
  return {
    async read(cloudFileId, most) {
      const storage = await sdk()
      const wish = { fileID: cloudFileId, maxAge: ADDRESS_HOLDS_SECONDS }
      const [found] = (await storage.getTempFileURL({ fileList: [wish] })).fileList
      if (!found?.tempFileURL || found.status) return 'MISSING'
      const response = await fetch(found.tempFileURL, { signal: AbortSignal.timeout(WITHIN_MS) })
      if (response.status === 404) return 'MISSING'
      if (!response.ok || !response.body) {
        throw new Error(`Cloud storage answered ${response.status}`)
      }
      if (Number(response.headers.get('content-length') ?? 0) > most) {
        await response.body.cancel()
        return 'TOO_LARGE'
      }
      return upTo(most, response.body)
    },
    async remove(cloudFileId) {
      try {
        const storage = await sdk()
        const [deleted] = (await storage.deleteFile({ fileList: [cloudFileId] })).fileList
        if (deleted?.status) log.warn({ status: deleted.status }, 'a cloud file was not deleted')
      } catch (error) {
        log.warn({ err: error }, 'a cloud file was not deleted')
      }
    },
  }
}

async function upTo(
  most: number,
  body: NonNullable<Response['body']>,
): Promise<Buffer | 'TOO_LARGE'> {
  const chunks: Uint8Array[] = []
  const reader = body.getReader()
  let bytes = 0
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    bytes += next.value.length
    if (bytes > most) {
      await reader.cancel()
      return 'TOO_LARGE'
    }
    chunks.push(next.value)
  }
  return Buffer.concat(chunks)
}
