/** A reply as typed so far, and to what. */
export interface ReplyDraft {
  consultationId: string
  text: string
}

export const EMPTY_REPLY: ReplyDraft = { consultationId: '', text: '' }

/** A draft as the phone kept it, or null for anything that is none. */
export function readReply(value: unknown): ReplyDraft | null {
  if (typeof value !== 'object' || value === null) return null
  const { consultationId, text } = { ...EMPTY_REPLY, ...(value as Partial<ReplyDraft>) }
  const known = typeof consultationId === 'string' && typeof text === 'string'
  return known ? { consultationId, text } : null
}

export function isReplyBegun({ text }: ReplyDraft): boolean {
  return text.trim() !== ''
}
