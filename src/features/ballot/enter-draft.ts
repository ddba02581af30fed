import type { Copies } from '@/gateway/copies/copies'

/** What somebody chose for a ballot and has not entered with yet. */
export interface EnterDraft {
  wishes: readonly string[]
  attendeeIds: readonly string[]
}

const keyOf = (ballotId: string): string => `ballot-draft ${ballotId}`

/** Choices that outlive a lost network and a closed app; they go when the person changes. */
export function enterDrafts(copies: Copies) {
  return {
    read: (ballotId: string): EnterDraft | null =>
      copies.read<EnterDraft>(keyOf(ballotId))?.value ?? null,
    keep: (ballotId: string, draft: EnterDraft): void =>
      copies.keep(keyOf(ballotId), draft, { private: true }),
    forget: (ballotId: string): void => copies.remove(keyOf(ballotId)),
  }
}
