import type { PoolClient } from 'pg'
import type { ParsedInput } from '@/contract'
import { centreOf } from '@/domain/access/key'
import { whatIsWrong } from '@/domain/programme/judge-plan'
import type { Handler, Intent, Outcome } from '@/cloud/handler'
import { applyPlan } from '@/cloud/programme/apply-plan'
import { createActivity, newActivityId } from '@/cloud/programme/create'
import { shortNameIn } from '@/cloud/store/queries/centres'
import { writePlan } from '@/cloud/store/queries/programme/write-plan'
import { commandInTransaction } from '../command-in-transaction'
import { NO_ACTIVITY, expectedActivity } from './expected-activity'

type Wish = ParsedInput<'programme.save'>
type Saved = Outcome<'programme.save'>

/** For staff: writes a draft, or makes a published activity what the plan says. */
export const savePlan: Handler<'programme.save'> = async ({ input, intent, dependencies }) => {
  const wrong = whatIsWrong(input.plan, dependencies.clock.now().getTime())
  if (wrong) return { invalid: wrong }
  return commandInTransaction(dependencies, intent, (client, now) =>
    input.activityId === null
      ? draftIn(client, intent, input, now)
      : saveIn(client, intent, { ...input, activityId: input.activityId }, now),
  )
}

async function draftIn(
  client: PoolClient,
  { personId: changedBy }: Intent,
  { centreId, plan }: Wish,
  now: Date,
): Promise<Saved> {
  if ((await shortNameIn(client, centreId)) === null) {
    return { refusal: { code: 'NOT_FOUND', facts: { what: 'centre' } } }
  }
  const activityId = newActivityId(centreId)
  await createActivity(client, { centreId, activityId, plan, state: 'draft', changedBy }, now)
  return { value: { activityId, version: 1, state: 'draft', told: 0 } }
}

async function saveIn(
  client: PoolClient,
  { personId: changedBy }: Intent,
  { centreId, activityId, version, plan, reason }: Wish & { activityId: string },
  now: Date,
): Promise<Saved> {
  // Permission was given for this centre alone.
  if (centreOf(activityId) !== centreId) return NO_ACTIVITY
  const found = await expectedActivity(client, { activityId, version })
  if ('refusal' in found) return found
  const { activity } = found
  const { state } = activity
  if (state === 'cancelled') return { refusal: { code: 'CANCELLED', facts: {} } }
  if (state === 'draft') {
    const key = { centreId, activityId, changedBy }
    return {
      value: {
        activityId,
        state,
        told: 0,
        version: await writePlan(client, key, { plan, state }, now),
      },
    }
  }
  const result = await applyPlan(client, activity, { plan, changedBy, reason }, now)
  if ('refusal' in result) return result
  return {
    value: { activityId, version: result.applied.version, state, told: result.applied.told },
  }
}
