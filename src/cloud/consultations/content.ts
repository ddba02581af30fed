import type { Output } from '@/contract'
import type { CaseKey } from '@/cloud/sealing/sealing'

/** What a resident wrote of a matter and how to reach them: what stands sealed in the row itself. */
export type Written = Pick<NonNullable<Output<'consultation.get'>['content']>, 'matter' | 'contact'>

/** The parts of a consultation that are sealed one by one, each bound to what it is. */
const CONTENT = 'content'
const entry = (position: number) => `entry:${position}`
const file = (attachmentId: string) => `attachment:${attachmentId}`
const fileName = (attachmentId: string) => `attachment-name:${attachmentId}`

/** Seals the matter and the contact. */
export function sealWritten(key: CaseKey, { matter, contact }: Written): Buffer {
  return key.seal(CONTENT, JSON.stringify({ matter, contact }))
}

/** The matter and the contact. Throws SealBroken. */
export function openWritten(key: CaseKey, sealed: Buffer): Written {
  return JSON.parse(key.openText(CONTENT, sealed)) as Written
}

/** Seals the line of the course at a position. */
export function sealLine(key: CaseKey, position: number, text: string): Buffer {
  return key.seal(entry(position), text)
}

export function openLine(key: CaseKey, position: number, sealed: Buffer): string {
  return key.openText(entry(position), sealed)
}

/** Seals an attachment: its bytes, and its name by itself, which is shown without the bytes. */
export function sealAttachment(
  key: CaseKey,
  attachmentId: string,
  { name, content }: { name: string; content: Buffer },
): { sealedName: Buffer; sealed: Buffer } {
  return {
    sealedName: key.seal(fileName(attachmentId), name),
    sealed: key.seal(file(attachmentId), content),
  }
}

export function openAttachment(key: CaseKey, attachmentId: string, sealed: Buffer): Buffer {
  return key.open(file(attachmentId), sealed)
}

export function openAttachmentName(key: CaseKey, attachmentId: string, sealed: Buffer): string {
  return key.openText(fileName(attachmentId), sealed)
}
