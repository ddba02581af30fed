import { serverNow } from '@/gateway/clock'
import { session } from '@/gateway/session/session'
import { phoneStorage } from '@/gateway/storage'
import { createKeptDraft, type KeptDraft } from '../kept-draft'
import { emptyDraft, isBegun, type PlanDraft, readDraft } from './plan-draft'

const drafts = new Map<string, KeptDraft<PlanDraft>>()

/**
 * What was begun on this phone and not saved: of an activity, or of a new one of a centre. It holds
 * nothing of any person, so that it is kept as it is.
 */
export function planDraft(of: { centreId: string; activityId: string | null }) {
  const name = `plan ${of.activityId ?? of.centreId}`
  const known = drafts.get(name)
  if (known) return known
  const kept = createKeptDraft<PlanDraft>({
    name,
    empty: emptyDraft(serverNow()),
    read: (value) => readDraft(value, serverNow()),
    begun: isBegun,
    open: () => Promise.resolve(phoneStorage),
    now: serverNow,
    later: (work, ms) => {
      const timer = setTimeout(work, ms)
      return () => clearTimeout(timer)
    },
  })
  drafts.set(name, kept)
  return kept
}

session.subscribe(() => {
  for (const draft of drafts.values()) draft.leave()
})
