import type { Copies, Copy } from '@/gateway/copies/copies'

const keyOf = (ballotId: string): string => `ballot-noted ${ballotId}`

/** The hashes of entry lists as this phone saw them first; what is noted once is not noted anew. */
export function notedHashes(copies: Copies) {
  const read = (ballotId: string): Copy<string> | null => copies.read<string>(keyOf(ballotId))
  return {
    read,
    note: (ballotId: string, listHash: string): void => {
      if (!read(ballotId)) copies.keep(keyOf(ballotId), listHash, { private: true })
    },
  }
}
