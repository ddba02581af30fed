import type { Handler } from '@/cloud/handler'
import { deleteDraft } from '@/cloud/store/queries/programme/write-plan'
import { commandInTransaction } from '../command-in-transaction'
import { expectedActivity } from './expected-activity'

/** For staff: deletes a draft; what residents have seen is cancelled instead. */
export const discardDraft: Handler<'programme.discard'> = ({ input, intent, dependencies }) =>
  commandInTransaction(dependencies, intent, async (client) => {
    const found = await expectedActivity(client, input)
    if ('refusal' in found) return found
    const { activity } = found
    if (activity.state !== 'draft') return { refusal: { code: 'ALREADY_PUBLISHED', facts: {} } }
    await deleteDraft(client, activity)
    return { value: { activityId: activity.activityId } }
  })
