import { randomBytes } from 'node:crypto'
import { localKey } from '@/domain/access/key'

const ENVIRONMENT = 'cloud://sample-1a.7361-sample-1a/'

/**
 * Stands for the platform's cloud storage and for the cloud function that takes files out of it: what
 * a phone puts there goes to the local host's POST /upload as the same person. The real operations
 * files.begin and files.receive are asked of the real function in test/cloud/black-box/photos.
 */
export class CloudFiles {
  private readonly names = new Map<string, string>()
  private readonly files = new Map<string, Buffer>()

  constructor(
    private readonly host: string,
    private readonly persona: string | undefined,
  ) {}

  /** What the function answers to an operation on files; null for any other operation. */
  async answer(operation: string, input: unknown): Promise<object | null> {
    if (operation === 'files.begin') {
      const cloudPath = `uploads/${localKey(randomBytes(16))}`
      this.names.set(cloudPath, (input as { name: string }).name)
      return { ok: true, value: { cloudPath, until: '2099-01-01T00:00:00+08:00' } }
    }
    return operation === 'files.receive' ? this.receive(input as { cloudFileId: string }) : null
  }

  /** What `wx.cloud.uploadFile` does. */
  put(cloudPath: string, content: string): string {
    const cloudFileId = `${ENVIRONMENT}${cloudPath}`
    this.files.set(cloudFileId, Buffer.from(content, 'base64'))
    return cloudFileId
  }

  private async receive({ cloudFileId }: { cloudFileId: string }): Promise<object> {
    const file = this.files.get(cloudFileId)
    const name = this.names.get(cloudFileId.slice(ENVIRONMENT.length))
    if (!file || !name)
      return { ok: false, code: 'NOT_FOUND', facts: { what: 'file' }, traceId: '' }
    const sent = await fetch(`${this.host}/upload`, {
      method: 'POST',
      headers: {
        'x-file-name': encodeURIComponent(name),
        ...(this.persona !== undefined && { 'x-local-persona': encodeURIComponent(this.persona) }),
      },
      body: new Uint8Array(file),
    })
    const answer = (await sent.json()) as { ok: boolean; code?: string; facts?: object }
    return answer.code === 'INVALID_INPUT' ? { ...answer, code: 'FILE_REFUSED' } : answer
  }
}
