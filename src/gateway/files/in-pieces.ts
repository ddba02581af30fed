import { bytesOfBase64 } from '../stations/base64'
import type { Failure, Reply } from '../call/wire'

/** The operations that give a file a piece at a time. */
type InPieces = 'casework.attachment' | 'consultation.attachment'

/** A file as it came, whole; in memory alone. */
export interface WholeFile {
  name: string
  /** `jpeg`, `png`, `webp` or `pdf`. */
  kind: string
  bytes: Uint8Array
}

/** What became of asking for all pieces of a file. */
export type Fetched<N extends InPieces> = { ok: true; value: WholeFile } | Failure<N>

/**
 * Asks for a file piece by piece, the first being 0, and puts the pieces together. Never rejects; what
 * comes in another shape counts as no answer.
 */
export async function fetchInPieces<N extends InPieces>(
  ask: (piece: number) => Promise<Reply<N>>,
): Promise<Fetched<N>> {
  const parts: Uint8Array[] = []
  for (let piece = 0; ; piece++) {
    const reply = (await ask(piece)) as Reply<InPieces>
    if (!reply.ok) return reply as Failure<N>
    const { name, kind, pieces, content } = reply.value
    try {
      parts.push(bytesOfBase64(content))
    } catch {
      return NO_ANSWER as Failure<N>
    }
    if (piece + 1 >= pieces) return { ok: true, value: { name, kind, bytes: joined(parts) } }
  }
}

const NO_ANSWER = {
  ok: false,
  code: 'UNREACHABLE',
  facts: { offline: false, sent: true },
  traceId: '',
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
