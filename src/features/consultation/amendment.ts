import type { Input } from '@/contract'
import { serverNow } from '@/gateway/clock'
import type { Consultation } from './course-words'
import { contactOf, type Draft, EMPTY_DRAFT, matterOf } from './draft'
import { waitingAs } from './files'

/** What was written, as a draft that changes it. */
export function draftOf({ consultationId, content, urgent }: Consultation): Draft {
  if (!content) return { ...EMPTY_DRAFT, consultationId }
  const { matter, contact } = content
  return {
    ...EMPTY_DRAFT,
    ...matter,
    ...contact,
    otherParties: matter.otherParties.length > 0 ? matter.otherParties : [''],
    urgent,
    consultationId,
  }
}

/** What goes over the wire of a change. */
export function amendmentOf(draft: Draft): Omit<Input<'consultation.amend'>, 'consultationId'> {
  const addFileIds = draft.files
    .map((file) => waitingAs(file, serverNow()) ?? '')
    .filter((fileId) => fileId !== '')
  return {
    matter: matterOf(draft),
    contact: contactOf(draft),
    ...(addFileIds.length > 0 ? { addFileIds } : {}),
  }
}
