import type { Output } from '@/contract'
import { call } from '@/gateway/call/call'
import type { Failure, Reply } from '@/gateway/call/wire'
import { fetchInPieces } from '@/gateway/files/in-pieces'

type Page = Output<'me.export'>
export type CopiedAttachment = NonNullable<Page['attachments']>[number]

/** More pages than anybody has; a server that never ends is not asked for ever. */
const MOST_PAGES = 200

/**
 * What all attachments of a copy may be long together: the phone holds the file in its memory, a third
 * longer for base64, and hands it on in one piece.
 */
export const MOST_ATTACHED_BYTES = 12_000_000

/** What there is of an attachment: its bytes, or why they are not in the file. */
export type Attached = Uint8Array | 'gone' | 'too-much'

/** All that is kept about somebody, before it is a file. */
export interface Collected {
  pages: Page[]
  /** By the attachment's key. */
  attached: ReadonlyMap<string, Attached>
}

/**
 * Asks for everything that is kept about me, with the files that I added to consultations, smallest
 * first. Whole, or the failure that kept it from being whole; what was destroyed meanwhile is `gone`.
 */
export async function collectCopy(): Promise<Collected | { failure: Failure }> {
  const pages: Page[] = []
  let after: string | null = null
  for (let count = 0; count < MOST_PAGES; count += 1) {
    const reply: Reply<'me.export'> = await call('me.export', after === null ? {} : { after })
    if (!reply.ok) return { failure: reply as Failure }
    pages.push(reply.value)
    after = reply.value.after
    if (after === null) break
  }
  const attached = await attachedTo(pages.flatMap(({ attachments = [] }) => attachments))
  return 'failure' in attached ? attached : { pages, attached }
}

async function attachedTo(
  attachments: readonly CopiedAttachment[],
): Promise<Collected['attached'] | { failure: Failure }> {
  const attached = new Map<string, Attached>()
  let room = MOST_ATTACHED_BYTES
  for (const { attachmentId, bytes } of [...attachments].sort((a, b) => a.bytes - b.bytes)) {
    if (bytes > room) {
      attached.set(attachmentId, 'too-much')
      continue
    }
    const fetched = await fetchInPieces<'consultation.attachment'>((piece) =>
      call('consultation.attachment', { attachmentId, piece }),
    )
    if (!fetched.ok && fetched.code !== 'NOT_FOUND') return { failure: fetched as Failure }
    attached.set(attachmentId, fetched.ok ? fetched.value.bytes : 'gone')
    room -= bytes
  }
  return attached
}
