import { violatedUnique } from '@/cloud/database-errors'
import type { Handler, Refusal } from '@/cloud/handler'
import { applyDrafts, importing } from '@/cloud/stations-import/apply'
import type { Preview } from '@/cloud/stations-import/preview'
import { isAnswered, recordValue } from '@/cloud/store/queries/answered-requests'
import { countsOf, previewSent } from './sent-list'

/** Takes a list of stations in that staff sent; its effect and its answer in one transaction. */
export const importStations: Handler<'stations.import'> = async (call) => {
  const { input, intent, dependencies } = call
  const { store, clock } = dependencies
  const now = clock.now()
  const sent = await previewSent(store, intent.personId, input, now)
  if ('refusal' in sent) return { refusal: sent.refusal }
  const { preview } = sent
  const refusal = whyNot(preview, input.removeMissing)
  if (refusal) return { refusal }
  const options = { removeMissing: input.removeMissing, restore: input.restore, now }
  try {
    return await importing(store, async (client) => {
      if (await isAnswered(client, intent)) return { answeredBefore: true }
      const plan = await applyDrafts(client, input.centreId, preview.drafts, options)
      const value = { counts: countsOf(plan, preview.errors) }
      await recordValue(client, intent, value, now)
      return { value }
    })
  } catch (error) {
    // Another command of this person took the requestId in the same moment: nothing was changed.
    if (violatedUnique(error) === 'answered_request_once') return { answeredBefore: true }
    throw error
  }
}

/** What still has to be answered before a list may be written; null for nothing. */
function whyNot(
  { datumSource, guess, errors, plan }: Preview,
  removeMissing: boolean,
): Refusal<'stations.import'> | null {
  if (datumSource === 'guessed') {
    return { code: 'DATUM_UNKNOWN', facts: { guess: guess?.datum ?? null } }
  }
  if (removeMissing && errors.length > 0) {
    return { code: 'ROWS_WRONG', facts: { wrong: countsOf(plan, errors).wrong } }
  }
  return null
}
