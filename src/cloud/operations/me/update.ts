import { violatedForeignKey, violatedUnique } from '@/cloud/database-errors'
import type { Handler } from '@/cloud/handler'
import { updateMe as update } from '@/cloud/store/queries/people'

/** Changes the nickname or the home centre of the person who asks. */
export const updateMe: Handler<'me.update'> = async ({ input, intent, dependencies }) => {
  const { store, clock } = dependencies
  try {
    const value = await update(store.pool, intent, input, clock.now())
    return value ? { value } : { answeredBefore: true }
  } catch (error) {
    // The same request, sent twice at once: the other one was first.
    if (violatedUnique(error) === 'answered_request_once') return { answeredBefore: true }
    if (violatedForeignKey(error) === 'person_home_centre_id_fkey') {
      return { refusal: { code: 'NOT_FOUND', facts: { what: 'centre' } } }
    }
    throw error
  }
}
