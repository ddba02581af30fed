import { serverNow } from '@/gateway/clock'
import { session } from '@/gateway/session/session'
import { phoneStorage } from '@/gateway/storage'
import { createKeptDraft, type KeptDraft } from '../kept-draft'
import type { AnsweredSheets } from './answered-sheets'

const drafts = new Map<string, KeptDraft<AnsweredSheets>>()

/**
 * What a clerk at this phone answered to the sheets of a centre. It holds nothing of any resident, so
 * that it is kept as it is.
 */
export function answersOf(centreId: string): KeptDraft<AnsweredSheets> {
  const known = drafts.get(centreId)
  if (known) return known
  const kept = createKeptDraft<AnsweredSheets>({
    name: `timetable-answers ${centreId}`,
    empty: { sheets: [] },
    read: (value) =>
      Array.isArray((value as AnsweredSheets | null)?.sheets) ? (value as AnsweredSheets) : null,
    begun: ({ sheets }) => sheets.length > 0,
    open: () => Promise.resolve(phoneStorage),
    now: serverNow,
    later: (work, ms) => {
      const timer = setTimeout(work, ms)
      return () => clearTimeout(timer)
    },
  })
  drafts.set(centreId, kept)
  return kept
}

session.subscribe(() => {
  for (const draft of drafts.values()) draft.leave()
})
