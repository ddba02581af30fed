import { serverNow } from '@/gateway/clock'
import { sealedOnPhone } from '@/gateway/sealed/phone-sealed'
import { session } from '@/gateway/session/session'
import { EMPTY_DRAFT, isBegun, readDraft } from './draft'
import { EMPTY_FEEDBACK, isFeedbackBegun, readFeedback } from './feedback-draft'
import { createKeptDraft } from '../kept-draft'
import { EMPTY_REPLY, isReplyBegun, readReply } from './reply-draft'

const phone = {
  open: async () => (await sealedOnPhone()).store,
  now: serverNow,
  later: (work: () => void, ms: number) => {
    const timer = setTimeout(work, ms)
    return () => clearTimeout(timer)
  },
}
const request = (name: string) =>
  createKeptDraft({ ...phone, name, empty: EMPTY_DRAFT, read: readDraft, begun: isBegun })

/** What was begun on this phone and not sent: one of each kind. */
export const drafts = {
  legal: request('draft-legal'),
  mediation: request('draft-mediation'),
  amend: request('draft-amend'),
  reply: createKeptDraft({
    ...phone,
    name: 'draft-reply',
    empty: EMPTY_REPLY,
    read: readReply,
    begun: isReplyBegun,
  }),
  feedback: createKeptDraft({
    ...phone,
    name: 'draft-feedback',
    empty: EMPTY_FEEDBACK,
    read: readFeedback,
    begun: isFeedbackBegun,
  }),
}

session.subscribe(() => {
  for (const draft of Object.values(drafts)) draft.leave()
})
