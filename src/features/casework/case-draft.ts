import type { Outcome } from '@/domain/consultation/consultation'

/** What a professional is about to do; kept in the screen's memory until it was sent, and nowhere else. */
export interface CaseDraft {
  question: string
  reason: string
  poolId: string | null
  proposal: string
  residentAgreed: boolean
  handOver: string
  outcome: Outcome | null
  closing: string
}

export const EMPTY_DRAFT: CaseDraft = {
  question: '',
  reason: '',
  poolId: null,
  proposal: '',
  residentAgreed: false,
  handOver: '',
  outcome: null,
  closing: '',
}
