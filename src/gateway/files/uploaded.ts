import type { BoundaryFailures, Refused } from '@/contract/envelope'
import type { Unreachable } from '../call/wire'
import type { PickedFile } from '../device/pick-file'

/** Why a file was not taken: what the host says of it, or that no answer came. */
export type UploadFailure =
  | {
      [Code in keyof BoundaryFailures]: Refused<Code, BoundaryFailures[Code]>
    }[keyof BoundaryFailures]
  | Unreachable

export type Uploaded = { ok: true; value: { fileId: string } } | UploadFailure

/** Sends a file to the host, by whichever way it has. Never rejects. */
export type Upload = (file: PickedFile) => Promise<Uploaded>

/** What the host takes; a larger file is not even sent. */
const MOST_BYTES = 10 * 1024 * 1024

/** Why a file was not taken, by one of the words that the host has for it. */
export function refusedFile(
  reason: 'TOO_LARGE' | 'EMPTY' | 'FILE_KIND' | 'NAME',
  traceId = '',
): UploadFailure {
  return { ok: false, code: 'INVALID_INPUT', facts: { path: '', reason }, traceId }
}

/** What can be said of a file before it is sent; null to send it. */
export function notWorthSending({ size }: PickedFile): UploadFailure | null {
  if (size > MOST_BYTES) return refusedFile('TOO_LARGE')
  return size === 0 ? refusedFile('EMPTY') : null
}

/** No answer came, though something was sent. */
export const LOST: UploadFailure = {
  ok: false,
  code: 'UNREACHABLE',
  facts: { offline: false, sent: true },
  traceId: '',
}
