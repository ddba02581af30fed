import type { Handler } from '@/cloud/handler'
import { layOut, lessonsToCome } from '@/cloud/programme/create'
import { writeChange, writePlan } from '@/cloud/store/queries/programme/write-plan'
import { commandInTransaction } from '../command-in-transaction'
import { expectedActivity } from './expected-activity'

/** For staff: shows a draft to residents, with its lessons to come and their seats. */
export const publishActivity: Handler<'programme.publish'> = ({ input, intent, dependencies }) =>
  commandInTransaction(dependencies, intent, async (client, now) => {
    const found = await expectedActivity(client, input)
    if ('refusal' in found) return found
    const { centreId, activityId, plan, state } = found.activity
    if (state === 'published') return { refusal: { code: 'ALREADY_PUBLISHED', facts: {} } }
    if (state === 'cancelled') return { refusal: { code: 'CANCELLED', facts: {} } }
    if (lessonsToCome(plan, now.getTime()).length === 0) {
      return { refusal: { code: 'NOTHING_TO_COME', facts: {} } }
    }
    const key = { centreId, activityId, changedBy: intent.personId }
    const version = await writePlan(client, key, { plan, state: 'published' }, now)
    await layOut(client, key, plan, now)
    const change = { kind: 'published' as const, reason: null, facts: {} }
    await writeChange(client, { ...key, version }, change, now)
    return { value: { activityId, version, state: 'published' } }
  })
